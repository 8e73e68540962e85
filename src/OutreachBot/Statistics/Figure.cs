namespace OutreachBot.Statistics;

/// <summary>How a figure stands in what is given out.</summary>
internal enum Sight
{
    /// <summary>As it is.</summary>
    Shown,

    /// <summary>"&lt;5": it is below the mask.</summary>
    Masked,

    /// <summary>It is large enough to be shown, and would give a masked one away.</summary>
    Withheld,
}

/// <summary>One count that could be given out. It flows from one sum to another: what comes to a sum leaves it.</summary>
/// <param name="Table">Null for the total of all.</param>
/// <param name="Row">Null for the sum of a column, and the total.</param>
/// <param name="Column">Null for the sum of a row, and the total.</param>
internal sealed record Figure(string? Table, string? Row, string? Column, int Count, int From, int To)
{
    public override string ToString() => "[figure]";
}
