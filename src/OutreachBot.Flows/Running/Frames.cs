using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Running;

/// <summary>Opens and closes the frames of a run, and carries values between them; never into a lower mark.</summary>
internal sealed class Frames(Turn turn)
{
    /// <summary>Opens a flow on top, or goes back to it where it is open already.</summary>
    /// <param name="interrupts">It is laid over by a word: it begins anew, with the values of the same name.</param>
    public FrameDraft Push(RunDraft run, string flow, string? at, bool interrupts)
    {
        var compiled = turn.Book.Compile(flow, turn.Speaks);
        var start = at is not null && compiled.States.ContainsKey(at) ? at : compiled.First;
        if (run.Frames.Find(f => f.Flow == flow) is { } open)
        {
            while (!ReferenceEquals(run.Top, open))
            {
                Drop(run);
            }
            open.Waiting = null;
            if (interrupts || turn.StateOf(open).Step is not AskStep)
            {
                open.State = start;
            }
            return open;
        }
        var frame = new FrameDraft(flow, start);
        foreach (var value in compiled.Definition.Remembers.Values)
        {
            if (value.Initially is { } initial)
            {
                frame.Set(value.Name, new RememberedAnswer(value.Kind, value.Privacy, initial, null, []));
            }
        }
        if (interrupts && run.Top is { } under)
        {
            foreach (var value in compiled.Definition.Remembers.Values.Where(v => v.Initially is null))
            {
                Carry(under, value.Name, frame, value.Name);
            }
        }
        run.Frames.Add(frame);
        return frame;
    }

    /// <summary>What is kept from before goes to a flow that remembers such a thing.</summary>
    public void Seed(FrameDraft frame)
    {
        var flow = turn.FlowOf(frame);
        if (flow.Story is { } story && turn.Kept.Take(ValueKind.Story) is { } told)
        {
            Stories.Add(turn, frame, story, told.Text, told.Attachments);
        }
        if (OpenPlace(flow, frame) is { } place && turn.Kept.Take(ValueKind.Place) is { } pin)
        {
            frame.Set(place.Name, pin with { Privacy = place.Privacy });
        }
    }

    /// <summary>The place that a flow remembers and doesn't know yet.</summary>
    public static RememberedValue? OpenPlace(CompiledFlow flow, FrameDraft frame) =>
        flow.Definition.Remembers.Values.FirstOrDefault(v => v.Kind == ValueKind.Place && !frame.Knows(v.Name));

    /// <summary>Carries out a <c>call</c>.</summary>
    public void Call(RunDraft run, FrameDraft frame, CallStep call)
    {
        if (call.Then.IsEnd)
        {
            // Nothing is gone back to: the caller makes room, and ATRAS and MENU don't meet it again.
            Pop(run, frame);
        }
        var called = Push(run, call.Flow, call.At, interrupts: false);
        foreach (var (there, here) in call.With)
        {
            if (here.IsLiteral)
            {
                SetLiteral(called, there, here.Text);
            }
            else
            {
                Carry(frame, here.Text, called, there);
            }
        }
        if (call.Then.IsEnd)
        {
            KeepStories(run, frame);
        }
        Seed(called);
    }

    /// <summary>Closes the top frame; what it shares with the one beneath goes back there.</summary>
    public void Pop(RunDraft run, FrameDraft frame)
    {
        run.Frames.Remove(frame);
        if (run.Top is not { } under)
        {
            return;
        }
        if (turn.StateOf(under).Step is CallStep call && call.Flow == frame.Flow)
        {
            foreach (var (there, here) in call.With.Where(w => !w.Value.IsLiteral))
            {
                Carry(frame, there, under, here.Text);
            }
            return;
        }
        foreach (var name in frame.Values.Keys)
        {
            Carry(frame, name, under, name);
        }
    }

    /// <summary>Closes the top frame before its time; what was told in it is kept.</summary>
    public void Drop(RunDraft run)
    {
        var frame = run.Top!;
        Pop(run, frame);
        KeepStories(run, frame);
    }

    /// <summary>Closes what lies on top, down to a report; what is a responder's stays.</summary>
    public void DropToReport(RunDraft run)
    {
        while (run.Top is { } top && turn.FlowOf(top).Definition is { Audience: Audience.Person, IfLeft: null })
        {
            Drop(run);
        }
    }

    /// <summary>After a report no question from before it comes again: she would take it for one about what she has told. Who called it goes on.</summary>
    public void DropOlder(RunDraft run, string report)
    {
        while (run.Top is { } top && turn.FlowOf(top).Definition.Audience == Audience.Person
            && !(turn.StateOf(top).Step is CallStep call && call.Flow == report))
        {
            Drop(run);
        }
    }

    private void KeepStories(RunDraft run, FrameDraft frame)
    {
        if (!turn.Book.Flows.TryGetValue(frame.Flow, out var flow))
        {
            return;
        }
        foreach (var name in flow.Remembers.Values.Where(v => v.Kind == ValueKind.Story).Select(v => v.Name))
        {
            if (frame.Value(name) is { } told && frame.Knows(name) && !run.Frames.Exists(f => Holds(f, told)))
            {
                turn.Kept.Add(told);
            }
        }
    }

    /// <summary>What an effect gave can be said from now on.</summary>
    public static void Receive(FrameDraft frame, string effect, EffectDone done)
    {
        if (!EffectCatalogue.TryFind(effect, out var kind))
        {
            return;
        }
        foreach (var gift in kind.Gives)
        {
            if (done.Gives.TryGetValue(gift.Name, out var text))
            {
                frame.Set(gift.Name, new RememberedAnswer(ValueKind.Text, gift.Privacy, text, null, []));
            }
        }
    }

    /// <summary>Words that have reached whom they were for are kept there: what is told next goes without them, and the session of a stolen server holds them no longer.</summary>
    public static void ForgetDelivered(FrameDraft frame, DoStep effect, string outcome)
    {
        if (!EffectCatalogue.TryFind(effect.Effect, out var kind) || kind.Undone.Contains(outcome, StringComparer.Ordinal))
        {
            return;
        }
        foreach (var parameter in kind.Parameters)
        {
            if (parameter.Delivered && effect.With.TryGetValue(parameter.Name, out var argument) && !argument.IsLiteral)
            {
                frame.Remove(argument.Text);
            }
        }
    }

    private static bool Holds(FrameDraft frame, RememberedAnswer told) =>
        frame.Values.Values.Any(v => v.Kind == ValueKind.Story
            && v.Text.Contains(told.Text, StringComparison.Ordinal) && told.Attachments.All(v.Attachments.Contains));

    private void SetLiteral(FrameDraft frame, string name, string text)
    {
        if (turn.FlowOf(frame).Definition.Remembers.TryGetValue(name, out var value))
        {
            frame.Set(name, new RememberedAnswer(value.Kind, value.Privacy, text, null, []));
        }
    }

    private void Carry(FrameDraft from, string name, FrameDraft to, string asName)
    {
        if (from.Value(name) is { } value
            && turn.FlowOf(to).Definition.Remembers.TryGetValue(asName, out var place)
            && place.Kind == value.Kind
            && place.Privacy >= value.Privacy
            && place.Sign is null)
        {
            to.Set(asName, value with { Privacy = place.Privacy });
            Stories.ReadSigns(turn, to, turn.FlowOf(to), asName);
        }
    }
}
