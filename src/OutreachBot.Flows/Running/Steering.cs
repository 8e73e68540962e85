using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Running;

/// <summary>Turns a run elsewhere than its arrows lead: a beginning, a flow laid over, back, left.</summary>
internal sealed class Steering(Turn turn, Walker walker, Frames frames)
{
    /// <summary>Begins a flow on a run and walks on.</summary>
    public void Begin(RunDraft run, string flow, string? at = null)
    {
        frames.Seed(frames.Push(run, flow, at, interrupts: false));
        walker.Go(run);
    }

    /// <summary>As <see cref="Begin"/>, for a flow that is given a value.</summary>
    public void BeginWith(RunDraft run, string flow, string name, RememberedAnswer value)
    {
        frames.Push(run, flow, null, interrupts: false).Set(name, value);
        walker.Go(run);
    }

    /// <summary>Lays a flow over what is open and walks on; one that is open already is gone back to.</summary>
    public void Interrupt(RunDraft run, string flow, string? at)
    {
        frames.Seed(frames.Push(run, flow, at, interrupts: true));
        walker.Go(run);
    }

    /// <summary>Lays a flow over what is open in the place of the one on top.</summary>
    public void Replace(RunDraft run, string flow, string? at)
    {
        frames.Drop(run);
        Interrupt(run, flow, at);
    }

    /// <summary>The menu lies over a report alone: what else was open ends, or it would be asked again long after.</summary>
    public void ShowMenu(RunDraft run, string flow, string? at)
    {
        frames.DropToReport(run);
        Interrupt(run, flow, at);
    }

    /// <summary>Begins a flow at a question for text that the message answers already.</summary>
    public void BeginAnswered(RunDraft run, FlowEntry entry, string text)
    {
        var frame = frames.Push(run, entry.Flow.Name, entry.At, interrupts: run.Top is not null);
        if (turn.StateOf(frame).Step is AskStep { Into: { } name } && turn.FlowOf(frame).Definition.Remembers.TryGetValue(name, out var value))
        {
            frame.Set(name, new RememberedAnswer(value.Kind, value.Privacy, text, null, []));
        }
        turn.Note(new StateEntered(frame.Flow, frame.State));
        walker.Take(run, Triggers.Answered);
    }

    /// <summary>Goes back to the question before, out of a flow that was laid over it; false at the first.</summary>
    public bool GoBack(RunDraft run)
    {
        for (var at = run.Frames.Count - 1; at >= 0; at--)
        {
            var frame = run.Frames[at];
            var isUncovered = at < run.Frames.Count - 1 && turn.StateOf(frame).Step is AskStep;
            if (!isUncovered && frame.Trail.Count == 0)
            {
                continue;
            }
            DropDownTo(run, at);
            if (!isUncovered)
            {
                frame.State = frame.Trail[^1];
                frame.Trail = [.. frame.Trail.Take(frame.Trail.Count - 1)];
            }
            frame.WakesAt = null;
            turn.Note(new StateEntered(frame.Flow, frame.State));
            walker.AskAgain(run);
            return true;
        }
        return false;
    }

    /// <summary>A flow was left: what lies over it goes, and its way for that is taken. False where none of the run has one.</summary>
    public bool TakeLeft(RunDraft run)
    {
        var at = run.Frames.FindLastIndex(f => Alarm.LeftAt(turn.Book, f.Flow, f.Waiting, turn.LastAt) is not null);
        if (at < 0)
        {
            return false;
        }
        DropDownTo(run, at);
        return walker.Take(run, Triggers.Left);
    }

    private void DropDownTo(RunDraft run, int at)
    {
        while (run.Frames.Count > at + 1)
        {
            frames.Drop(run);
        }
    }
}
