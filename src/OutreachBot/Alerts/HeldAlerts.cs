using OutreachBot.Effects;

namespace OutreachBot.Alerts;

/// <summary>Finds the alert that a responder's run is about.</summary>
internal sealed class HeldAlerts(IAlertStore alerts)
{
    /// <summary>The alert of the run, whatever became of it.</summary>
    public Alert? Any(EffectRequest request) =>
        request.Responder is { } responder && AlertCode.TryParse(request.Call.Run, out var code)
            ? alerts.FindByCode(request.Unit, responder.Id, code)
            : null;

    /// <summary>The same, if she has the case.</summary>
    public Alert? Of(EffectRequest request) => Any(request) is { IsHeld: true } alert ? alert : null;
}
