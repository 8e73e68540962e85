using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Running;

/// <summary>Enters a flow as an answer to something that was sent unasked.</summary>
internal sealed class Entrance(Turn turn, Walker walker, Steering steering, Frames frames)
{
    public void Come(Enter enter)
    {
        if (turn.Book.TryCompile(enter.Flow, turn.Speaks) is not { } flow)
        {
            // An alert sent before the flows changed: she is answered like anybody who writes.
            Hear(enter);
            return;
        }
        var run = turn.Open(enter.Key);
        turn.Focus = enter.Key;
        new IdleRule(turn).LayAside(turn.LastAt is { } last ? turn.Context.Now - last : TimeSpan.Zero);
        var frame = run.Frames.Find(f => f.Flow == enter.Flow);
        if (frame is null || enter.State is { } asked && asked != frame.State)
        {
            while (run.Top is not null)
            {
                frames.Drop(run);
            }
            frame = frames.Push(run, enter.Flow, enter.State, interrupts: false);
            frames.Seed(frame);
        }
        foreach (var (name, text) in enter.Values)
        {
            var value = flow.Definition.Remembers.GetValueOrDefault(name);
            frame.Set(name, new RememberedAnswer(value?.Kind ?? ValueKind.Text, value?.Privacy ?? Privacy.Open, text, null, []));
        }
        turn.Dormant &= enter.Key.Length > 0;
        if (enter.Then is null)
        {
            turn.LastAt = turn.Context.Now;
            walker.Go(run);
        }
        else
        {
            Hear(enter);
        }
    }

    private void Hear(Enter enter)
    {
        if (enter.Then is { } message)
        {
            new Listener(turn, walker, steering).Hear(message, addressed: true);
        }
    }
}
