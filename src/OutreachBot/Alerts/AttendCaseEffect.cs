using OutreachBot.Effects;

namespace OutreachBot.Alerts;

/// <summary><c>attend_case</c>: she is on it.</summary>
internal sealed class AttendCaseEffect(HeldAlerts held, AlertProgress progress, HandOvers handOvers) : IEffectHandler
{
    public string Effect => "attend_case";

    public EffectResult Handle(EffectRequest request)
    {
        if (held.Of(request) is not { } alert || progress.Apply(request.Unit, alert, AlertEvent.Attend) is null)
        {
            return EffectResult.Of("gone");
        }
        // She answers to what she was told: as good as a receipt.
        handOvers.Received(request.Unit, alert.Tip);
        return EffectResult.Of("ok");
    }
}
