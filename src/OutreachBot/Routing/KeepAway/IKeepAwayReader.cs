using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Routing.KeepAway;

/// <summary>Whom a reporter's answer to "who must not know" means.</summary>
/// <param name="Responders">Those on file whom it means: named, or of an institution or community that was.</param>
/// <param name="NamesNobodyOnFile">There are words that mean nobody on file for certain.</param>
internal sealed record KeptAway(IReadOnlySet<ResponderId> Responders, bool NamesNobodyOnFile)
{
    /// <summary>What they are known by, should they come back under another id.</summary>
    public KeptMarks Marks { get; init; } = KeptMarks.None;

    public static readonly KeptAway Nobody = new(new HashSet<ResponderId>(), NamesNobodyOnFile: false);
}

/// <summary>Reads whom to keep away, in memory, before the words are sealed.</summary>
internal interface IKeepAwayReader
{
    /// <param name="municipality">Where the tip is; null when unknown.</param>
    /// <param name="choice">An option's key, or words in its stead; null when she skipped it.</param>
    KeptAway Read(UnitOfWork unit, string? municipality, string? choice, string? words);
}
