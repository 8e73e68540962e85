namespace OutreachBot.Statistics;

/// <summary>A count as the public sees it: in tens, and another only once it is eleven away.</summary>
/// <remarks>
/// Counted each day and shown as it is, a figure would tell each day what came. Moved by eleven at the least, no move of it
/// tells of fewer; and what is shown says of which day it is, for it may have moved a little since.
/// </remarks>
/// <param name="Low">The tens of the count of that day; 0: there were fewer than <see cref="Mask"/>.</param>
internal sealed record SteppedFigure(int Low, DateOnly Day)
{
    /// <summary>The least that is shown to the public, and the least by which what is shown moves.</summary>
    public const int Mask = 11;

    /// <param name="before">As it was shown until now; null: nothing was.</param>
    public static SteppedFigure Next(SteppedFigure? before, int count, DateOnly today)
    {
        if (before is null)
        {
            return new(Of(count), today);
        }
        // Masked it stood for 10 at most, shown for no more than 9 over its tens and no less than the mask.
        var most = before.Low == 0 ? Mask - 1 : before.Low + 9;
        var least = before.Low == 0 ? 0 : Math.Max(before.Low, Mask);
        return count >= most + Mask || count <= least - Mask ? new(Of(count), today) : before;
    }

    private static int Of(int count) => count < Mask ? 0 : count / 10 * 10;
}
