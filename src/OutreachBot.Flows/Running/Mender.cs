using OutreachBot.Flows.Compiling;

namespace OutreachBot.Flows.Running;

/// <summary>Leads a session whose flows have changed somewhere sensible: the state of the same name, else the flow's first, else nothing open.</summary>
internal static class Mender
{
    public static void Mend(Turn turn)
    {
        foreach (var run in turn.Runs)
        {
            for (var at = run.Frames.Count - 1; at >= 0; at--)
            {
                Mend(turn, run, at);
            }
        }
    }

    private static void Mend(Turn turn, RunDraft run, int at)
    {
        var frame = run.Frames[at];
        if (turn.Book.TryCompile(frame.Flow, turn.Speaks) is not { } flow)
        {
            foreach (var told in frame.Values.Values.Where(v => v.Kind == Definitions.ValueKind.Story))
            {
                turn.Kept.Add(told);
            }
            run.Frames.RemoveAt(at);
            turn.Note(new SessionMoved(FlowBook.Welcome, turn.Book.Compile(FlowBook.Welcome, turn.Speaks).First));
        }
        else if (!flow.States.ContainsKey(frame.State))
        {
            frame.State = flow.First;
            // She has not been asked what stands there.
            frame.Waiting = new Waiting(Purposes.Unsaid, [], [], 0);
            frame.Trail = [];
            frame.WakesAt = null;
            turn.Note(new SessionMoved(frame.Flow, frame.State));
        }
        else if (frame.Trail.Any(s => !flow.States.ContainsKey(s)))
        {
            frame.Trail = [.. frame.Trail.Where(flow.States.ContainsKey)];
        }
    }
}
