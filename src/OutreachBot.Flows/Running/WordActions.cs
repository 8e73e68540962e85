using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Running;

/// <summary>Does what the words that are always there say.</summary>
internal sealed class WordActions(Turn turn, Walker walker, Steering steering, Ladder ladder, Leaving leaving)
{
    private static readonly Dictionary<string, RememberedAnswer> Nothing = new(StringComparer.Ordinal);

    public void Do(RunDraft run, string word, Message message)
    {
        switch (word)
        {
            case GlobalWords.Stop:
                Effect(run, "opt_out", word, Nothing);
                break;
            case GlobalWords.Start:
                Effect(run, "opt_in", word, Nothing);
                break;
            case GlobalWords.MyData:
                Effect(run, "my_data", word, Nothing);
                break;
            case GlobalWords.Erase:
                Effect(run, "erase", word, Nothing);
                break;
            case GlobalWords.EraseCode:
                var digits = AnswerReader.DigitsOf(message.Text);
                Effect(run, "erase_tip", word, new Dictionary<string, RememberedAnswer>(StringComparer.Ordinal)
                {
                    ["code"] = new(ValueKind.Code, Privacy.Sealed, digits.Length > 0 ? digits : "0", null, []),
                });
                break;
            case GlobalWords.Exit:
                leaving.Begin();
                break;
            case GlobalWords.Calendar:
                turn.Cover = turn.Cover with { IsOn = turn.Book.Flows.ContainsKey(CalendarPage.Flow) };
                leaving.Begin();
                break;
            case GlobalWords.Help:
                Help(run);
                break;
            case GlobalWords.Menu:
                Menu(run);
                break;
            case GlobalWords.Back:
                Back(run);
                break;
            case GlobalWords.Repeat:
                Repeat(run);
                break;
            case GlobalWords.Listen:
                Listen(run);
                break;
            case GlobalWords.Done:
                Done(run);
                break;
            default:
                LayOver(run, word);
                break;
        }
    }

    /// <summary>The host has carried out what a word asked for.</summary>
    public static void Come(Turn turn, RunDraft run, string word)
    {
        if (run.Top is null)
        {
            turn.Close(run.Key);
        }
        if (word is GlobalWords.Erase or GlobalWords.EraseCode)
        {
            turn.Erased = true;
        }
        turn.Speaker.SayShared(word);
    }

    private void Effect(RunDraft run, string effect, string word, Dictionary<string, RememberedAnswer> with) =>
        walker.Await(run, new EffectCall(effect, run.Key, with), word);

    /// <summary>A stranger's first word may be a cry for help: who this is comes with it, and what can be chosen.</summary>
    private void Help(RunDraft run)
    {
        turn.Speaker.SayShared(SharedPrompts.Help);
        if (run.Top is null && turn.IsNew)
        {
            turn.Focus = run.Key;
            steering.Begin(run, FlowBook.Welcome);
            return;
        }
        AskAgain(run);
    }

    private void AskAgain(RunDraft run)
    {
        if (run.Top is { } frame)
        {
            ladder.Ask(run, frame);
        }
    }

    private void LayOver(RunDraft run, string word)
    {
        foreach (var entry in turn.Book.Interrupts[word])
        {
            if (entry.Flow.Audience == Audience.Person || turn.Context.IsResponder)
            {
                turn.Focus = run.Key;
                steering.Interrupt(run, entry.Flow.Name, entry.At);
                return;
            }
        }
        // No flow does it here: help says what can be done.
        turn.Speaker.SayShared(SharedPrompts.Help);
        AskAgain(run);
    }

    /// <summary>The menu is laid over a report, which is gone back to; what else is open ends. Nothing that was told is lost.</summary>
    private void Menu(RunDraft run)
    {
        var entry = turn.Book.Interrupts[GlobalWords.Menu].Concat(turn.Book.Starts[GlobalWords.Menu])
            .FirstOrDefault(e => e.Flow.Audience == Audience.Person || turn.Context.IsResponder);
        turn.Focus = run.Key;
        steering.ShowMenu(run, entry.Flow?.Name ?? FlowBook.Welcome, entry.At);
    }

    private void Back(RunDraft run)
    {
        if (run.Top is not { } frame)
        {
            turn.Speaker.SayShared(SharedPrompts.BackNone);
            return;
        }
        if (frame.Waiting is not null)
        {
            // The engine's own question: back to the state's.
            frame.Waiting = null;
            walker.AskAgain(run);
            return;
        }
        if (!steering.GoBack(run))
        {
            turn.Speaker.SayShared(SharedPrompts.BackNone);
            AskAgain(run);
        }
    }

    private void Repeat(RunDraft run)
    {
        if (turn.LastSaid.Count > 0 && !turn.ForgetsSaid)
        {
            turn.Speaker.Repeat(turn.LastSaid);
        }
        else if (run.Top is not null)
        {
            AskAgain(run);
        }
        else
        {
            turn.Speaker.SayShared(SharedPrompts.RepeatNone);
        }
    }

    private void Listen(RunDraft run)
    {
        if (run.Top is not { } frame || turn.StateOf(frame).Step is not AskStep ask || !turn.Speaker.SayAloud(frame, ask))
        {
            turn.Speaker.SayShared(SharedPrompts.NoAudio);
        }
    }

    private void Done(RunDraft run)
    {
        if (run.Top is not { } frame)
        {
            turn.Speaker.SayShared(SharedPrompts.Thanks);
            return;
        }
        var told = turn.StateOf(frame).Step is AskStep { Kind: QuestionKind.Story, Rules.UntilDone: true } ask
            && (ask.Into is null || frame.Knows(ask.Into));
        if (!told || !walker.Take(run, Triggers.Answered))
        {
            AskAgain(run);
        }
    }
}
