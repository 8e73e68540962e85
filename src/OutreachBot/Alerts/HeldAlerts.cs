using OutreachBot.Effects;
using OutreachBot.Tips;

namespace OutreachBot.Alerts;

/// <summary>Finds the alert that a responder's run is about.</summary>
internal sealed class HeldAlerts(IAlertStore alerts, ITipStore tips, CaseWatch watch)
{
    /// <summary>The alert of the run, whatever became of it.</summary>
    public Alert? Any(EffectRequest request) =>
        request.Responder is { } responder && AlertCode.TryParse(request.Call.Run, out var code)
            ? alerts.FindByCode(request.Unit, responder.Id, code)
            : null;

    /// <summary>The same, if she has the case. That she acts on it is noted: it doesn't lie.</summary>
    public Alert? Of(EffectRequest request) =>
        Any(request) is { IsHeld: true } alert && tips.Find(request.Unit, alert.Tip) is { IsOver: false } tip
            ? watch.Begin(request.Unit, alert, tip)
            : null;
}
