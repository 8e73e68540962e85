using OutreachBot.Effects;

namespace OutreachBot.Alerts;

/// <summary><c>pass_alert</c>: the next is asked at once. Passing costs her nothing. Where there is no next, she is told so.</summary>
internal sealed class PassAlertEffect(HeldAlerts held, IAlertStore alerts, CaseReturn cases) : IEffectHandler
{
    public string Effect => "pass_alert";

    public EffectResult Handle(EffectRequest request) => EffectResult.Of(
        held.Any(request) is not { } alert || !cases.GiveBack(request.Unit, alert, request.Text("reason")) ? "gone"
        : alerts.OfTip(request.Unit, alert.Tip).Any(a => a.IsLoad) ? "ok"
        : "alone");
}

/// <summary><c>conflict_alert</c>: she excludes herself, for good and at any time; nothing more of this tip reaches her.</summary>
internal sealed class ConflictAlertEffect(HeldAlerts held, CaseReturn cases) : IEffectHandler
{
    public string Effect => "conflict_alert";

    public EffectResult Handle(EffectRequest request) => EffectResult.Of(
        held.Any(request) is { } alert && cases.Exclude(request.Unit, alert) ? "ok" : "gone");
}
