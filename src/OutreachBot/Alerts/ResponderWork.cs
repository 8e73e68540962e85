using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>What a responder has before her, for the room that keeps who is on file.</summary>
internal sealed class ResponderWork(IAlertStore alerts, CaseReturn cases) : IResponderWork
{
    public int CountOf(UnitOfWork unit, ResponderId responder) => alerts.OpenOf(unit, responder).Count;

    public void GiveBack(UnitOfWork unit, ResponderId responder) => GiveBack(unit, responder, _ => true);

    public void GiveBackOffers(UnitOfWork unit, ResponderId responder) => GiveBack(unit, responder, alert => !alert.IsHeld);

    private void GiveBack(UnitOfWork unit, ResponderId responder, Func<Alert, bool> which)
    {
        foreach (var alert in alerts.OpenOf(unit, responder).Where(which))
        {
            cases.GiveBack(unit, alert);
        }
    }
}
