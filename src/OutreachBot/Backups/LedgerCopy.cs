using OutreachBot.Agenda;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Backups;

/// <summary>Hourly, sees to it that the file outside holds all that the store remembers: also what a command erased, and what failed.</summary>
internal sealed class LedgerCopy(IErasureLedger ledger, LedgerFile file, IAgenda agenda) : IAgendaHandler
{
    public const string AgendaKind = "erasures";

    private const string Subject = "all";
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    public string Kind => AgendaKind;

    /// <summary>Plans it where there is a file; without one nothing stays planned.</summary>
    public void Begin(UnitOfWork unit)
    {
        if (file.Path is null)
        {
            agenda.Cancel(unit, AgendaKind, Subject);
        }
        else
        {
            agenda.Plan(unit, unit.Now, AgendaKind, Subject);
        }
    }

    public void Handle(UnitOfWork unit, string subject)
    {
        if (file.Path is null)
        {
            return;
        }
        var all = ledger.All(unit);
        unit.AfterCommit(() => file.Offer(all));
        agenda.Plan(unit, unit.Now + Pause, AgendaKind, Subject);
    }
}
