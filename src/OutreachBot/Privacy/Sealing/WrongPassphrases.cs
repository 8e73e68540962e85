using System.Globalization;
using OutreachBot.Audit;
using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Privacy.Sealing;

/// <summary>A passphrase that opened nothing leaves a line in the audit: at most one an hour and target, for the audit is never cut and a guesser could fill the disk.</summary>
/// <remarks>It says the hour and at whom it was aimed, where that was said; never what was tried, how often, or how near it was.</remarks>
internal sealed class WrongPassphrases(ITransactions transactions, IStoreSettings settings, IAudit audit, IResponders responders)
{
    /// <summary>Whose passphrase was tried is not known: it is tried on every key.</summary>
    private const string Anybody = "terminal";

    private const string Setting = "wrong_passphrase_hour";

    /// <param name="aimedAt">Whose it was to be; null: not said. Who is not on file counts as that, for ids can be made up without end.</param>
    public Task NoteAsync(ResponderId? aimedAt, CancellationToken cancellationToken) => transactions.RunAsync(
        unit =>
        {
            var target = aimedAt is { } id && responders.Find(unit, id) is not null ? id.ToString() : Anybody;
            var setting = $"{Setting}:{target}";
            var hour = (unit.Now.ToUnixTimeSeconds() / 3600).ToString(CultureInfo.InvariantCulture);
            if (settings.Get(unit, setting) != hour)
            {
                settings.Set(unit, setting, hour);
                audit.Append(unit, new AuditEntry(target, AuditActs.PassphraseWrong, Tip: null, Reason: null));
            }
        },
        cancellationToken);
}
