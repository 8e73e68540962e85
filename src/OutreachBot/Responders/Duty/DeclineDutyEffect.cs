using OutreachBot.Effects;

namespace OutreachBot.Responders.Duty;

/// <summary>Somebody else put her on the list, and she does not want to be on it: as ALTO, no import undoes it.</summary>
internal sealed class DeclineDutyEffect(IResponders responders, IResponderWork work) : IEffectHandler
{
    public string Effect => "decline_duty";

    public EffectResult Handle(EffectRequest request)
    {
        if (request.Responder is { } responder)
        {
            responders.Save(request.Unit, responder with { OnDuty = false, OptedOut = true });
            work.GiveBack(request.Unit, responder.Id);
        }
        return EffectResult.Of("ok");
    }
}
