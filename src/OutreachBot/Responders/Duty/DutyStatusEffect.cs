using OutreachBot.Effects;

namespace OutreachBot.Responders.Duty;

/// <summary>How she stands, and how much waits for her.</summary>
internal sealed class DutyStatusEffect(IResponderWork work) : IEffectHandler
{
    public string Effect => "duty_status";

    public EffectResult Handle(EffectRequest request)
    {
        var count = request.Responder is { } responder ? work.CountOf(request.Unit, responder.Id) : 0;
        return EffectResult.Giving(request.Responder is { OnDuty: true } ? "on" : "off", ("count", count.ToString()));
    }
}
