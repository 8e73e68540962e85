using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>What a responder has before her, for the room that keeps who is on file.</summary>
internal sealed class ResponderWork(IAlertStore alerts, WaitingAlerts waiting, CaseReturn cases) : IResponderWork
{
    public int CountOf(UnitOfWork unit, ResponderId responder) => waiting.CountOf(unit, responder);

    public void GiveBack(UnitOfWork unit, ResponderId responder)
    {
        foreach (var alert in alerts.OpenOf(unit, responder))
        {
            cases.GiveBack(unit, alert);
        }
    }
}
