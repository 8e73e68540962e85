using OutreachBot.Alerts.Duplicates;
using OutreachBot.Conversations;
using OutreachBot.Responders;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>What a responder may answer by its code, and where in the alert flow.</summary>
internal sealed class OpenAlerts(IAlertStore alerts, ITipStore tips, IResponders responders, AlertMessages messages, ILikenessStore likeness) : IOpenAlerts
{
    public OpenAlert? Find(UnitOfWork unit, ResponderId responder, string code) =>
        AlertCode.TryParse(code, out var read) && alerts.FindByCode(unit, responder, read) is { } alert
            ? Read(unit, alert)
            : likeness.NoticesOf(unit, responder).Where(n => n.Code.ToString() == code).Select(Read).FirstOrDefault();

    public IReadOnlyList<OpenAlert> Of(UnitOfWork unit, ResponderId responder) =>
    [
        .. alerts.OpenOf(unit, responder)
            .Where(a => a.State != AlertState.Expired)
            .OrderBy(a => a.SentAt)
            .Select(a => Read(unit, a))
            .OfType<OpenAlert>()
            .Concat(likeness.NoticesOf(unit, responder).Select(Read)),
    ];

    private static OpenAlert Read(LikeNotice notice) => new(
        notice.Code.ToString(),
        "alike",
        new EntryPoint("alike", "show", new Dictionary<string, string>(StringComparer.Ordinal) { ["code"] = notice.Code.ToString() }));

    private OpenAlert? Read(UnitOfWork unit, Alert alert)
    {
        if (tips.Find(unit, alert.Tip) is not { } tip || responders.Find(unit, alert.Responder) is not { } responder)
        {
            return null;
        }
        // One whose alert is over learns no more than its code: not where, not how it went on.
        (string Name, string Value)[] values = alert.IsOpen && !tip.IsOver
            ? [.. messages.ValuesOf(responder, alert, tip), ("leads", responder.Role == ResponderRole.Coordinator ? "yes" : "no")]
            : [("code", alert.Code.ToString())];
        return new OpenAlert(
            alert.Code.ToString(),
            $"{(alert.IsOpen ? alert.Asked : StateOf(alert, responder))}:{alert.Messages}",
            new EntryPoint(AlertMessages.Flow, StateOf(alert, responder), values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal)),
            alert.State == AlertState.Withdrawn);
    }

    private static string StateOf(Alert alert, Responder responder) => alert.State switch
    {
        AlertState.Taken => "taken",
        _ when !alert.IsOpen => "gone",
        // Her conversation about it may have been dropped: it goes on where she stood, not with an offer that she has taken.
        AlertState.Accepted when !alert.NewsTold => "accepted",
        AlertState.Attending when !alert.NewsTold => responder.Role == ResponderRole.Coordinator ? "led_case" : "case",
        _ => alert.Asked,
    };
}
