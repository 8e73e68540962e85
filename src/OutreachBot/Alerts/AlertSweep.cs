using OutreachBot.Agenda;
using OutreachBot.Responders;
using OutreachBot.Starting;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>Looks over every tip that isn't over, at each start and four times a day: none may lie with nobody watching.</summary>
/// <remarks>
/// A second line: each step plans the next in the same commit. But an agenda's row can be lost with a restored backup, and a
/// responder's with a damaged one; a tip must not lie for good because of it.
/// </remarks>
internal sealed class AlertSweep(ITipStore tips, ITransactions transactions, IAgenda agenda, TipMending mending) : IAgendaHandler, IStartStep
{
    public const string AgendaKind = "alerts_sweep";

    private const string Everything = "all";

    private static readonly TimeSpan Again = TimeSpan.FromHours(6);

    public string Kind => AgendaKind;

    public bool ForEveryCommand => false;

    public Task StartAsync(CancellationToken cancellationToken) =>
        transactions.RunAsync(unit => agenda.Plan(unit, unit.Now, AgendaKind, Everything), cancellationToken);

    public void Handle(UnitOfWork unit, string subject)
    {
        foreach (var tip in tips.All(unit).Where(t => !t.IsOver))
        {
            mending.Mend(unit, tip);
        }
        agenda.Plan(unit, unit.Now + Again, AgendaKind, Everything);
    }
}

/// <summary>Somebody came who may be asked: what nobody has before her is tried again at once.</summary>
internal sealed class ArrivalHandler(ITipStore tips, TipMending mending) : IAgendaHandler
{
    public string Kind => Arrival.AgendaKind;

    public void Handle(UnitOfWork unit, string subject)
    {
        foreach (var tip in tips.All(unit).Where(t => t is { IsOver: false, Assigned: null }))
        {
            mending.TryIfUnassigned(unit, tip);
        }
    }
}
