using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Running;

namespace OutreachBot.Flows.Walking.Faults;

/// <summary><c>no_help</c>: a cry doesn't lead to the offer of an alert; or what she tells says that somebody is in danger, and the way to help isn't said.</summary>
internal sealed class NoHelp : ITurnFault
{
    private static readonly string Offer = "shared." + SharedPrompts.DangerOffer;

    public IEnumerable<Finding> Look(WalkedTurn turn)
    {
        var helping = turn.Book.Interrupts[GlobalWords.Danger].Select(e => e.Flow.Name).ToHashSet(StringComparer.Ordinal);
        if (turn.Move.Concept == GlobalWords.Danger && !LeadsToAlert(turn, helping))
        {
            yield return turn.Fault("no_help", turn.Where(), $"'{turn.Move.Line[2..]}' does not lead to the offer of an alert here",
                "Lay a flow over by `danger` whose first question leads straight to raise_alert, and call no option so.");
        }
        if (TellsOfDanger(turn) && turn.Frame is { } frame && turn.Flow!.Definition.Audience == Audience.Person && !IsHelped(turn, frame, helping))
        {
            yield return turn.Fault("no_help", turn.Where(), $"Asked '{frame.State}', she tells that somebody is in danger, and the way to help is not said",
                "Ask for a `story` there, or let `tells:` lead to the flow for danger.");
        }
    }

    private static bool LeadsToAlert(WalkedTurn turn, HashSet<string> helping) =>
        turn.Passage.Effects.Any(e => e.Call.Name == "raise_alert")
        || (turn.Passage.To.Top() is { } top && helping.Contains(top.Flow) && turn.FlowOf(top.Flow).States[top.State].Alerting.Count > 0);

    private static bool TellsOfDanger(WalkedTurn turn) =>
        turn.Move.Kind == MoveKind.Tells && turn.Book.Words.DangerInside(turn.Move.Line[2..])
        && turn.From.Spot is { Quiet: Quiet.No, Session.Held: null };

    private static bool IsHelped(WalkedTurn turn, Frame frame, HashSet<string> helping) =>
        helping.Contains(frame.Flow)
        || turn.Passage.Prompts().Contains(Offer)
        || turn.From.Spot.Run()!.Frames.Any(f => helping.Contains(f.Flow))
        || turn.Passage.Events.OfType<StateEntered>().Any(e => helping.Contains(e.Flow));
}
