using OutreachBot.Agenda;
using OutreachBot.Alerts.Duplicates;
using OutreachBot.Outbox;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>What tips ask of this room.</summary>
internal sealed class Alerting(
    IAlertStore alerts, ITipStore tips, IResponders responders, Dispatch dispatch, AlertProgress progress, AlertMessages messages,
    QueuedWords queued, TipTimers timers, LikeSweep alike, ILikenessStore likeness, IAgenda agenda, IOutbox outbox)
    : IAlerting
{
    public bool Offer(UnitOfWork unit, Tip tip)
    {
        alike.Plan(unit);
        return dispatch.Offer(unit, tip);
    }

    public void OfferLater(UnitOfWork unit, Tip tip)
    {
        alike.Plan(unit);
        timers.TryAt(unit, tip, timers.Latest(unit, tip));
    }

    public void TellOfSurge(UnitOfWork unit, Tip tip)
    {
        // As samples and real tips never meet, neither do what is said of them.
        var all = responders.All(unit)
            .Where(r => r is { Role: ResponderRole.Coordinator, Suspended: false, OptedOut: false } && r.IsSample != tip.FromProvider).ToList();
        var near = all.Where(r => r.Country == tip.Country).ToList();
        foreach (var coordinator in near.Count > 0 ? near : all)
        {
            messages.Surge(unit, coordinator);
        }
    }

    public bool Heighten(UnitOfWork unit, Tip tip)
    {
        if (tip.Assigned is not null)
        {
            TellOfNews(unit, tip);
            dispatch.ReferToCoordinator(unit, tip);
            return true;
        }
        dispatch.AskAnew(unit, tip);
        return dispatch.Offer(unit, tip);
    }

    public Tip TakeAway(UnitOfWork unit, Tip tip, IReadOnlySet<ResponderId> named)
    {
        // Her words may mean anybody who isn't a coordinator, when they name nobody on file.
        var discretion = tips.DiscretionOf(unit, tip.Id);
        bool IsKeptAway(Alert alert) => named.Contains(alert.Responder)
            || (discretion.CoordinatorOnly && alert.Tier != Tier.Coordinator)
            || (discretion.Marks.InstitutionSaid && responders.Find(unit, alert.Responder) is { Role: ResponderRole.Official });
        queued.Unsay(unit, tip.Id, IsKeptAway);
        var theirs = alerts.OfTip(unit, tip.Id).Where(a => a.IsOpen && IsKeptAway(a)).ToList();
        foreach (var alert in theirs)
        {
            End(unit, alert, AlertEvent.TakenByAnother, messages.Taken);
        }
        if (theirs.Exists(a => a.Responder == tip.Assigned))
        {
            tip = tip with { Assigned = null, State = TipState.Alerted };
            tips.Save(unit, tip);
        }
        if (theirs.Count > 0)
        {
            dispatch.Offer(unit, tip);
            dispatch.EnsureCoordinator(unit, tip);
        }
        return tip;
    }

    public void TellOfNews(UnitOfWork unit, Tip tip)
    {
        if (alerts.OfTip(unit, tip.Id).FirstOrDefault(a => a.IsHeld) is { NewsTold: false } alert
            && responders.Find(unit, alert.Responder) is { } responder)
        {
            messages.News(unit, responder, alert);
        }
    }

    public void TellOfRinging(UnitOfWork unit, Tip tip, bool mayRing)
    {
        foreach (var alert in alerts.OfTip(unit, tip.Id).Where(a => a.IsHeld))
        {
            if (responders.Find(unit, alert.Responder) is { } responder)
            {
                messages.Ringing(unit, responder, alert, tip, mayRing);
            }
        }
    }

    public void NewsWasRead(UnitOfWork unit, Tip tip)
    {
        foreach (var alert in alerts.OfTip(unit, tip.Id).Where(a => a.NewsTold))
        {
            alerts.Save(unit, alert with { NewsTold = false });
        }
    }

    public bool IsAttended(UnitOfWork unit, Tip tip) =>
        alerts.OfTip(unit, tip.Id).Any(a => a.State == AlertState.Attending);

    public void Withdraw(UnitOfWork unit, Tip tip)
    {
        foreach (var alert in alerts.OfTip(unit, tip.Id).Where(a => a.IsOpen))
        {
            End(unit, alert, AlertEvent.Withdraw, messages.Withdrawn);
        }
        timers.Stop(unit, tip.Id);
        likeness.Forget(unit, tip.Id);
    }

    public void Remove(UnitOfWork unit, TipId tip)
    {
        var removed = alerts.OfTip(unit, tip);
        foreach (var alert in removed)
        {
            agenda.Cancel(unit, Escalation.AgendaKind, alert.Id.ToString());
            outbox.Withdraw(unit, alert.Id.Value);
        }
        timers.Stop(unit, tip);
        alerts.RemoveOfTip(unit, tip);
        likeness.Forget(unit, tip);
        foreach (var responder in removed.Select(a => a.Responder).Distinct())
        {
            progress.TakeBackGreeting(unit, responder);
        }
    }

    // Who let it expire was told so already, and reads no more of it; nor does anybody to whom nothing of it has left.
    private void End(UnitOfWork unit, Alert alert, AlertEvent happened, Action<UnitOfWork, Responder, Alert> tell)
    {
        if (progress.Apply(unit, alert, happened) is { Messages: > 0 }
            && alert.State != AlertState.Expired
            && responders.Find(unit, alert.Responder) is { } responder)
        {
            tell(unit, responder, alert);
        }
    }
}
