using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Running;

/// <summary>Brings a message to the question that waits: an answer, a story to keep, or not understood.</summary>
internal sealed class Hearing(
    Turn turn, Walker walker, Steering steering, AnswerReader answers, PlaceDialogue places, Ladder ladder, Beginnings beginnings)
{
    public void Hear(RunDraft run, Message message)
    {
        var frame = run.Top!;
        turn.Focus = run.Key;
        var state = turn.StateOf(frame);
        switch (state.Step)
        {
            case AskStep when frame.Waiting?.Purpose == Purposes.Unsaid:
                // Nobody has been asked this yet: what she writes is no answer to it.
                KeepWhatTells(run, message);
                frame.Waiting = null;
                ladder.Ask(run, frame);
                break;
            case AskStep when frame.Waiting?.Purpose == Purposes.OfferPerson && TakesOffer(run, frame, message):
                break;
            case AskStep ask:
                Answer(run, frame, state, ask, message);
                break;
            case WaitStep:
                KeepWhatTells(run, message);
                OfferHelp(run, message);
                frame.Waiting = null;
                walker.Take(run, Triggers.Message);
                break;
            default:
                // A changed flow left her at a state that waits for nobody.
                KeepWhatTells(run, message);
                walker.Go(run);
                break;
        }
    }

    /// <summary>Whether a message would be taken as an answer: such a one is no flood, however often it comes.</summary>
    /// <param name="onlyAlerting">Only an answer that chooses to alert counts.</param>
    public bool IsAnswer(RunDraft run, Message message, bool onlyAlerting)
    {
        if (run.Top is not { } frame || turn.StateOf(frame) is not { Step: AskStep ask } state)
        {
            return false;
        }
        if (ask.Kind == QuestionKind.Place)
        {
            return !onlyAlerting;
        }
        return !(ask.Kind == QuestionKind.Story && ask.Rules.UntilDone)
            && answers.Read(state, ask, message) is { } answer
            && (!onlyAlerting || state.Alerting.Contains(answer.Trigger));
    }

    /// <summary>Keeps what a message tells, in the story of what is open or for the next one.</summary>
    public void Keep(RunDraft run, Message message)
    {
        var text = message.Text.Trim();
        turn.Note(new StoryKept());
        if (turn.StoryFrame(run) is { } frame)
        {
            Stories.Add(turn, frame, turn.FlowOf(frame).Story!, text, message.Attachments);
        }
        else
        {
            turn.Kept.Add(message);
        }
    }

    /// <summary>Lays what a word stands for over what is open, and keeps all of the message. False where no flow does that.</summary>
    public bool KeepAndLayOver(RunDraft run, Message message, string word)
    {
        if (turn.Book.Interrupts[word].FirstOrDefault() is not { Flow: { } flow } entry)
        {
            return false;
        }
        KeepWhatTells(run, message);
        OfferHelp(run, message);
        turn.Focus = run.Key;
        steering.Interrupt(run, flow.Name, entry.At);
        return true;
    }

    private void Answer(RunDraft run, FrameDraft frame, CompiledState state, AskStep ask, Message message)
    {
        var before = frame.Waiting;
        if (before?.Purpose == Purposes.StopOrPlace && turn.Book.Words.Number(message.Text, turn.Speaks) == 2)
        {
            frame.Waiting = null;
            walker.Await(run, new EffectCall("opt_out", run.Key, new Dictionary<string, RememberedAnswer>(StringComparer.Ordinal)), GlobalWords.Stop);
            return;
        }
        if (IsGreeting(message))
        {
            ladder.Ask(run, frame);
            return;
        }
        if (IsStrayDigit(frame, ask, message.Text.Trim()))
        {
            ladder.AskForWords(run, frame, ask);
            return;
        }
        if (ask.Kind is not (QuestionKind.Code or QuestionKind.Number) && beginnings.CodeEntry(message.Text.Trim(), out var code) is { } entry)
        {
            beginnings.LayOver(run, entry, code);
            return;
        }
        var told = ask.Kind == QuestionKind.Place && message.Pin is null && turn.Book.Words.TellsOfSomebody(message.Text);
        if (told)
        {
            Keep(run, message);
            OfferHelp(run, message);
        }
        var answer = told ? places.HearWithin(frame, message.Text.Trim())
            : ask.Kind == QuestionKind.Place ? places.Hear(frame, ask, message)
            : answers.Read(state, ask, message);
        if (answer is not null)
        {
            Take(run, frame, state, ask, message, answer);
        }
        else if (ask.Kind != QuestionKind.Place || ReferenceEquals(before, frame.Waiting))
        {
            NotAnAnswer(run, frame, ask, message);
        }
    }

    private void Take(RunDraft run, FrameDraft frame, CompiledState state, AskStep ask, Message message, Answer answer)
    {
        turn.Pace = turn.Pace with { NotUnderstood = 0, Unanswered = 0 };
        Remember(frame, ask, answer);
        if (answer.Rest is { } rest)
        {
            Keep(run, message with { Text = rest });
        }
        if (ask.Kind == QuestionKind.Language)
        {
            // She chose by writing in it: what she wrote is told, too.
            KeepWhatTells(run, message);
        }
        if (MayTellOfDanger(frame, ask))
        {
            OfferHelp(run, message);
        }
        if (ask.Kind == QuestionKind.Story)
        {
            if (ask.Rules.UntilDone && answer.Trigger == Triggers.Answered)
            {
                turn.Speaker.SayShared(SharedPrompts.MoreStory);
                return;
            }
        }
        if (ask.Kind == QuestionKind.Language && answer.Value is { } chosen && Languages.LanguageTag.TryParse(chosen.Text, out var language))
        {
            Tongue.Set(turn, language, says: true);
            if (!Tongue.HasFlows(language) && turn.Book.Interrupts[GlobalWords.Person].FirstOrDefault() is { Flow: { } person } entry)
            {
                steering.Replace(run, person.Name, entry.At);
                return;
            }
        }
        frame.LeaveTrail(state.Name);
        if (!walker.Take(run, answer.Trigger))
        {
            NotAnAnswer(run, frame, ask, message);
        }
    }

    private void Remember(FrameDraft frame, AskStep ask, Answer answer)
    {
        if (ask.Into is not { } name || answer.Value is not { } given || !turn.FlowOf(frame).Definition.Remembers.TryGetValue(name, out var value))
        {
            return;
        }
        if (value.Kind == ValueKind.Story)
        {
            Stories.Add(turn, frame, value, given.Text, given.Attachments);
            if (turn.Kept.Take(ValueKind.Text) is { } scraps)
            {
                Stories.Add(turn, frame, value, scraps.Text, []);
            }
        }
        else
        {
            frame.Set(name, given.After(frame.Value(name)).Marked(value));
            Stories.ReadSigns(turn, frame, turn.FlowOf(frame), name);
        }
    }

    private void NotAnAnswer(RunDraft run, FrameDraft frame, AskStep ask, Message message)
    {
        var words = turn.Book.Words;
        var text = message.Text.Trim();
        if (answers.AsksToSkip(ask, message))
        {
            turn.Speaker.SayShared(SharedPrompts.CannotSkip);
            ladder.Ask(run, frame);
        }
        else if (message.Pin is { } pin)
        {
            Pins.Keep(turn, run, pin);
            turn.Speaker.SayShared(SharedPrompts.StoryKept);
            ladder.Ask(run, frame);
        }
        else if (NamesPlace(run, frame, ask, message))
        {
            // It was heard as what it is.
        }
        else if (TakesAlong(message) || Tells(text))
        {
            KeepAndGoOn(run, frame, ask, message);
        }
        else if (message.Attachments.Count > 0)
        {
            turn.Speaker.SayShared(SharedPrompts.MediaNotRead);
            ladder.Ask(run, frame);
        }
        else if (beginnings.Entry(message, out var rest) is { } entry && entry.Flow.Name != FlowBook.Welcome)
        {
            beginnings.LayOver(run, entry, rest);
        }
        else if (text.Length <= 60 && words.Concept(text, turn.Speaks) is "hello" or "thanks" or "good_ok" or "wait" or "please")
        {
            ladder.Ask(run, frame);
        }
        else
        {
            KeepScrap(text);
            ladder.Climb(run, frame, ask, asksForHelp: text.Length <= 60 && words.Concept(text, turn.Speaks) == "dont_understand");
        }
    }

    /// <summary>Where the question has a way for it: after an alert "Tarabuco" is what whoever has it waits for, whatever was asked.</summary>
    private bool NamesPlace(RunDraft run, FrameDraft frame, AskStep ask, Message message)
    {
        var text = message.Text.Trim();
        if (!ask.Routes.TryGetValue(Triggers.Places, out var way) || way.State is not { } name || text.Length is 0 or > 200
            || message.Attachments.Count > 0 || turn.Book.Words.Concept(text, turn.Speaks) is not null
            || turn.FlowOf(frame).States[name] is not { Step: AskStep { Kind: QuestionKind.Place } where } state)
        {
            return false;
        }
        var tells = Tells(text);
        var reading = turn.Context.Places.Read(text, turn.Context.Country);
        var isPlace = reading.Kind == PlaceReadingKind.Resolved || (!tells && reading is { Kind: PlaceReadingKind.Ask, Candidates.Count: > 0 });
        if (!isPlace || !walker.TakeAnswered(run, Triggers.Places))
        {
            return false;
        }
        if (tells)
        {
            Keep(run, message);
            OfferHelp(run, message);
        }
        if ((tells ? places.HearWithin(frame, text) : places.Hear(frame, where, message)) is { } answer)
        {
            Take(run, frame, state, where, message, answer);
        }
        return true;
    }

    private void KeepAndGoOn(RunDraft run, FrameDraft frame, AskStep ask, Message message)
    {
        Keep(run, message);
        OfferHelp(run, message);
        if (ask.Routes.ContainsKey("tells") && walker.Take(run, Triggers.Tells))
        {
            return;
        }
        turn.Speaker.SayShared(SharedPrompts.StoryKept);
        ladder.Ask(run, frame);
    }

    /// <summary>"Hola", whatever was asked: she wants to know that somebody is there, and tells nothing yet.</summary>
    private bool IsGreeting(Message message) =>
        message is { Text.Length: > 0 and <= 60, Attachments.Count: 0, Pin: null }
        && turn.Book.Words.Concept(message.Text.Trim(), turn.Speaks) == "hello";

    /// <summary>Menus teach digits: one alone is no name of a place and no story. Said again it is taken as it stands; nobody is kept from going on.</summary>
    private bool IsStrayDigit(FrameDraft frame, AskStep ask, string text) =>
        turn.Pace.NotUnderstood == 0 && text is [>= '1' and <= '9']
        && (ask.Kind == QuestionKind.Place
            ? frame.Waiting?.Purpose is not (Purposes.WhichPlace or Purposes.StopOrPlace)
            : ask.Kind == QuestionKind.Story && ask.Into is { } story && story == turn.FlowOf(frame).Story?.Name);

    /// <summary>Nothing she writes is thrown away: a few words that answer nothing go with what she tells.</summary>
    private void KeepScrap(string text)
    {
        if (text.AsSpan().Trim().Contains(' '))
        {
            turn.Kept.AddScrap(text);
        }
    }

    private void KeepWhatTells(RunDraft run, Message message)
    {
        if (TakesAlong(message) || Tells(message.Text))
        {
            Keep(run, message);
        }
    }

    /// <summary>Few words may tell much: "tengo 13".</summary>
    private bool Tells(string text) => turn.Book.Words.ReadsLikeStory(text) || (text.Length > 0 && turn.Book.Signs.Minor(text));

    /// <summary>A voice note or a picture is something told, whatever was asked.</summary>
    private static bool TakesAlong(Message message) =>
        message.Attachments.Any(a => a.Kind is AttachmentKind.Voice or AttachmentKind.Image);

    /// <summary>Whatever was asked, her answer may be a cry. A responder's text tells of others; a place's has been heard for it before.</summary>
    private bool MayTellOfDanger(FrameDraft frame, AskStep ask) =>
        ask.Kind == QuestionKind.Story || (ask.Kind != QuestionKind.Place && turn.FlowOf(frame).Definition.Audience == Audience.Person);

    /// <summary>Words of danger in what is told: the story stays, the way to help is said beside it.</summary>
    private void OfferHelp(RunDraft run, Message message)
    {
        if (turn.Book.Words.DangerInside(message.Text) && !turn.Book.Interrupts[GlobalWords.Danger].Any(e => run.Frames.Exists(f => f.Flow == e.Flow.Name)))
        {
            turn.Speaker.SayShared(SharedPrompts.DangerOffer);
        }
    }

    private bool TakesOffer(RunDraft run, FrameDraft frame, Message message)
    {
        var said = message.Choice ?? turn.Book.Words.Number(message.Text, turn.Speaks) switch
        {
            1 => "yes",
            2 => "no",
            _ => turn.Book.Words.YesNo(message.Text, turn.Speaks) switch { Languages.YesNo.Yes => "yes", Languages.YesNo.No => "no", _ => null },
        };
        if (said is not ("yes" or "no"))
        {
            frame.Waiting = null;
            return false;
        }
        turn.Pace = turn.Pace with { NotUnderstood = 0, Unanswered = 0 };
        frame.Waiting = null;
        if (said == "yes" && turn.Book.Interrupts[GlobalWords.Person].FirstOrDefault() is { Flow: { } flow } entry)
        {
            steering.Interrupt(run, flow.Name, entry.At);
        }
        else
        {
            ladder.Ask(run, frame);
        }
        return true;
    }
}
