using OutreachBot.Alerts.Duplicates;
using OutreachBot.Effects;
using OutreachBot.Responders;
using OutreachBot.Tips;

namespace OutreachBot.Alerts;

/// <summary><c>list_alerts</c>: what waits for her, by code, the most urgent first.</summary>
internal sealed class ListAlertsEffect(WaitingAlerts waiting, ILikenessStore likeness, CaseWords words) : IEffectHandler
{
    /// <summary>More would not fit two segments.</summary>
    private const int Shown = 5;

    public string Effect => "list_alerts";

    public EffectResult Handle(EffectRequest request)
    {
        var open = request.Responder is { } responder ? waiting.Of(request.Unit, responder.Id) : [];
        var lines = open.Select(o => Line(o.Alert, o.Tip, request.Responder!)).ToList();
        if (request.Responder is { } she)
        {
            lines.AddRange(likeness.NoticesOf(request.Unit, she.Id).Select(n => words.RepeatedOf(n.Code, she)));
        }
        return lines.Count == 0
            ? EffectResult.Of("none")
            : EffectResult.Giving("some", ("alerts", string.Join(", ", lines.Take(Shown))), ("count", lines.Count.ToString()));
    }

    // She asked for it, but resting she asked for no place.
    private string Line(Alert alert, Tip tip, Responder responder) =>
        alert.PlaceFree && !alert.IsHeld ? alert.Code.ToString() : $"{alert.Code} {words.PlaceOf(tip, responder)}";
}
