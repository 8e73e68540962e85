using OutreachBot.Alerts.Duplicates;
using OutreachBot.Effects;
using OutreachBot.Responders;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary><c>list_alerts</c>: what waits for her, by code, the most urgent first.</summary>
internal sealed class ListAlertsEffect(IAlertStore alerts, ITipStore tips, ILikenessStore likeness, CaseWords words) : IEffectHandler
{
    /// <summary>More would not fit two segments.</summary>
    private const int Shown = 5;

    public string Effect => "list_alerts";

    public EffectResult Handle(EffectRequest request)
    {
        var open = request.Responder is { } responder ? Open(request.Unit, responder) : [];
        var lines = open.Select(o => Line(o.Alert, o.Tip, request.Responder!)).ToList();
        if (request.Responder is { } she)
        {
            lines.AddRange(likeness.NoticesOf(request.Unit, she.Id).Select(n => words.RepeatedOf(n.Code, she)));
        }
        return lines.Count == 0
            ? EffectResult.Of("none")
            : EffectResult.Giving("some", ("alerts", string.Join(", ", lines.Take(Shown))), ("count", lines.Count.ToString()));
    }

    private List<(Alert Alert, Tip Tip)> Open(UnitOfWork unit, Responder responder) =>
    [
        .. alerts.OpenOf(unit, responder.Id)
            .Where(a => a.State != AlertState.Expired)
            .Select(a => (Alert: a, Tip: tips.Find(unit, a.Tip)))
            .Where(a => a.Tip is { IsOver: false })
            .Select(a => (a.Alert, a.Tip!))
            .OrderByDescending(a => a.Item2.Urgency).ThenBy(a => a.Alert.SentAt),
    ];

    // She asked for it, but resting she asked for no place.
    private string Line(Alert alert, Tip tip, Responder responder) =>
        alert.PlaceFree && !alert.IsHeld ? alert.Code.ToString() : $"{alert.Code} {words.PlaceOf(tip, responder)}";
}
