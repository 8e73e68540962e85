using System.Buffers;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Running;

/// <summary>Begins where nothing is open: a flow that a word starts, else the welcome; what a message tells is kept.</summary>
internal sealed class Beginnings(Turn turn, Steering steering)
{
    private const string FollowUp = "follow_up";
    private const int CodeDigits = 10;
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    public void Begin(RunDraft run, Message message)
    {
        turn.Focus = run.Key;
        turn.Dormant = false;
        turn.Held = null;
        if (LanguageWords.Named(turn.Book.Words, message.Text.Trim(), turn.Speaks) is { } named)
        {
            Tongue.Set(turn, named, says: true);
            var person = Tongue.HasFlows(named) ? default : turn.Book.Interrupts[GlobalWords.Person].FirstOrDefault();
            steering.Begin(run, person.Flow?.Name ?? FlowBook.Welcome, person.At);
            return;
        }
        if (Entry(message, out var rest) is { } entry)
        {
            Start(run, entry, rest);
            return;
        }
        if (IsThanks(message))
        {
            turn.Speaker.SayShared(SharedPrompts.Thanks);
            return;
        }
        if (Tells(message))
        {
            turn.Kept.Add(message);
            turn.OffersStory = true;
        }
        if (message.Pin is { } pin)
        {
            Pins.Keep(turn, run, pin);
        }
        steering.Begin(run, FlowBook.Welcome);
        turn.OffersStory = false;
    }

    /// <summary>The flow that a message starts by its word; null: none.</summary>
    /// <param name="rest">What stands behind the word, where the flow takes that as an answer; else null.</param>
    public FlowEntry? Entry(Message message, out string? rest)
    {
        rest = null;
        var text = message.Text.Trim();
        // Within the help that was called under the calendar nothing else is begun.
        if (text.Length is 0 or > 400 || turn.Cover.IsOn)
        {
            return null;
        }
        if (turn.Book.Words.Concept(text, turn.Speaks) is { } concept)
        {
            return For(concept);
        }
        if (CodeEntry(text, out rest) is { } withCode)
        {
            return withCode;
        }
        if (turn.Context.IsResponder
            && turn.Book.Words.Leading(text, turn.Speaks, out var behind) is { } leading
            && For(leading) is { Flow.Audience: Audience.Responder } entry
            && AsksForText(entry))
        {
            rest = behind;
            return entry;
        }
        return null;
    }

    /// <summary>The follow-up of a receipt code that came by itself, or behind the word for it: nobody else may read it as a story.</summary>
    /// <param name="code">Its digits.</param>
    public FlowEntry? CodeEntry(string text, out string? code)
    {
        code = null;
        if (turn.Cover.IsOn)
        {
            return null;
        }
        var at = text.Length <= 60 ? text.AsSpan().IndexOfAny(Digits) : -1;
        var digits = at > 0 && turn.Book.Words.Concept(text[..at], turn.Speaks) == FollowUp ? text[at..] : text;
        if (!IsCode(digits) || For(FollowUp) is not { } entry)
        {
            return null;
        }
        // In the order of the file: the first that asks for one is the beginning.
        var asks = entry.Flow.States.Values.FirstOrDefault(s => s.Step is AskStep { Kind: QuestionKind.Code, Rules.Digits: CodeDigits });
        code = asks is null ? null : digits;
        return asks is null ? null : entry with { At = asks.Name };
    }

    // Ten digits, in groups or not. No phone number of ours has as many: eight, or eleven with the country.
    private static bool IsCode(string text)
    {
        var digits = 0;
        foreach (var character in text)
        {
            if (char.IsAsciiDigit(character))
            {
                digits++;
            }
            else if (character is not (' ' or '-' or '.' or ':'))
            {
                return false;
            }
        }
        return digits == CodeDigits;
    }

    /// <summary>Lays a started flow over what is open.</summary>
    public void LayOver(RunDraft run, FlowEntry entry, string? rest)
    {
        if (rest is null)
        {
            steering.Interrupt(run, entry.Flow.Name, entry.At);
            return;
        }
        Start(run, entry, rest);
    }

    private void Start(RunDraft run, FlowEntry entry, string? rest)
    {
        if (rest is null)
        {
            steering.Begin(run, entry.Flow.Name, entry.At);
            return;
        }
        steering.BeginAnswered(run, entry, rest);
    }

    private FlowEntry? For(string concept)
    {
        foreach (var entry in turn.Book.Starts[concept])
        {
            if (entry.Flow.Audience == Audience.Person || turn.Context.IsResponder)
            {
                return entry;
            }
        }
        return null;
    }

    private bool AsksForText(FlowEntry entry)
    {
        var flow = turn.Book.Compile(entry.Flow.Name, turn.Speaks);
        return flow.States.TryGetValue(entry.At ?? flow.First, out var state) && state.Step is AskStep { Kind: QuestionKind.Text };
    }

    private bool IsThanks(Message message) =>
        !turn.IsNew && message.Text.Length <= 40 && turn.Book.Words.Concept(message.Text.Trim(), turn.Speaks) is "thanks" or "good_ok";

    private bool Tells(Message message) =>
        message.Attachments.Any(a => a.Kind is AttachmentKind.Voice or AttachmentKind.Image)
        || turn.Book.Words.ReadsLikeStory(message.Text);
}
