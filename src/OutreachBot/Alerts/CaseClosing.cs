using OutreachBot.Agenda;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>Ends a case: what served only while it was open goes, and the time until the rest goes begins.</summary>
internal sealed class CaseClosing(
    IAlertStore alerts, AlertProgress progress, ITipStore tips, HandOvers handOvers, IReporterNews reporter, TipTimers timers, IAgenda agenda)
{
    public void Close(UnitOfWork unit, Tip tip, CaseOutcome outcome)
    {
        foreach (var alert in alerts.OfTip(unit, tip.Id).Where(a => a.IsOpen))
        {
            progress.Apply(unit, alert, alert.IsHeld ? AlertEvent.Close : AlertEvent.TakenByAnother);
        }
        tips.Save(unit, tip with { State = TipState.Closed, Outcome = outcome });
        handOvers.Destroy(unit, tip.Id);
        reporter.Closed(unit, tip);
        timers.Stop(unit, tip.Id);
        TipRetention.PlanEnd(agenda, unit, tip.Id);
    }
}
