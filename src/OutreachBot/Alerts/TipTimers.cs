using OutreachBot.Agenda;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>The times at which a tip that nobody has taken is looked at again.</summary>
internal sealed class TipTimers(IAlertStore alerts, IAgenda agenda, IEscalationClock clock)
{
    /// <summary>When an alert goes further that is sent now. A coordinator is never left without a word for half a day.</summary>
    public DateTimeOffset NextStep(UnitOfWork unit, Tip tip, Tier tier, Responder? asked)
    {
        var due = clock.DueAt(tip.Urgency, tip.Area, unit.Now, asked);
        return tier == Tier.Coordinator && clock.CoordinatorBy(tip.Area, unit.Now) is var latest && latest < due ? latest : due;
    }

    /// <summary>Whether its time may be used now; else when. What is late, for the machine stood still, wakes nobody.</summary>
    public DateTimeOffset? PutOffTo(UnitOfWork unit, Tip tip, bool byDay, Responder? asked = null)
    {
        var from = byDay
            ? clock.ByDay(tip.Urgency, tip.Area, unit.Now, unit.Now)
            : clock.StepFrom(tip.Urgency, tip.Area, unit.Now, asked);
        return from > unit.Now ? from : null;
    }

    /// <summary>When a coordinator is in time to see what nobody is told of now.</summary>
    public DateTimeOffset Latest(UnitOfWork unit, Tip tip) => clock.CoordinatorBy(tip.Area, unit.Now);

    /// <summary>Nobody on file may have it, or nobody is left: it is looked at again until somebody can.</summary>
    public void TryAgain(UnitOfWork unit, Tip tip) =>
        agenda.Plan(unit, unit.Now + Unassigned.Again(tip.Urgency), Unassigned.AgendaKind, tip.Id.ToString());

    /// <summary>The same at a time; for what nobody is told of now, too.</summary>
    public void TryAt(UnitOfWork unit, Tip tip, DateTimeOffset at) => agenda.Plan(unit, at, Unassigned.AgendaKind, tip.Id.ToString());

    /// <summary>A coordinator is told when the time is up; where one has it before her, there is nothing to wait for.</summary>
    public void Limit(UnitOfWork unit, Tip tip, bool coordinatorHasIt)
    {
        if (coordinatorHasIt)
        {
            agenda.Cancel(unit, UnseenTips.AgendaKind, tip.Id.ToString());
        }
        else if (!agenda.IsPlanned(unit, UnseenTips.AgendaKind, tip.Id.ToString()))
        {
            LimitAt(unit, tip, clock.CoordinatorBy(tip.Area, unit.Now));
        }
    }

    /// <summary>The coordinator's time is kept where it was lost and none has it before her.</summary>
    public void KeepLimit(UnitOfWork unit, Tip tip) => Limit(
        unit, tip, coordinatorHasIt: alerts.OfTip(unit, tip.Id).Any(a => a is { State: AlertState.Offered, Tier: Tier.Coordinator }));

    public void LimitAt(UnitOfWork unit, Tip tip, DateTimeOffset at) => agenda.Plan(unit, at, UnseenTips.AgendaKind, tip.Id.ToString());

    /// <summary>Somebody has it before her.</summary>
    public void Offered(UnitOfWork unit, TipId tip) => agenda.Cancel(unit, Unassigned.AgendaKind, tip.ToString());

    /// <summary>Somebody has taken it, or it is over.</summary>
    public void Stop(UnitOfWork unit, TipId tip)
    {
        agenda.Cancel(unit, Unassigned.AgendaKind, tip.ToString());
        agenda.Cancel(unit, UnseenTips.AgendaKind, tip.ToString());
    }
}
