using OutreachBot.Flows.Running;

namespace OutreachBot.Flows.Walking.Faults;

/// <summary><c>misread</c>: an answer as it stands on her screen (a digit, a label, a button) takes another way than its own, or none.</summary>
internal sealed class Misread : ITurnFault
{
    public IEnumerable<Finding> Look(WalkedTurn turn)
    {
        if (turn.Move.Expects is { } trigger && turn.Frame is { } frame && turn.From.Spot is { Quiet: Quiet.No, Session.Held: null } && First(turn) != trigger)
        {
            yield return turn.Fault("misread", turn.Where(), $"'{turn.Move.Line.TrimStart('>', '@', ' ')}' is an answer to '{frame.State}' and is not taken as '{trigger}'",
                "Another option, or a word that is always there, takes it: call it something else.");
        }
    }

    private static string? First(WalkedTurn turn) =>
        turn.Passage.Events.OfType<ArrowTaken>().FirstOrDefault() is { } taken && taken.Flow == turn.Frame!.Flow && taken.From == turn.Frame.State ? taken.Trigger : null;
}
