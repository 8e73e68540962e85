using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>What an office does with a case that a coordinator referred to it; she is told each step, by the code of her own case.</summary>
/// <remarks>The status of a referral is its alert's: offered is referred; held is accepted; passed, expired or in conflict is rejected; closed is done.</remarks>
internal sealed class Referrals(
    IAlertStore alerts, ITipStore tips, KeptFrom keptFrom, IResponders responders, AlertProgress progress, HandOvers handOvers, CandidateSearch search,
    Dispatch dispatch, IEscalationClock clock, AlertMessages messages)
{
    public bool IsToOffice(UnitOfWork unit, Alert alert) =>
        alert.Part == AlertPart.Referral && responders.Find(unit, alert.Responder) is { Role: ResponderRole.Official };

    /// <summary>An office answers slower than a defender: it is reminded once before its silence counts.</summary>
    /// <returns>False where it was reminded before, or the alert is no referral to an office.</returns>
    public bool RemindOnce(UnitOfWork unit, Alert alert, Tip tip)
    {
        if (alert.Reminders > 0 || !IsToOffice(unit, alert) || responders.Find(unit, alert.Responder) is not { } office)
        {
            return false;
        }
        var again = progress.Due(unit, alert with { Reminders = 1 }, clock.DueAt(tip.Urgency, tip.Area, unit.Now, asked: null));
        messages.Remind(unit, office, again, tip);
        return true;
    }

    /// <summary>The office doesn't take it, or gives it back: it is with whoever referred it.</summary>
    /// <param name="alert">The office's, as it stood before.</param>
    /// <param name="reason">A word of the flow; null: none given.</param>
    public void Back(UnitOfWork unit, Tip tip, Alert alert, string? reason)
    {
        if (tip.Assigned == alert.Responder)
        {
            GiveBack(unit, tip);
        }
        else if (Holder(unit, tip) is var (held, holder))
        {
            messages.OfficeNot(unit, holder, held, reason ?? "none");
        }
    }

    /// <summary>An office that a case was referred to has closed it.</summary>
    public void Done(UnitOfWork unit, Tip tip)
    {
        if (tip.Assigned is { } by
            && alerts.OfTip(unit, tip.Id).Any(a => a.Responder == by && IsToOffice(unit, a))
            && ReferrerOf(unit, tip) is { } hers
            && responders.Find(unit, hers.Responder) is { } referrer)
        {
            messages.OfficeDone(unit, referrer, hers);
        }
    }

    /// <summary>Whoever had it before her doesn't take it: the next is asked. Of a case that somebody has, the next coordinator; its holder is told when there is none.</summary>
    public void OfferNext(UnitOfWork unit, Tip tip, Alert from)
    {
        if (tip.Assigned is null || from.Part != AlertPart.Referral)
        {
            dispatch.Offer(unit, tip);
        }
        else if (!dispatch.OfferToCoordinator(unit, tip)
            && !alerts.OfTip(unit, tip.Id).Any(a => a is { State: AlertState.Offered, Part: AlertPart.Referral })
            && Holder(unit, tip) is var (hers, holder))
        {
            messages.CoordinationNot(unit, holder, hers);
        }
    }

    private (Alert Hers, Responder Holder)? Holder(UnitOfWork unit, Tip tip) =>
        alerts.OfTip(unit, tip.Id).FirstOrDefault(a => a.IsHeld) is { } held && responders.Find(unit, held.Responder) is { } holder
            ? (held, holder)
            : null;

    private void GiveBack(UnitOfWork unit, Tip tip)
    {
        var free = tip with { Assigned = null, State = TipState.Alerted };
        tips.Save(unit, free);
        handOvers.IssueAnew(unit, free);
        if (ReferrerOf(unit, tip) is { } hers
            && search.Find(unit, free, new HashSet<ResponderId>()).FirstOrDefault(c => c.Responder.Id == hers.Responder) is { } again)
        {
            dispatch.Send(unit, free, again, AlertPart.Primary);
        }
        dispatch.Offer(unit, free);
    }

    // Whoever was kept away since learns nothing of it, though her alert reads "taken" like the referrer's.
    private Alert? ReferrerOf(UnitOfWork unit, Tip tip)
    {
        var discretion = tips.DiscretionOf(unit, tip.Id);
        return discretion.ReferredBy is { } by && !keptFrom.Of(unit, discretion).Contains(by)
            ? alerts.OfTip(unit, tip.Id).Where(a => a.Responder == by && a.State == AlertState.Taken).MaxBy(a => a.SentAt)
            : null;
    }
}
