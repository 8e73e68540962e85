using OutreachBot.Effects;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;
using OutreachBot.Responders;
using OutreachBot.Sounds;
using OutreachBot.Transactions;

namespace OutreachBot.Conversations;

/// <summary>What a message is an answer to.</summary>
/// <param name="Entered">As in <see cref="KeptConversation"/>.</param>
internal sealed record Addressed(Session Session, Input Input, IReadOnlyDictionary<string, string> Entered);

/// <summary>Decides whether a message answers something that was sent unasked, or belongs to the conversation as it stands.</summary>
/// <remarks>
/// What is sent unasked never changes what a bare digit means to somebody in a conversation: an alert is answered with its
/// code, or by a bare digit when nothing else is open and only one thing waits.
/// </remarks>
internal sealed class Addressing(IOpenAlerts alerts, IPendingForPerson pending, IFlowBook flows)
{
    public Addressed Read(UnitOfWork unit, KeptConversation kept, Message message, Responder? responder)
    {
        // A code stands in the thread for whoever scrolls up.
        if (kept.Session.Cover.IsOn)
        {
            return new Addressed(kept.Session, message, kept.Entered);
        }
        OpenAlert? closed = null;
        if (responder is not null)
        {
            (kept, closed) = WithoutWithdrawn(unit, kept, responder);
        }
        var answers = responder is not null
            ? ByCode(unit, kept, message, responder) ?? Closed(kept, message, closed) ?? OnlyAlert(unit, kept, message, responder)
            : Pending(unit, kept, message) ?? Rest(unit, kept, message);
        return answers ?? new Addressed(kept.Session, message, kept.Entered);
    }

    private Addressed? ByCode(UnitOfWork unit, KeptConversation kept, Message message, Responder responder)
    {
        foreach (var (code, rest) in AnswerByCode.Readings(message.Text))
        {
            var answer = message with { Text = rest };
            var isOpen = kept.Session.Runs.TryGetValue(code, out var run) && run.Frames.Count > 0;
            if (alerts.Find(unit, responder.Id, code) is { } alert && !(isOpen && WasEntered(kept, alert)))
            {
                return Enter(kept, alert, IsEmpty(answer) ? null : answer);
            }
            if (isOpen)
            {
                return new Addressed(kept.Session with { Focus = code }, answer, kept.Entered);
            }
        }
        return null;
    }

    /// <summary>What was open about a case that was withdrawn since ends: its menu would be asked again, and words for it go nowhere.</summary>
    /// <returns>Also the one of them that a bare answer would have belonged to.</returns>
    private (KeptConversation Kept, OpenAlert? Focused) WithoutWithdrawn(UnitOfWork unit, KeptConversation kept, Responder responder)
    {
        var session = kept.Session;
        var over = session.Runs.Where(r => r.Key.Length > 0 && r.Value is { Frames.Count: > 0, Pending: null })
            .Select(r => alerts.Find(unit, responder.Id, r.Key)).OfType<OpenAlert>()
            .Where(a => a.IsWithdrawn && !WasEntered(kept, a)).ToList();
        if (over.Count == 0)
        {
            return (kept, null);
        }
        var open = session.Runs.Where(r => r.Value.Frames.Count > 0).Select(r => r.Key).ToList();
        var focus = open.Contains(session.Focus) ? session.Focus : open is [var only] ? only : "";
        var runs = session.Runs.Where(r => !over.Exists(a => a.Code == r.Key)).ToDictionary(StringComparer.Ordinal);
        return (
            kept with { Session = session with { Runs = runs, Focus = runs.ContainsKey(session.Focus) ? session.Focus : "" } },
            over.Find(a => a.Code == focus));
    }

    /// <summary>Said before she learnt that it is over; a word that means something everywhere is heard as that.</summary>
    private Addressed? Closed(KeptConversation kept, Message message, OpenAlert? closed) =>
        closed is not null && flows.Current.Words.Concept(message.Text, LanguageOf(kept.Session)) is null ? Enter(kept, closed, null) : null;

    private Addressed? OnlyAlert(UnitOfWork unit, KeptConversation kept, Message message, Responder responder) =>
        IsShort(message) && !IsSomethingElse(kept.Session) && alerts.Of(unit, responder.Id) is [var only] && IsAnswer(kept.Session, message, only.Entry)
            ? Enter(kept, only, message)
            : null;

    private Addressed? Pending(UnitOfWork unit, KeptConversation kept, Message message)
    {
        if (!IsShort(message) || IsSomethingElse(kept.Session) || pending.Find(unit, kept.Session, kept.ShownOn) is not { } entry)
        {
            return null;
        }
        // Whoever only says hello is told that something waits, and nothing of what.
        var answer = IsAnswer(kept.Session, message, entry) ? message : null;
        return answer is not null || IsGreeting(kept.Session, message)
            ? new Addressed(kept.Session, new Enter("", entry.Flow, entry.State, entry.Values, answer), kept.Entered)
            : null;
    }

    private Addressed? Rest(UnitOfWork unit, KeptConversation kept, Message message) =>
        AnswerLink.IsIn(kept.Session, unit.Now) && !IsSomethingElse(kept.Session) && flows.Current.Words.ReadsLikeStory(message.Text)
            ? new Addressed(kept.Session, new Enter("", "follow_up", "rest", Session.Stranger.Links, message), kept.Entered)
            : null;

    /// <summary>A digit, or the whole word by which an option is called there.</summary>
    private bool IsAnswer(Session session, Message message, EntryPoint entry) =>
        IsBareDigit(message) || flows.Current.Offers(entry.Flow, entry.State, message.Text, LanguageOf(session));

    private bool IsGreeting(Session session, Message message) =>
        flows.Current.Words.Concept(message.Text, LanguageOf(session)) == "hello";

    private static LanguageTag LanguageOf(Session session) => session.Language ?? LanguageTag.Spanish;

    private static Addressed Enter(KeptConversation kept, OpenAlert alert, Message? answer)
    {
        // Of runs that are over nothing need be remembered: their alerts are entered anew.
        var entered = kept.Entered.Where(e => kept.Session.Runs.ContainsKey(e.Key)).ToDictionary(StringComparer.Ordinal);
        entered[alert.Code] = alert.Asked;
        return new Addressed(
            kept.Session, new Enter(alert.Code, alert.Entry.Flow, alert.Entry.State, alert.Entry.Values, answer), entered);
    }

    private static bool WasEntered(KeptConversation kept, OpenAlert alert) =>
        kept.Entered.TryGetValue(alert.Code, out var asked) && asked == alert.Asked;

    /// <summary>A digit belongs to what is open.</summary>
    private static bool IsSomethingElse(Session session) =>
        session.Held is not null || session.Runs.Values.Any(r => r.Frames.Count > 0);

    private static bool IsBareDigit(Message message) =>
        message is { Text: [>= '1' and <= '8'], Attachments.Count: 0, Pin: null };

    private static bool IsShort(Message message) =>
        message is { Text.Length: > 0 and <= 40, Attachments.Count: 0, Pin: null };

    private static bool IsEmpty(Message message) =>
        message is { Text: "", Attachments.Count: 0, Pin: null, Choice: null };
}
