using OutreachBot.Agenda;
using OutreachBot.Effects;

namespace OutreachBot.Responders.Duty;

/// <summary>TURNO, DESCANSO. TURNO outside of her hours holds until DESCANSO, or <see cref="TurnEnd"/>.</summary>
internal sealed class SetDutyEffect(IResponders responders, IDutyTimes times, IAgenda agenda) : IEffectHandler
{
    public string Effect => "set_duty";

    public EffectResult Handle(EffectRequest request)
    {
        if (request.Responder is { } responder)
        {
            var on = request.Text("on") == "yes";
            var outOfHours = on && IsOutOfHours(responder, request.Unit.Now);
            responders.Save(request.Unit, responder with { OnDuty = on, OutOfHours = outOfHours });
            if (outOfHours)
            {
                agenda.Plan(request.Unit, TurnEnd.Of(responder, times, request.Unit.Now), TurnEnd.AgendaKind, responder.Id.ToString());
            }
        }
        return EffectResult.Of("ok");
    }

    private bool IsOutOfHours(Responder responder, DateTimeOffset now) => responder.Hours is not null && !times.IsDutyTime(responder, now);
}
