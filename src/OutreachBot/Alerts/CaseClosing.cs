using OutreachBot.Agenda;
using OutreachBot.Alerts.Duplicates;
using OutreachBot.Responders;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>Ends a case: what served only while it was open goes, and the time until the rest goes begins.</summary>
internal sealed class CaseClosing(
    IAlertStore alerts, AlertProgress progress, IResponders responders, AlertMessages messages, ITipStore tips, HandOvers handOvers,
    IReporterNews reporter, ILikenessStore likeness, Referrals referrals, TipTimers timers, CaseJoining joining, IAgenda agenda)
{
    public void Close(UnitOfWork unit, Tip tip, CaseOutcome outcome)
    {
        foreach (var alert in alerts.OfTip(unit, tip.Id).Where(a => a.IsOpen))
        {
            End(unit, alert);
        }
        referrals.Done(unit, tip);
        if (outcome == CaseOutcome.Duplicate)
        {
            Point(unit, tip);
        }
        tips.Save(unit, tip with { State = TipState.Closed, Outcome = outcome });
        handOvers.Destroy(unit, tip.Id);
        reporter.Closed(unit, tip);
        timers.Stop(unit, tip.Id);
        TipRetention.PlanEnd(agenda, unit, tip.Id);
    }

    // Whoever was asked and hasn't answered isn't left with a question that nobody asks any more.
    private void End(UnitOfWork unit, Alert alert)
    {
        if (progress.Apply(unit, alert, alert.IsHeld ? AlertEvent.Close : AlertEvent.TakenByAnother) is { State: AlertState.Taken, Messages: > 0 }
            && alert.State == AlertState.Offered
            && responders.Find(unit, alert.Responder) is { } responder)
        {
            messages.Taken(unit, responder, alert);
        }
    }

    // To one that a coordinator said is the same, where it isn't known already.
    private void Point(UnitOfWork unit, Tip tip)
    {
        if (likeness.DuplicateOf(unit, tip.Id) is null
            && likeness.All(unit).FirstOrDefault(p => p.Verdict == LikeVerdict.Same && p.IsOf(tip.Id)) is { } pair)
        {
            likeness.PointTo(unit, tip.Id, pair.First == tip.Id ? pair.Second : pair.First);
        }
        if (likeness.DuplicateOf(unit, tip.Id) is { } of && tips.Find(unit, of) is { IsOver: false } goesOn)
        {
            joining.Join(unit, goesOn, [tip]);
        }
    }
}
