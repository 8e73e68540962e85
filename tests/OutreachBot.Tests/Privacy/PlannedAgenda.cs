using OutreachBot.Agenda;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Privacy;

/// <summary>An agenda on paper: what is planned can be looked at, and is done when the test says so.</summary>
internal sealed class PlannedAgenda : IAgenda
{
    public Dictionary<(string Kind, string Subject), DateTimeOffset> Planned { get; } = [];

    public void Plan(UnitOfWork unit, DateTimeOffset due, string kind, string subject) => Planned[(kind, subject)] = due;

    public void Cancel(UnitOfWork unit, string kind, string subject) => Planned.Remove((kind, subject));

    public bool IsPlanned(UnitOfWork unit, string kind, string subject) => Planned.ContainsKey((kind, subject));

    /// <summary>Does what is due.</summary>
    public void Run(UnitOfWork unit, IAgendaHandler handler)
    {
        foreach (var (key, _) in Planned.Where(p => p.Value <= unit.Now && p.Key.Kind == handler.Kind).ToList())
        {
            Planned.Remove(key);
            handler.Handle(unit, key.Subject);
        }
    }
}
