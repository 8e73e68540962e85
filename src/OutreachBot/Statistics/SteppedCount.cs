namespace OutreachBot.Statistics;

/// <summary>A number below a bound that nobody can foresee.</summary>
internal interface ISecretDraw
{
    /// <returns>From 0 to below <paramref name="bound"/>, each as likely.</returns>
    int Below(int bound);
}

/// <summary>What nobody is told: the count when the figure moved last, and how far from it the count must be for the figure to move again.</summary>
internal sealed record HiddenStep(int Count, int Step)
{
    public override string ToString() => "[step]";
}

/// <summary>A count, as it is shown and as it will move.</summary>
/// <remarks>
/// Whoever adds numbers of her own drives a count to where one person more would move the figure, if she knows where that is. So
/// it is drawn anew after each move, and so is by how much the count is lowered before it is rounded. Of a figure that moves she
/// learns little whether there is one more than she knows, and it moves seldom. The bound stands in the threat model;
/// <c>OneMoreTests</c> reckons it.
/// </remarks>
internal sealed record SteppedCount(SteppedFigure Shown, HiddenStep Hidden)
{
    /// <summary>The least by which a count moves what is shown of it.</summary>
    public const int LeastStep = 11;

    /// <summary>In so many ways the step is longer.</summary>
    internal const int Steps = 31;

    /// <summary>A figure that moved stays for so long.</summary>
    public const int DaysBetween = 28;

    /// <param name="before">Null: nothing was shown.</param>
    public static SteppedCount Next(SteppedCount? before, int count, DateOnly today, ISecretDraw draw) =>
        before is not null && (today < before.Shown.Day.AddDays(DaysBetween) || Math.Abs(count - before.Hidden.Count) < before.Hidden.Step)
            ? before
            : From(SteppedFigure.Of(count, today, draw), count, draw);

    /// <summary>What is shown stays, and moves from here: where the step is not known, as after a restore.</summary>
    public static SteppedCount From(SteppedFigure shown, int count, ISecretDraw draw) => new(shown, new(count, LeastStep + draw.Below(Steps)));
}
