using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Running;

/// <summary>Goes on with a turn when the host comes back with an effect's outcome.</summary>
internal sealed class Returning(Turn turn, Walker walker, Steering steering)
{
    public void Come(EffectDone done)
    {
        var run = turn.Runs.FirstOrDefault(r => r.Pending is not null);
        if (run?.Pending is not { } pending)
        {
            // Nothing waits for it: a turn that was done twice. There is nothing to say.
            return;
        }
        run.Pending = null;
        turn.GoesOn = true;
        turn.Spent = pending.Spent;
        turn.Speaker.Silent = pending.Silent;
        if (pending.Leaving)
        {
            new Leaving(turn, walker, steering).Come(run, pending, done);
        }
        else if (ProofOutcomes.All.Contains(done.Outcome))
        {
            new Proving(turn, steering).Come(run, pending, done.Outcome);
        }
        else if (pending.Effect == UnderCover.Begin)
        {
            turn.Close(run.Key);
            new CalendarPage(turn, steering).Show();
        }
        else if (pending.Effect == UnderCover.Uncover)
        {
            UnderCover.Come(turn, run);
        }
        else if (pending.Word is { } word)
        {
            WordActions.Come(turn, run, word);
        }
        else if (pending.Effect == GlobalWords.Erase)
        {
            // BORRAR that had to wait for a PIN: it ends as it always does.
            WordActions.Come(turn, run, GlobalWords.Erase);
        }
        else
        {
            walker.Come(run, pending, done);
            if (pending.Silent && turn.Awaits is null)
            {
                new Clockwork(turn, walker, steering).Pass();
            }
        }
    }
}
