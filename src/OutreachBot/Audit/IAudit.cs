using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Audit;

/// <summary>The trail of what people did with what is sealed.</summary>
public interface IAudit
{
    /// <summary>Adds a line, in the unit of work that does what it tells of.</summary>
    void Append(UnitOfWork unit, AuditEntry entry);
}

/// <param name="Actor">Whose key or command it was; an id, never a name.</param>
/// <param name="What">One of <see cref="AuditActs"/>.</param>
/// <param name="Tip">Which tip, where it was one.</param>
/// <param name="Reason">What the person gave as her reason; kept locked.</param>
public sealed record AuditEntry(string Actor, string What, RandomId? Tip, string? Reason)
{
    public override string ToString() => $"[audit {What}]";
}

/// <summary>What can be done that leaves a line.</summary>
public static class AuditActs
{
    public const string TipOpened = "tip.opened";

    /// <summary>Somebody who is kept away from it tried to.</summary>
    public const string TipRefused = "tip.refused";

    /// <summary>Somebody who can open it sealed it to another coordinator too; to whom stands in the reason.</summary>
    public const string TipReferred = "tip.referred";

    /// <summary>Tips whose time is over went by command; how many stands in the reason.</summary>
    public const string TipsPurged = "tips.purged";

    /// <summary>A sealed copy was written.</summary>
    public const string BackupMade = "backup.made";

    /// <summary>The store was put back to what a backup held. Of what came after it no line may be left.</summary>
    public const string BackupRestored = "backup.restored";

    /// <summary>A passphrase opened no key: the first time in an hour. The actor is at whom it was aimed, or the terminal.</summary>
    public const string PassphraseWrong = "keys.passphrase_wrong";
    public const string KeysMade = "keys.made";
    public const string KeysReplaced = "keys.replaced";
    public const string KeyAdded = "keys.added";
    public const string KeyDestroyed = "keys.destroyed";

    /// <summary>She took another passphrase; the key is the same.</summary>
    public const string KeyRewrapped = "keys.rewrapped";

    /// <summary>The recovery sheet made a key for somebody.</summary>
    public const string KeyRecovered = "keys.recovered";

    /// <summary>Seals were made anew by somebody who can open them; how many stands in the reason.</summary>
    public const string Resealed = "keys.resealed";

    /// <summary>An auditor read the audit.</summary>
    public const string AuditRead = "audit.read";

    /// <summary>Two people took the routing facts of tips out.</summary>
    public const string TipsExported = "tips.exported";

    /// <summary>Two people took the list of responders out.</summary>
    public const string RespondersExported = "responders.exported";

    /// <summary>A responder's PIN was taken back at the command line; the actor is whose it was.</summary>
    public const string PinTakenBack = "responders.pin_taken_back";
    public const string ProvisionalKeyDestroyed = "keys.provisional_destroyed";
}
