using OutreachBot.Audit;
using OutreachBot.Starting;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Backups;

/// <summary>Finishes a restore before anything else is asked of the store: what was erased stays so, and the audit says what was done.</summary>
/// <remarks>A start step and not the command's own work: were that cut off, the next start of anything would show what was erased.</remarks>
internal sealed class RestoreStart(
    ITransactions transactions, IStoreSettings settings, ITipStore tips, TipRemoval removal, IErasureLedger ledger, IAudit audit) : IStartStep
{
    /// <summary>The store setting that a restore leaves: ids of what the store before had as withdrawn.</summary>
    public const string Setting = "restored";

    /// <summary>Who it was, in the audit.</summary>
    public const string Actor = "operator";

    public bool ForEveryCommand => true;

    public Task StartAsync(CancellationToken cancellationToken) => transactions.RunAsync(Finish, cancellationToken);

    private void Finish(UnitOfWork unit)
    {
        if (settings.Get(unit, Setting) is not { } withdrawn)
        {
            return;
        }
        settings.Set(unit, Setting, null);
        audit.Append(unit, new AuditEntry(Actor, AuditActs.BackupRestored, Tip: null, Reason: null));
        var wasWithdrawn = withdrawn.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        foreach (var id in ledger.All(unit))
        {
            switch (tips.Find(unit, id))
            {
                case null or { State: TipState.Withdrawn }:
                    break;
                case { } tip when wasWithdrawn.Contains(id.ToString()):
                    removal.Withdraw(unit, tip);
                    break;
                default:
                    removal.Remove(unit, id);
                    break;
            }
        }
    }
}
