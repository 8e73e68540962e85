using OutreachBot.Effects;
using OutreachBot.Responders;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary><c>accept_alert</c>: the first who accepts has the case; the others read that it is taken.</summary>
internal sealed class AcceptAlertEffect(
    HeldAlerts held,
    IAlertStore alerts,
    ITipStore tips,
    IResponders responders,
    AlertProgress progress,
    HandOvers handOvers,
    CaseWatch watch,
    AlertMessages messages,
    TipTimers timers)
    : IEffectHandler
{
    public string Effect => "accept_alert";

    public EffectResult Handle(EffectRequest request)
    {
        if (held.Any(request) is not { } alert || tips.Find(request.Unit, alert.Tip) is not { } tip)
        {
            return EffectResult.Of("gone");
        }
        if (alert.IsHeld)
        {
            return EffectResult.Of("ok");
        }
        if (alert.State == AlertState.Taken || (tip.Assigned is not null && alert.Part != AlertPart.Referral))
        {
            return EffectResult.Of("taken");
        }
        if (tip.IsOver || progress.Apply(request.Unit, alert, AlertEvent.Accept) is not { } accepted)
        {
            return EffectResult.Of("gone");
        }
        watch.Begin(request.Unit, accepted, tip);
        Assign(request.Unit, tip, request.Responder!);
        if (alert.Part == AlertPart.Referral)
        {
            // Whoever had it before has read the copy.
            handOvers.IssueAnew(request.Unit, tip);
        }
        TellOthers(request.Unit, alert, isOffice: request.Responder!.Role == ResponderRole.Official && alert.Part == AlertPart.Referral);
        return EffectResult.Of("ok");
    }

    private void Assign(UnitOfWork unit, Tip tip, Responder responder)
    {
        tips.Save(unit, tip with
        {
            Assigned = responder.Id,
            State = responder.Role == ResponderRole.Official ? TipState.Referred : TipState.Accepted,
        });
        timers.Stop(unit, tip.Id);
    }

    private void TellOthers(UnitOfWork unit, Alert accepted, bool isOffice)
    {
        foreach (var other in alerts.OfTip(unit, accepted.Tip).Where(a => a.Id != accepted.Id && a.IsOpen))
        {
            if (progress.Apply(unit, other, AlertEvent.TakenByAnother) is { Messages: > 0 }
                && other.State != AlertState.Expired
                && responders.Find(unit, other.Responder) is { } responder)
            {
                if (isOffice && other.IsHeld)
                {
                    messages.OfficeHas(unit, responder, other);
                }
                else
                {
                    messages.Taken(unit, responder, other);
                }
            }
        }
    }
}
