using OutreachBot.Outbox;
using OutreachBot.Responders;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>What a responder has before her, for the room that keeps who is on file.</summary>
internal sealed class ResponderWork(
    IAlertStore alerts, ITipStore tips, IResponders responders, WaitingAlerts waiting, CaseReturn cases, Dispatch dispatch, AlertMessages messages, IOutbox outbox)
    : IResponderWork
{
    public int CountOf(UnitOfWork unit, ResponderId responder) => waiting.CountOf(unit, responder);

    public void GiveBack(UnitOfWork unit, ResponderId responder)
    {
        foreach (var alert in alerts.OpenOf(unit, responder))
        {
            cases.GiveBack(unit, alert);
        }
    }

    public void SetAside(UnitOfWork unit, ResponderId responder)
    {
        foreach (var alert in alerts.OpenOf(unit, responder))
        {
            outbox.Withdraw(unit, alert.Id.Value);
            if (alert.State == AlertState.Offered)
            {
                cases.GiveBack(unit, alert, "silent");
            }
            else if (alert.IsHeld && tips.Find(unit, alert.Tip) is { IsOver: false } tip)
            {
                dispatch.ReferToCoordinator(unit, tip);
            }
        }
    }

    public void TakeUp(UnitOfWork unit, ResponderId responder)
    {
        foreach (var alert in alerts.OpenOf(unit, responder).Where(a => a is { IsHeld: true, NewsTold: true }))
        {
            if (responders.Find(unit, responder) is { } back)
            {
                messages.News(unit, back, alert);
            }
        }
    }
}
