using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Running;

/// <summary>What came of an arrow.</summary>
internal enum Move
{
    /// <summary>The state has no such arrow; nothing has changed.</summary>
    NotUnderstood,

    /// <summary>There is a state to walk on from, or the run is over.</summary>
    GoesOn,

    /// <summary>The run waits: for her, the clock or the host.</summary>
    Waits,
}

/// <summary>Takes a run along its arrows until it waits for somebody: her, the clock, or the host.</summary>
internal sealed class Walker(Turn turn, Frames frames)
{
    /// <summary>Takes the arrow of a trigger from the top frame and walks on.</summary>
    /// <returns>False when the state doesn't understand the trigger; nothing has changed then.</returns>
    public bool Take(RunDraft run, string trigger)
    {
        var move = Step(run, run.Top!, trigger);
        if (move == Move.GoesOn)
        {
            Go(run);
        }
        return move != Move.NotUnderstood;
    }

    /// <summary>Takes the arrow of a trigger to a question that is not said: what she wrote answers it already.</summary>
    public bool TakeAnswered(RunDraft run, string trigger)
    {
        if (Step(run, run.Top!, trigger) != Move.GoesOn || run.Top is not { } frame)
        {
            return false;
        }
        turn.Note(new StateEntered(frame.Flow, frame.State));
        return true;
    }

    /// <summary>Says the question that waits once more, without what was said before it.</summary>
    public void AskAgain(RunDraft run)
    {
        if (run.Top is not { } frame)
        {
            return;
        }
        if (turn.StateOf(frame).Step is AskStep ask)
        {
            Question(frame, ask, again: true);
        }
    }

    /// <summary>Enters the state that the top frame is in, and walks on from there.</summary>
    public void Go(RunDraft run)
    {
        while (run.Top is { } frame)
        {
            if (turn.Spent.Arrows >= Budget.Arrows || turn.Spent.Says >= Budget.Says || turn.Spent.Effects >= Budget.Effects)
            {
                GiveUp(run, frame);
                return;
            }
            turn.Note(new StateEntered(frame.Flow, frame.State));
            if (Enter(run, frame) == Move.Waits)
            {
                return;
            }
        }
        EndOf(run);
    }

    /// <summary>Does what the state says.</summary>
    private Move Enter(RunDraft run, FrameDraft frame)
    {
        switch (turn.StateOf(frame).Step)
        {
            case AskStep ask:
                return Ask(run, frame, ask, again: false);
            case SayStep say:
                foreach (var prompt in say.Prompts)
                {
                    turn.Speaker.SayPrompt(frame, prompt);
                }
                return Step(run, frame, Triggers.Said);
            case WhenStep branch:
                return Step(run, frame, Branches.Trigger(turn, run, frame, branch));
            case DoStep effect:
                Call(run, frame, effect);
                return Move.Waits;
            case CallStep call:
                turn.Spent = turn.Spent with { Arrows = turn.Spent.Arrows + 1 };
                frames.Call(run, frame, call);
                return Move.GoesOn;
            case WaitStep wait:
                frame.WakesAt = wait.For is { } time ? turn.Context.Now + time : null;
                frame.Waiting = turn.Speaker.Silent ? new Waiting(Purposes.Unsaid, [], [], 0) : null;
                return Move.Waits;
            default:
                return Leave(run, frame);
        }
    }

    private Move Ask(RunDraft run, FrameDraft frame, AskStep ask, bool again)
    {
        if (PassesOver(run, frame, ask) is var passed and not Move.NotUnderstood)
        {
            return passed;
        }
        Question(frame, ask, again);
        return Move.Waits;
    }

    /// <summary>A question whose answer is known, or which a story told before answers in its own way.</summary>
    private Move PassesOver(RunDraft run, FrameDraft frame, AskStep ask)
    {
        if (ask.Rules.UnlessKnown && ask.Into is { } value && frame.Knows(value))
        {
            var text = frame.Value(value)!.Text;
            var trigger = ask.Kind switch
            {
                QuestionKind.YesNo => text,
                QuestionKind.Choice => Triggers.Option(text),
                _ => Triggers.Answered,
            };
            return Step(run, frame, trigger);
        }
        if (turn.OffersStory)
        {
            turn.OffersStory = false;
            if (ask.Routes.ContainsKey("tells"))
            {
                turn.Note(new StoryKept());
                return Step(run, frame, Triggers.Tells);
            }
        }
        return Move.NotUnderstood;
    }

    private void Question(FrameDraft frame, AskStep ask, bool again)
    {
        if (turn.Speaker.Silent)
        {
            frame.Waiting = new Waiting(Purposes.Unsaid, [], [], 0);
            return;
        }
        if (!again)
        {
            foreach (var prompt in ask.SaysBefore)
            {
                turn.Speaker.SayPrompt(frame, prompt);
            }
        }
        frame.Waiting = null;
        turn.Speaker.SayQuestion(frame, ask);
    }

    private Move Step(RunDraft run, FrameDraft frame, string trigger)
    {
        var state = turn.StateOf(frame);
        if (!turn.FlowOf(frame).Fire(state, trigger, out var target))
        {
            return Move.NotUnderstood;
        }
        turn.Spent = turn.Spent with { Arrows = turn.Spent.Arrows + 1 };
        turn.Note(new ArrowTaken(frame.Flow, frame.State, trigger, target.State));
        frame.Waiting = null;
        frame.WakesAt = null;
        if (target.State is { } next)
        {
            frame.State = next;
            return Move.GoesOn;
        }
        return Leave(run, frame);
    }

    /// <summary>Ends a frame and goes back to the one beneath.</summary>
    private Move Leave(RunDraft run, FrameDraft frame)
    {
        frames.Pop(run, frame);
        if (turn.FlowOf(frame).Definition.IfLeft is not null)
        {
            frames.DropOlder(run, frame.Flow);
        }
        return run.Top is { } under ? ComeBack(run, under) : Move.GoesOn;
    }

    private Move ComeBack(RunDraft run, FrameDraft under)
    {
        switch (turn.StateOf(under).Step)
        {
            case CallStep:
                return Step(run, under, Triggers.Done);
            case WaitStep:
                return Move.Waits;
            case AskStep when turn.Dormant && turn.FlowOf(under).Definition.AsksWhenIdle:
                // She was away for long before the word that led here: the question may meet other eyes.
                turn.Held = Message.Of("");
                turn.Speaker.SayShared(SharedPrompts.IdleAsk);
                return Move.Waits;
            case AskStep ask:
                return Ask(run, under, ask, again: true);
            default:
                return Move.GoesOn;
        }
    }

    private void Call(RunDraft run, FrameDraft frame, DoStep effect)
    {
        var arguments = new Dictionary<string, RememberedAnswer>(effect.With.Count, StringComparer.Ordinal);
        foreach (var (name, argument) in effect.With)
        {
            if (argument.IsLiteral)
            {
                arguments[name] = new RememberedAnswer(ValueKind.Text, Privacy.Open, argument.Text, null, []);
            }
            else if (frame.Value(argument.Text) is { } value)
            {
                arguments[name] = value;
            }
        }
        Await(run, new EffectCall(effect.Effect, run.Key, arguments), word: null);
    }

    /// <summary>Stops for the host to carry out an effect.</summary>
    public void Await(RunDraft run, EffectCall call, string? word, bool leaving = false)
    {
        turn.Spent = turn.Spent with { Effects = turn.Spent.Effects + 1 };
        turn.Awaits = call;
        run.Pending = new PendingEffect(call.Name, word, leaving, turn.Speaker.Silent, turn.Spent);
    }

    /// <summary>The host has carried out the effect of the top frame's step.</summary>
    public void Come(RunDraft run, PendingEffect pending, EffectDone done)
    {
        if (run.Top is not { } frame || turn.StateOf(frame).Step is not DoStep effect)
        {
            // The flow changed while the effect was under way.
            Go(run);
            return;
        }
        Frames.Receive(frame, pending.Effect, done);
        OwnWord.Keep(turn, frame, effect, done.Outcome);
        Frames.ForgetDelivered(frame, effect, done.Outcome);
        frame.Trail = [];
        var move = Step(run, frame, Triggers.Outcome(done.Outcome));
        if (move == Move.NotUnderstood)
        {
            move = Step(run, frame, Triggers.AnyOutcome);
        }
        if (move == Move.GoesOn)
        {
            Go(run);
        }
        else if (move == Move.NotUnderstood)
        {
            // The host gave an outcome that the catalogue doesn't know.
            GiveUp(run, frame);
        }
    }

    /// <summary>The run is over: the main one is in focus again, and its question is said once more.</summary>
    private void EndOf(RunDraft run)
    {
        turn.Close(run.Key);
        if (run.Key.Length > 0 && turn.Focus == run.Key)
        {
            turn.Focus = "";
            if (turn.Main.Top is { } main && ComeBack(turn.Main, main) == Move.GoesOn)
            {
                Go(turn.Main);
            }
        }
    }

    /// <summary>The flow goes round in circles: it is ended, what was told is kept.</summary>
    private void GiveUp(RunDraft run, FrameDraft frame)
    {
        turn.Note(new BudgetSpent(frame.Flow, frame.State));
        while (run.Top is not null)
        {
            frames.Drop(run);
        }
        turn.Close(run.Key);
        turn.Focus = "";
        turn.Speaker.SayTrouble();
    }
}
