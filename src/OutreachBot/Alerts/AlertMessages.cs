using System.Globalization;
using OutreachBot.Flows.Languages;
using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>What responders are sent unasked. None of it holds a word of what was told.</summary>
internal sealed class AlertMessages(IUnaskedWords words, CaseWords caseWords, IAlertStore alerts, ITipStore tips, IOutbox outbox, IRingPace pace, WithoutPlace withoutPlace)
{
    public const string Flow = "alert";

    /// <summary>Once, before the first alert: who we are, and how to decline. Names no place.</summary>
    public void Greet(UnitOfWork unit, Responder responder) =>
        Post(unit, responder, OutboundPurpose.Greeting, responder.Id.Value, "greeting_first");

    /// <summary>Whether she may read a place unasked is looked at each time: she may have gone to rest since the last.</summary>
    public Alert Offer(UnitOfWork unit, Responder responder, Alert alert, Tip tip)
    {
        var now = alert with { PlaceFree = !DutyTimes.IsOnDuty(responder, unit.Now) };
        if (MustWait(unit, responder, tip, RingOf(unit, alert, tip)))
        {
            alerts.Save(unit, now);
            return now;
        }
        return Ask(unit, responder, now, OfferOf(responder, now, tip), OutboundPurpose.Alert, OfferOf(responder, now, tip), ValuesOf(responder, now, tip));
    }

    public Alert Remind(UnitOfWork unit, Responder responder, Alert alert, Tip tip)
    {
        if (MustWait(unit, responder, tip, Ring.Again))
        {
            return alert;
        }
        return Ask(unit, responder, alert, "reminder", OutboundPurpose.Reminder, "reminder", ValuesOf(responder, alert, tip));
    }

    /// <summary>Something came for whoever has the case; what it is, she reads when she is alone.</summary>
    public Alert News(UnitOfWork unit, Responder responder, Alert alert) =>
        Ask(unit, responder, alert with { NewsTold = true }, "answer", OutboundPurpose.Relay, "answer_waits", CodeOf(alert));

    /// <summary>She has a case and does nothing. It asks for the code alone, so no digit changes its meaning.</summary>
    /// <param name="asked">She asked the reporter, who hasn't answered.</param>
    public Alert CaseWaits(UnitOfWork unit, Responder responder, Alert alert, bool asked) =>
        Ask(unit, responder, alert, alert.Asked, OutboundPurpose.Reminder, asked ? "case_unanswered" : "case_waits", CodeOf(alert));

    /// <summary>She may still take it; it says no more than is so.</summary>
    /// <param name="another">Somebody else was asked.</param>
    public void Expired(UnitOfWork unit, Responder responder, Alert alert, Tip tip, bool another) =>
        Post(
            unit, responder, OutboundPurpose.Notice, alert.Id.Value,
            tip.Assigned is not null ? "expired_held" : another ? "expired" : "expired_alone", CodeOf(alert));

    /// <summary>The same words whether somebody accepted or the reporter named her: naming must not show.</summary>
    public void Taken(UnitOfWork unit, Responder responder, Alert alert) =>
        Post(unit, responder, OutboundPurpose.Notice, alert.Id.Value, "taken", CodeOf(alert));

    public void OfficeHas(UnitOfWork unit, Responder referrer, Alert hers) =>
        Post(unit, referrer, OutboundPurpose.Notice, hers.Id.Value, "office_has", CodeOf(hers));

    public void OfficeDone(UnitOfWork unit, Responder referrer, Alert hers) =>
        Post(unit, referrer, OutboundPurpose.Notice, hers.Id.Value, "office_done", CodeOf(hers));

    /// <summary>To a coordinator: whose phone it is stands in the list, not on a screen.</summary>
    public void PinTrouble(UnitOfWork unit, Responder coordinator) =>
        Post(unit, coordinator, OutboundPurpose.Notice, RandomId.Draw(), "pin_trouble");

    /// <summary>To a coordinator: very many tips come, and wait.</summary>
    public void Surge(UnitOfWork unit, Responder coordinator) =>
        Post(unit, coordinator, OutboundPurpose.Notice, RandomId.Draw(), "surge");

    /// <summary>To a coordinator: so many came without a place and stand in her list.</summary>
    public void WithoutPlace(UnitOfWork unit, Responder coordinator, int count) =>
        Post(
            unit, coordinator, OutboundPurpose.Notice, RandomId.Draw(), "no_place_wait",
            ("count", count.ToString(CultureInfo.InvariantCulture)));

    /// <summary>To a coordinator: the phone that carries the line has fallen silent.</summary>
    public void PhoneSilent(UnitOfWork unit, Responder coordinator) =>
        Post(unit, coordinator, OutboundPurpose.Notice, RandomId.Draw(), "phone_silent");

    /// <param name="reason">A word of the flow, as in its prompts <c>reason_…</c>.</param>
    public void OfficeNot(UnitOfWork unit, Responder holder, Alert hers, string reason) =>
        Post(
            unit, holder, OutboundPurpose.Notice, hers.Id.Value, "office_not", CodeOf(hers),
            ("reason", words.Say(Flow, $"reason_{reason}", LanguageOf(holder), holder.Address)));

    /// <summary>Whom she was to call has covered her thread, or is back. At the pace of reminders: the word can be written over and over.</summary>
    public void Ringing(UnitOfWork unit, Responder holder, Alert hers, Tip tip, bool mayRing)
    {
        if (!MustWait(unit, holder, tip, Ring.Again))
        {
            Post(unit, holder, OutboundPurpose.Notice, hers.Id.Value, mayRing ? "may_call" : "no_call", CodeOf(hers));
        }
    }

    /// <summary>She asked a coordinator to refer her case, and none takes it.</summary>
    public void CoordinationNot(UnitOfWork unit, Responder holder, Alert hers) =>
        Post(unit, holder, OutboundPurpose.Notice, hers.Id.Value, "coordination_not", CodeOf(hers));

    public void Withdrawn(UnitOfWork unit, Responder responder, Alert alert) =>
        Post(unit, responder, OutboundPurpose.Notice, alert.Id.Value, "withdrawn", CodeOf(alert));

    /// <summary>What the alert flow knows of an alert from the start.</summary>
    public (string Name, string Value)[] ValuesOf(Responder responder, Alert alert, Tip tip) =>
    [
        ("code", alert.Code.ToString()),
        ("municipality", caseWords.PlaceOf(tip, responder)),
        ("urgency", caseWords.UrgencyOf(tip.Urgency, responder)),
    ];

    /// <summary>The first language of hers that the line speaks.</summary>
    public static LanguageTag LanguageOf(Responder responder) =>
        responder.Languages.FirstOrDefault(l => LanguageTag.WithFlows.Contains(l), LanguageTag.Spanish);

    /// <summary>Prompt and state in one: how an alert is offered.</summary>
    private static string OfferOf(Responder responder, Alert alert, Tip tip) =>
        alert.PlaceFree ? "ping"
        : responder.Role == ResponderRole.Official ? "official"
        : alert.Part == AlertPart.Referral ? "referral"
        : alert.Part == AlertPart.Backup ? "backup"
        : tip.IsCallBack ? "call_back"
        : tip.Urgency == Urgency.Urgent ? "offer_urgent"
        : "offer";

    private Alert Ask(
        UnitOfWork unit,
        Responder responder,
        Alert alert,
        string state,
        OutboundPurpose purpose,
        string prompt,
        params (string, string)[] values)
    {
        if (responder.Covered)
        {
            // She is told when she is back: what she wasn't sent is nothing she was asked.
            alerts.Save(unit, alert);
            return alert;
        }
        var asked = alert with { Asked = state, Messages = alert.Messages + 1 };
        alerts.Save(unit, asked);
        Post(unit, responder, purpose, alert.Id.Value, prompt, values);
        return asked;
    }

    private Ring RingOf(UnitOfWork unit, Alert alert, Tip tip) =>
        alerts.OfTip(unit, tip.Id).Any(a => a.Responder == alert.Responder && a.Id != alert.Id) ? Ring.Again
        : tip.Urgency == Urgency.Urgent ? Ring.Danger
        : Ring.Alert;

    // Hundreds of messages would empty her battery and the line's purse, and hide the one that counts: the alert stands in her list.
    private bool MustWait(UnitOfWork unit, Responder responder, Tip tip, Ring ring)
    {
        if (tip is { IsOfNoPlace: true, Urgency: not Urgency.Urgent } && tips.DiscretionOf(unit, tip.Id).OfSurge)
        {
            withoutPlace.Waits(unit, responder.Id);
            return true;
        }
        if (!pace.IsOver(responder.Id, ring, unit.Now))
        {
            return false;
        }
        var isDanger = tip.Urgency == Urgency.Urgent;
        if (pace.IsNews(responder.Id, isDanger, unit.Now))
        {
            Post(unit, responder, OutboundPurpose.Notice, RandomId.Draw(), isDanger ? "many_dangers" : "many_wait");
        }
        return true;
    }

    private void Post(
        UnitOfWork unit, Responder responder, OutboundPurpose purpose, RandomId subject, string prompt, params (string, string)[] values)
    {
        if (responder is { OptedOut: true } or { Suspended: true } or { Covered: true })
        {
            return;
        }
        var text = words.Say(Flow, prompt, LanguageOf(responder), responder.Address, values);
        // The outbox goes by the times alone: the greeting is due a moment before the alert that it announces.
        var due = purpose == OutboundPurpose.Greeting ? unit.Now - TimeSpan.FromMilliseconds(1) : unit.Now;
        outbox.Post(unit, new OutboundMessage(RandomId.Draw(), responder.Address, text, purpose, subject, due) { IsUrgent = prompt == "offer_urgent" });
    }

    private static (string, string) CodeOf(Alert alert) => ("code", alert.Code.ToString());
}
