using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Tips;

/// <summary>Whom a reporter's answer to "who must not know" means.</summary>
/// <param name="Responders">Those on file whom it means: named, or of an institution or community that was.</param>
/// <param name="NamesNobodyOnFile">There are words, and they mean nobody on file.</param>
internal sealed record KeptAway(IReadOnlySet<ResponderId> Responders, bool NamesNobodyOnFile);

/// <summary>Reads whom to keep away, in memory, before the words are sealed.</summary>
internal interface IKeepAwayReader
{
    /// <param name="choice">An option's key, or words in its stead; null when she skipped it.</param>
    KeptAway Read(UnitOfWork unit, Tip tip, string? choice, string? words);
}
