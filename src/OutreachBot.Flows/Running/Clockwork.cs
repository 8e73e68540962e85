using OutreachBot.Flows.Compiling;

namespace OutreachBot.Flows.Running;

/// <summary>The clock comes by: waits that are over, flows that were left. Nothing is said, whoever holds the phone.</summary>
internal sealed class Clockwork(Turn turn, Walker walker, Steering steering)
{
    public void Pass()
    {
        turn.Speaker.Silent = true;
        foreach (var run in turn.Runs.ToList())
        {
            if (run.Top is { WakesAt: { } at } top && at <= turn.Context.Now)
            {
                top.WakesAt = null;
                walker.Take(run, Triggers.Time);
            }
            if (turn.Awaits is null)
            {
                Leave(run);
            }
            if (turn.Awaits is not null)
            {
                return;
            }
        }
    }

    private void Leave(RunDraft run)
    {
        var isLeft = run.Frames.Exists(f => Alarm.LeftAt(turn.Book, f.Flow, f.Waiting, turn.LastAt) is { } at && at <= turn.Context.Now);
        if (isLeft)
        {
            steering.TakeLeft(run);
        }
    }
}
