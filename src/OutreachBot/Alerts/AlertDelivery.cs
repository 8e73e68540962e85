using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>An alert that can't reach its phone goes to the next at once.</summary>
internal sealed class AlertDelivery(IAlertStore alerts, ITipStore tips, AlertProgress progress, Dispatch dispatch) : IDeliveryListener
{
    public OutboundPurpose Purpose => OutboundPurpose.Alert;

    public void Heard(UnitOfWork unit, RandomId subject, bool reached, bool final)
    {
        if (!reached && final
            && alerts.Find(unit, new AlertId(subject)) is { } alert
            && progress.Apply(unit, alert, AlertEvent.FoundUnreachable) is not null
            && tips.Find(unit, alert.Tip) is { } tip)
        {
            dispatch.Offer(unit, tip);
        }
    }
}
