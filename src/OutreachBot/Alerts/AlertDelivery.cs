using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>An alert, or word of a case, that can't reach its phone: the next is asked at once; a case that she has, a coordinator may take over.</summary>
/// <param name="purpose">One of those with which messages about an alert go out: each is heard of by itself.</param>
internal sealed class AlertDelivery(
    OutboundPurpose purpose, IAlertStore alerts, ITipStore tips, AlertProgress progress, Dispatch dispatch)
    : IDeliveryListener
{
    public OutboundPurpose Purpose => purpose;

    public void Heard(UnitOfWork unit, RandomId subject, bool reached, bool final)
    {
        if (reached || !final
            || alerts.Find(unit, new AlertId(subject)) is not { } alert
            || tips.Find(unit, alert.Tip) is not { IsOver: false } tip)
        {
            return;
        }
        if (alert.IsHeld)
        {
            dispatch.ReferToCoordinator(unit, tip);
        }
        else if (progress.Apply(unit, alert, AlertEvent.FoundUnreachable) is not null)
        {
            dispatch.Offer(unit, tip);
        }
    }
}
