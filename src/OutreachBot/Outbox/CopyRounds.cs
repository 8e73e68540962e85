using OutreachBot.Agenda;
using OutreachBot.Starting;
using OutreachBot.Transactions;

namespace OutreachBot.Outbox;

/// <summary>Once a day the provider is asked what it still holds.</summary>
internal sealed class CopyRounds(ITransactions transactions, CopySearch search, CopyRecord record, IAgenda agenda) : IAgendaHandler, IStartStep
{
    public string Kind => CopySearch.AgendaKind;

    public bool ForEveryCommand => false;

    public Task StartAsync(CancellationToken cancellationToken) => transactions.RunAsync(Begin, cancellationToken);

    public void Handle(UnitOfWork unit, string subject)
    {
        if (!search.HasProvider)
        {
            return;
        }
        agenda.Plan(unit, unit.Now + CopySearch.Pause, CopySearch.AgendaKind, CopySearch.Subject);
        unit.AfterCommit(search.Ask);
    }

    private void Begin(UnitOfWork unit)
    {
        if (!search.HasProvider)
        {
            agenda.Cancel(unit, CopySearch.AgendaKind, CopySearch.Subject);
            return;
        }
        record.Begin(unit);
        if (!agenda.IsPlanned(unit, CopySearch.AgendaKind, CopySearch.Subject))
        {
            agenda.Plan(unit, unit.Now, CopySearch.AgendaKind, CopySearch.Subject);
        }
    }
}
