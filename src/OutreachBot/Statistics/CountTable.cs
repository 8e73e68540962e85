namespace OutreachBot.Statistics;

/// <summary>True counts by one thing, or by two; nobody sees them as they are.</summary>
/// <param name="Columns">Empty where it counts by one thing.</param>
/// <param name="Counts">By row, then by column; one a row where there are no columns. None below 0.</param>
internal sealed record CountTable(string Name, IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<int>> Counts)
{
    /// <summary>By one thing. Every name there may be has to be in it: a name that shows only when it counts would tell of one.</summary>
    public static CountTable Of(string name, IEnumerable<(string Name, int Count)> counts)
    {
        var all = counts.ToList();
        return new(name, [.. all.Select(c => c.Name)], [], [.. all.Select(c => (IReadOnlyList<int>)[c.Count])]);
    }

    public int Total() => Counts.Sum(row => row.Sum());

    public override string ToString() => "[counts]";
}
