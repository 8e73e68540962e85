using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>What a responder has before her, for the room that keeps who is on file.</summary>
internal sealed class ResponderWork(IAlertStore alerts, CaseReturn cases) : IResponderWork
{
    public int CountOf(UnitOfWork unit, ResponderId responder) => alerts.OpenOf(unit, responder).Count;

    public void GiveBack(UnitOfWork unit, ResponderId responder)
    {
        foreach (var alert in alerts.OpenOf(unit, responder))
        {
            cases.GiveBack(unit, alert);
        }
    }
}
