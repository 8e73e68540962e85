namespace OutreachBot.Statistics;

/// <summary>A count as the public sees it, and of which day it is: it may have moved since.</summary>
/// <param name="Low">In tens. The count of that day was no lower and at most <see cref="Room"/> higher; 0: it was below <see cref="Few"/>.</param>
internal sealed record SteppedFigure(int Low, DateOnly Day)
{
    /// <summary>How far a rounded count is lowered at most, and one.</summary>
    internal const int Bases = 30;

    /// <summary>The least that is shown.</summary>
    internal const int Least = 20;

    /// <summary>What is not shown is below this.</summary>
    public const int Few = Least + Bases;

    /// <summary>By how much a count may be higher than what is shown of it.</summary>
    public const int Room = Bases - 1 + 9;

    public static SteppedFigure Of(int count, DateOnly today, ISecretDraw draw) =>
        (count - draw.Below(Bases)) / 10 * 10 is >= Least and var low ? new(low, today) : new(0, today);
}
