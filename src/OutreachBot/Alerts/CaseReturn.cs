using OutreachBot.Responders;
using OutreachBot.Routing.KeepAway;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>A responder gives an alert or a case back; it goes to the next at once.</summary>
internal sealed class CaseReturn(
    IAlertStore alerts, AlertProgress progress, ITipStore tips, IResponders responders, HandOvers handOvers, QueuedWords queued, Referrals referrals)
{
    /// <returns>False when there was nothing left to give back.</returns>
    /// <param name="reason">Why an office doesn't take it, in a word of the flow.</param>
    public bool GiveBack(UnitOfWork unit, Alert alert, string? reason = null)
    {
        if (tips.Find(unit, alert.Tip) is not { IsOver: false } tip || progress.Apply(unit, alert, AlertEvent.Pass) is null)
        {
            return false;
        }
        GoOn(unit, tip, alert, reason);
        return true;
    }

    /// <summary>She declares a conflict of interest, at whatever time: nothing more of the tip reaches her, and she opens no seal of it.</summary>
    /// <returns>False when the tip is gone.</returns>
    public bool Exclude(UnitOfWork unit, Alert declared)
    {
        if (tips.Find(unit, declared.Tip) is not { State: not TipState.Withdrawn } tip)
        {
            return false;
        }
        var discretion = tips.DiscretionOf(unit, tip.Id).KeepingAway([declared.Responder]);
        if (responders.Find(unit, declared.Responder) is { } she)
        {
            discretion = discretion with { Marks = discretion.Marks.With(KeptMarks.Of([she], withAllOfTheirs: [])) };
        }
        tips.Save(unit, tip.Id, discretion);
        queued.Unsay(unit, tip.Id, a => a.Responder == declared.Responder);
        // Asked once more after she had passed, she may answer the older alert.
        foreach (var hers in alerts.OfTip(unit, tip.Id).Where(a => a.Responder == declared.Responder))
        {
            progress.Apply(unit, hers, AlertEvent.DeclareConflict);
        }
        if (!tip.IsOver)
        {
            GoOn(unit, tip, declared, "conflict");
        }
        return true;
    }

    private void GoOn(UnitOfWork unit, Tip tip, Alert from, string? reason)
    {
        if (from.IsOpen && referrals.IsToOffice(unit, from))
        {
            referrals.Back(unit, tip, from, reason);
            return;
        }
        if (tip.Assigned == from.Responder)
        {
            tip = tip with { Assigned = null, State = TipState.Alerted };
            tips.Save(unit, tip);
            handOvers.IssueAnew(unit, tip);
        }
        if (tip.Assigned is null || from.IsOpen)
        {
            referrals.OfferNext(unit, tip, from);
        }
    }
}
