using OutreachBot.Transactions;

namespace OutreachBot.Agenda;

/// <summary>The agenda as rooms see it: kept in the store, and the runner is told of what is nearer.</summary>
internal sealed class DurableAgenda(IAgendaStore store, [FromKeyedServices(AgendaServices.Bell)] WakeBell bell) : IAgenda
{
    public void Plan(UnitOfWork unit, DateTimeOffset due, string kind, string subject)
    {
        store.Put(unit, new AgendaItem(kind, subject, due, 0));
        unit.AfterCommit(() => bell.Ring(due));
    }

    public void Cancel(UnitOfWork unit, string kind, string subject) => store.Remove(unit, kind, subject);

    public bool IsPlanned(UnitOfWork unit, string kind, string subject) => store.Find(unit, kind, subject) is not null;
}
