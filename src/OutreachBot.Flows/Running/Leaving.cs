using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Running;

/// <summary>
/// SALIR: everything ends with one neutral sentence; with the word that covers the thread, with a page of a calendar. What she agreed to have sent if it breaks off is sent first, in
/// silence; nothing of it stands on the screen, and nothing can be said again.
/// </summary>
internal sealed class Leaving(Turn turn, Walker walker, Steering steering)
{
    public void Begin()
    {
        turn.Held = null;
        turn.Dormant = false;
        foreach (var run in turn.Runs.ToList())
        {
            turn.Speaker.Silent = true;
            if (steering.TakeLeft(run) && turn.Awaits is not null)
            {
                run.Pending = run.Pending! with { Leaving = true };
                return;
            }
            turn.Close(run.Key);
        }
        turn.CloseAll();
        turn.ForgetsSaid = true;
        turn.Kept.Clear();
        turn.Speaker.Silent = false;
        if (turn.Cover.IsOn)
        {
            walker.Await(turn.Main, new EffectCall(UnderCover.Begin, "", Notices()), GlobalWords.Calendar);
            return;
        }
        turn.Speaker.SayShared(SharedPrompts.Exit);
    }

    private Dictionary<string, RememberedAnswer> Notices() => new(StringComparer.Ordinal)
    {
        ["notices"] = new(ValueKind.Flag, Privacy.Open, turn.Cover.Notices ? "yes" : "no", null, []),
    };

    /// <summary>The host has carried out an effect of a run that is being left.</summary>
    public void Come(RunDraft run, PendingEffect pending, EffectDone done)
    {
        turn.Speaker.Silent = true;
        walker.Come(run, pending, done);
        if (turn.Awaits is not null)
        {
            run.Pending = run.Pending! with { Leaving = true };
            return;
        }
        turn.Close(run.Key);
        Begin();
    }
}
