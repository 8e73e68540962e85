using OutreachBot.Flows.Languages;
using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>What responders are sent unasked. None of it holds a word of what was told.</summary>
internal sealed class AlertMessages(IUnaskedWords words, CaseWords caseWords, IOutbox outbox)
{
    public const string Flow = "alert";

    /// <summary>Once, before the first alert: who we are, and that she may decline. Names no place.</summary>
    public void Greet(UnitOfWork unit, Responder responder) =>
        Post(unit, responder, OutboundPurpose.Greeting, subject: null, "greeting");

    public void Offer(UnitOfWork unit, Responder responder, Alert alert, Tip tip) =>
        Post(unit, responder, OutboundPurpose.Alert, alert.Id, PromptOf(responder, alert, tip), ValuesOf(responder, alert, tip));

    public void Remind(UnitOfWork unit, Responder responder, Alert alert, Tip tip) =>
        Post(unit, responder, OutboundPurpose.Reminder, alert.Id, "reminder", ValuesOf(responder, alert, tip));

    public void Expired(UnitOfWork unit, Responder responder, Alert alert) => Notice(unit, responder, alert, "expired");

    /// <summary>The same words whether somebody accepted or the reporter named her: naming must not show.</summary>
    public void Taken(UnitOfWork unit, Responder responder, Alert alert) => Notice(unit, responder, alert, "taken");

    public void Withdrawn(UnitOfWork unit, Responder responder, Alert alert) => Notice(unit, responder, alert, "withdrawn");

    public void News(UnitOfWork unit, Responder responder, Alert alert) => Notice(unit, responder, alert, "answer_waits");

    /// <summary>What the flow knows of an alert from the start.</summary>
    public (string Name, string Value)[] ValuesOf(Responder responder, Alert alert, Tip tip) =>
    [
        ("code", alert.Code.ToString()),
        ("municipality", caseWords.PlaceOf(tip, responder)),
        ("urgency", caseWords.UrgencyOf(tip.Urgency, responder)),
    ];

    /// <summary>The first language of hers that the line speaks.</summary>
    public static LanguageTag LanguageOf(Responder responder) =>
        responder.Languages.FirstOrDefault(l => LanguageTag.WithFlows.Contains(l), LanguageTag.Spanish);

    private static string PromptOf(Responder responder, Alert alert, Tip tip) =>
        alert.PlaceFree ? "ping"
        : responder.Role == ResponderRole.Official ? "official"
        : alert.Part == AlertPart.Backup ? "backup"
        : alert.Part == AlertPart.Referral ? "referral"
        : tip.IsCallBack ? "call_back"
        : tip.Urgency == Urgency.Urgent ? "offer_urgent"
        : "offer";

    private void Notice(UnitOfWork unit, Responder responder, Alert alert, string prompt) =>
        Post(unit, responder, OutboundPurpose.Notice, alert.Id, prompt, ("code", alert.Code.ToString()));

    private void Post(
        UnitOfWork unit, Responder responder, OutboundPurpose purpose, AlertId? subject, string prompt, params (string, string)[] values)
    {
        if (responder.OptedOut)
        {
            return;
        }
        var text = words.Say(Flow, prompt, LanguageOf(responder), responder.Address, values);
        outbox.Post(unit, new OutboundMessage(RandomId.Draw(), responder.Address, text, purpose, subject?.Value, unit.Now));
    }
}
