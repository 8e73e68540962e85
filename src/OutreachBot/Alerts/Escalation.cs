using OutreachBot.Agenda;
using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>What happens when nobody answers an alert in time: the next is asked; a coordinator keeps it and is reminded. And when whoever has a case lets it lie.</summary>
internal sealed class Escalation(
    IAlertStore alerts, ITipStore tips, IResponders responders, AlertProgress progress, Referrals referrals, Dispatch dispatch, CaseWatch watch, IEscalationClock clock, TipTimers timers, AlertMessages messages)
    : IAgendaHandler
{
    public const string AgendaKind = "alert_due";

    /// <summary>Nothing stays unseen longer without a word.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromHours(12);

    public string Kind => AgendaKind;

    public void Handle(UnitOfWork unit, string subject)
    {
        if (!RandomId.TryParse(subject, out var id)
            || alerts.Find(unit, new AlertId(id)) is not { } alert
            || tips.Find(unit, alert.Tip) is not { IsOver: false } tip)
        {
            return;
        }
        if (alert.State != AlertState.Offered && !alert.IsHeld)
        {
            return;
        }
        if (timers.PutOffTo(unit, tip, byDay: alert.IsHeld || alert.Tier == Tier.Coordinator, responders.Find(unit, alert.Responder)) is { } later)
        {
            progress.Due(unit, alert, later);
        }
        else if (alert.IsHeld)
        {
            watch.Silent(unit, alert, tip);
        }
        else
        {
            Unanswered(unit, alert, tip);
        }
    }

    private void Unanswered(UnitOfWork unit, Alert alert, Tip tip)
    {
        if (alert.Tier == Tier.Coordinator)
        {
            if (responders.Find(unit, alert.Responder) is not { OptedOut: false, Suspended: false })
            {
                // Nothing can be sent to her, so nothing would ever be heard of it either.
                progress.Apply(unit, alert, AlertEvent.FoundUnreachable);
                referrals.OfferNext(unit, tip, alert);
                return;
            }
            Remind(unit, alert, tip);
            dispatch.OfferToCoordinator(unit, tip);
            return;
        }
        if (referrals.RemindOnce(unit, alert, tip))
        {
            return;
        }
        var expired = progress.Apply(unit, alert, AlertEvent.Expire);
        var another = false;
        if (referrals.IsToOffice(unit, alert))
        {
            referrals.Back(unit, tip, alert, "silent");
        }
        else
        {
            another = dispatch.Offer(unit, tip);
        }
        if (expired is { Messages: > 0 } && responders.Find(unit, alert.Responder) is { } responder)
        {
            messages.Expired(unit, responder, alert, tip, another);
        }
    }

    private void Remind(UnitOfWork unit, Alert alert, Tip tip)
    {
        // Each time twice as long, so that a night of reminders doesn't empty her battery, and never longer than half a day.
        var wait = clock.DueAt(tip.Urgency, tip.Area, unit.Now, responders.Find(unit, alert.Responder)) - unit.Now;
        var longer = TimeSpan.FromTicks(Math.Min(wait.Ticks << Math.Min(alert.Reminders, 6), LongestSilence.Ticks));
        var again = progress.Due(
            unit, alert with { Reminders = alert.Reminders + 1 }, clock.ByDay(tip.Urgency, tip.Area, unit.Now, unit.Now + longer));
        if (responders.Find(unit, alert.Responder) is { } responder)
        {
            messages.Remind(unit, responder, again, tip);
        }
    }
}
