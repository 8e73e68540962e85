using System.Globalization;
using OutreachBot.Audit;
using OutreachBot.Transactions;

namespace OutreachBot.Privacy.Sealing;

/// <summary>A passphrase that opened nothing leaves a line in the audit: at most one an hour, for the audit is never cut and a guesser could fill the disk.</summary>
/// <remarks>It says the hour and at whom it was aimed, where that was said; never what was tried, how often, or how near it was.</remarks>
internal sealed class WrongPassphrases(ITransactions transactions, IStoreSettings settings, IAudit audit)
{
    /// <summary>Whose passphrase was tried is not known: it is tried on every key.</summary>
    public const string Anybody = "terminal";

    private const string Setting = "wrong_passphrase_hour";

    /// <param name="aimedAt">An id, or <see cref="Anybody"/>.</param>
    public Task NoteAsync(string aimedAt, CancellationToken cancellationToken) => transactions.RunAsync(
        unit =>
        {
            var hour = (unit.Now.ToUnixTimeSeconds() / 3600).ToString(CultureInfo.InvariantCulture);
            if (settings.Get(unit, Setting) != hour)
            {
                settings.Set(unit, Setting, hour);
                audit.Append(unit, new AuditEntry(aimedAt, AuditActs.PassphraseWrong, Tip: null, Reason: null));
            }
        },
        cancellationToken);
}
