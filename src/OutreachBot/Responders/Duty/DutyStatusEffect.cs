using OutreachBot.Effects;

namespace OutreachBot.Responders.Duty;

/// <summary>How she stands, and how much waits for her.</summary>
internal sealed class DutyStatusEffect(IResponderWork work, IDutyTimes times) : IEffectHandler
{
    public string Effect => "duty_status";

    public EffectResult Handle(EffectRequest request)
    {
        var count = request.Responder is { } responder ? work.CountOf(request.Unit, responder.Id) : 0;
        return EffectResult.Giving(request.Responder is { } she && times.IsOnDuty(she, request.Unit.Now) ? "on" : "off", ("count", count.ToString()));
    }
}
