using OutreachBot.Audit;
using OutreachBot.Starting;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Backups;

/// <summary>Finishes a restore before anything else is asked of the store: what was erased stays so, and the audit says what was done.</summary>
/// <remarks>
/// A start step and not the command's own work: were that cut off, the next start of anything would show what was erased. What a
/// ledger names is not added in the first place; but it may be here from a restore without that ledger.
/// </remarks>
internal sealed class RestoreStart(
    ITransactions transactions, IStoreSettings settings, ITipStore tips, TipRemoval removal, IErasureLedger ledger, IAudit audit) : IStartStep
{
    /// <summary>The store setting that a restore leaves.</summary>
    public const string Setting = "restored";

    /// <summary>Who it was, in the audit.</summary>
    public const string Actor = "operator";

    public bool ForEveryCommand => true;

    public Task StartAsync(CancellationToken cancellationToken) => transactions.RunAsync(Finish, cancellationToken);

    private void Finish(UnitOfWork unit)
    {
        if (settings.Get(unit, Setting) is null)
        {
            return;
        }
        settings.Set(unit, Setting, null);
        audit.Append(unit, new AuditEntry(Actor, AuditActs.BackupRestored, Tip: null, Reason: null));
        // Also where the tip itself isn't there: what waits for a coordinator may name it.
        foreach (var id in ledger.All(unit).Where(id => tips.Find(unit, id)?.State is not TipState.Withdrawn))
        {
            removal.Remove(unit, id);
        }
    }
}
