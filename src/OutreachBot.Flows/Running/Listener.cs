using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Running;

/// <summary>Hears a message: what it may do at all (pace, silence before it), what it means, where it goes.</summary>
internal sealed class Listener
{
    private readonly Turn _turn;
    private readonly GlobalWords _words;
    private readonly AnswerReader _answers;
    private readonly PlaceDialogue _places;
    private readonly Ladder _ladder;
    private readonly WordActions _actions;
    private readonly IdleRule _idle;
    private readonly Beginnings _beginnings;
    private readonly Hearing _hearing;
    private readonly UnderCover _cover;

    public Listener(Turn turn, Walker walker, Steering steering)
    {
        _turn = turn;
        _words = new GlobalWords(turn);
        _answers = new AnswerReader(turn);
        _places = new PlaceDialogue(turn, _answers);
        _ladder = new Ladder(turn, walker, _places);
        _actions = new WordActions(turn, walker, steering, _ladder, new Leaving(turn, walker, steering));
        _idle = new IdleRule(turn);
        _beginnings = new Beginnings(turn, steering);
        _hearing = new Hearing(turn, walker, steering, _answers, _places, _ladder, _beginnings);
        _cover = new UnderCover(turn, walker, _actions, _hearing, _words, new CalendarPage(turn, steering));
    }

    /// <summary>A message of hers.</summary>
    /// <param name="addressed">It answers something unasked that was sent: pace and silence don't hold it back.</param>
    public void Hear(Message message, bool addressed)
    {
        var turn = _turn;
        var now = turn.Context.Now;
        var quiet = turn.LastAt is { } last ? now - last : TimeSpan.Zero;
        turn.Pace = Flood.Count(turn.Pace, message, now);
        turn.LastAt = now;
        if (!addressed)
        {
            _idle.Forget(quiet);
        }
        if (!addressed && _cover.Holds)
        {
            _cover.Hear(message);
            return;
        }
        var word = Word(message);
        if (!addressed && _cover.WasLeft(quiet) && HearLeft(message, word))
        {
            return;
        }
        if (!addressed && !GlobalWords.IsNeverLimited(word) && IsHeldBack(message))
        {
            turn.Withheld = true;
            return;
        }
        if (!addressed && !GlobalWords.WorksWhenIdle(word))
        {
            if (turn.Held is not null)
            {
                if (_idle.Answer(message, word) is not { } held)
                {
                    return;
                }
                message = held;
                word = Word(message);
            }
            else if (_idle.Hold(message, quiet))
            {
                return;
            }
        }
        else if (!addressed)
        {
            _idle.LayAside(quiet);
        }
        Act(message, word);
    }

    /// <summary>The help that was called under the calendar was left; false for what works at any time.</summary>
    private bool HearLeft(Message message, string? word)
    {
        if (_cover.IsCry(word, message))
        {
            _turn.Dormant = true;
            _cover.Help(_turn.Focused, word, message);
            return true;
        }
        if (GlobalWords.WorksWhenIdle(word) || word == GlobalWords.Start)
        {
            return false;
        }
        _cover.FallBack(message);
        return true;
    }

    private void Act(Message message, string? word)
    {
        var run = _turn.Focused;
        if (message is { Text: "", Choice: null, Pin: null, Attachments.Count: 0 })
        {
            Blank(run);
            return;
        }
        if (word is null && LeadsElsewhere(run, message))
        {
            return;
        }
        if (word is not null && !OffersStopOrPlace(run, message, word))
        {
            _turn.Pace = _turn.Pace with { NotUnderstood = 0, Unanswered = 0 };
            _turn.Note(new GlobalWord(word));
            _actions.Do(run, word, message);
        }
        else if (word is null && run.Top is null)
        {
            _beginnings.Begin(run, message);
        }
        else if (word is null)
        {
            _hearing.Hear(run, message);
        }
    }

    /// <summary>Listens for her language; true when that asks for something else than what the message says.</summary>
    private bool LeadsElsewhere(RunDraft run, Message message)
    {
        // Names of places and digits tell nothing of a language, nor does a word that she was asked to make up.
        var kind = run.Top is { } frame ? (_turn.StateOf(frame).Step as AskStep)?.Kind : null;
        if (kind is QuestionKind.Place or QuestionKind.Code or QuestionKind.Number or QuestionKind.Language
            || (kind is QuestionKind.Text && !message.Text.Trim().Contains(' ')))
        {
            return false;
        }
        return Tongue.Hear(_turn, message.Text.Trim()) switch
        {
            Heard.SpokenByPersons => _hearing.KeepAndLayOver(run, message, GlobalWords.Person),
            Heard.Unsure => _hearing.KeepAndLayOver(run, message, GlobalWords.Language),
            _ => false,
        };
    }

    /// <summary>Nothing in it: after a silence, or from a channel that dropped what it had.</summary>
    private void Blank(RunDraft run)
    {
        if (run.Top is { } frame)
        {
            _ladder.Ask(run, frame);
        }
        else
        {
            _beginnings.Begin(run, Message.Of(""));
        }
    }

    /// <summary>Answering where, a bare ALTO may be a town.</summary>
    private bool OffersStopOrPlace(RunDraft run, Message message, string word) =>
        word == GlobalWords.Stop
        && run.Top is { } frame
        && frame.Waiting?.Purpose != Purposes.StopOrPlace
        && _turn.StateOf(frame).Step is AskStep { Kind: QuestionKind.Place }
        && _places.OfferStopOrPlace(frame, message.Text.Trim());

    private string? Word(Message message)
    {
        if (_turn.Focused.Top is not { } frame)
        {
            return _words.Read(message, null, null);
        }
        var state = _turn.StateOf(frame);
        return _words.Read(message, state.Step as AskStep, state.Choice);
    }

    /// <summary>The flood rules; what is held back is kept.</summary>
    private bool IsHeldBack(Message message)
    {
        var pace = _turn.Pace;
        var overMinute = Flood.IsOverMinute(pace, _turn.Context.Line.Pace);
        if (!overMinute && !Flood.IsSame(pace))
        {
            return false;
        }
        if (_hearing.IsAnswer(_turn.Focused, message, onlyAlerting: overMinute))
        {
            return false;
        }
        if (overMinute)
        {
            _hearing.Keep(_turn.Focused, message);
            if (Flood.IsFirstOverMinute(pace, _turn.Context.Line.Pace))
            {
                _turn.Speaker.SayShared(SharedPrompts.Many);
            }
            return true;
        }
        var silent = Flood.LeaveUnanswered(ref pace);
        _turn.Pace = pace;
        return silent;
    }
}
