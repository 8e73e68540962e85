using OutreachBot.Effects;

namespace OutreachBot.Responders.Duty;

/// <summary>TURNO, DESCANSO. TURNO outside of her hours holds until DESCANSO.</summary>
internal sealed class SetDutyEffect(IResponders responders, IDutyTimes times) : IEffectHandler
{
    public string Effect => "set_duty";

    public EffectResult Handle(EffectRequest request)
    {
        if (request.Responder is { } responder)
        {
            var on = request.Text("on") == "yes";
            responders.Save(request.Unit, responder with { OnDuty = on, OutOfHours = on && IsOutOfHours(responder, request.Unit.Now) });
        }
        return EffectResult.Of("ok");
    }

    private bool IsOutOfHours(Responder responder, DateTimeOffset now) => responder.Hours is not null && !times.IsDutyTime(responder, now);
}
