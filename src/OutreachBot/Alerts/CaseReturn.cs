using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>A responder gives an alert or a case back; it goes to the next at once.</summary>
internal sealed class CaseReturn(AlertProgress progress, ITipStore tips, HandOvers handOvers, Dispatch dispatch)
{
    /// <param name="how">Passing on, or declaring a conflict.</param>
    /// <returns>False when there was nothing left to give back.</returns>
    public bool GiveBack(UnitOfWork unit, Alert alert, AlertEvent how)
    {
        if (tips.Find(unit, alert.Tip) is not { IsOver: false } tip || progress.Apply(unit, alert, how) is null)
        {
            return false;
        }
        if (how == AlertEvent.DeclareConflict)
        {
            var discretion = tips.DiscretionOf(unit, tip.Id).KeepingAway([alert.Responder]);
            tips.Save(unit, tip.Id, discretion);
        }
        if (tip.Assigned == alert.Responder)
        {
            tip = tip with { Assigned = null, State = TipState.Alerted };
            tips.Save(unit, tip);
            handOvers.IssueAnew(unit, tip);
        }
        dispatch.Offer(unit, tip);
        return true;
    }
}
