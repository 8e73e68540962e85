using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Statistics;

/// <summary>What the public is told of how much is kept.</summary>
/// <param name="Numbers">Numbers that are kept to answer to: with a case, or with a message that waits to go out.</param>
/// <param name="OldestMonths">All of those with a case but a few, the oldest, are younger than so many months; null where there are too few to say. Of the day of <paramref name="Numbers"/>.</param>
/// <param name="Conversations">Also those that are over, until 60 days after the last word.</param>
internal sealed record PublicCounts(SteppedFigure Numbers, int? OldestMonths, SteppedFigure Conversations, SteppedFigure Tips);

/// <summary>The steps of its figures, which nobody is told.</summary>
internal sealed record PublicSteps(HiddenStep Numbers, HiddenStep Conversations, HiddenStep Tips);

/// <summary>Counts what is kept; exact, and so for <see cref="PublicCounting"/> alone.</summary>
internal interface IKeptCounts
{
    /// <summary>Tips for which a number is kept to ask back at.</summary>
    IReadOnlyList<TipId> WithNumber(UnitOfWork unit);

    int WaitingMessages(UnitOfWork unit);

    int Conversations(UnitOfWork unit);
}
