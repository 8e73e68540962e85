using OutreachBot.Effects;

namespace OutreachBot.Responders.Duty;

/// <summary>TURNO, DESCANSO.</summary>
internal sealed class SetDutyEffect(IResponders responders) : IEffectHandler
{
    public string Effect => "set_duty";

    public EffectResult Handle(EffectRequest request)
    {
        if (request.Responder is { } responder)
        {
            responders.Save(request.Unit, responder with { OnDuty = request.Text("on") == "yes" });
        }
        return EffectResult.Of("ok");
    }
}
