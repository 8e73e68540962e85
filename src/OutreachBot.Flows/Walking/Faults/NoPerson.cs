using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Running;

namespace OutreachBot.Flows.Walking.Faults;

/// <summary><c>no_person</c>: 9, or the word for it, doesn't lead to a person from here; or who is led there can't come to ask for one.</summary>
internal sealed class NoPerson : ITurnFault, IGraphFault
{
    private const string Mend = "Lead the flow laid over by `person` to ask_person, and call no option 9 or 'persona'.";

    public IEnumerable<Finding> Look(WalkedTurn turn)
    {
        // While she is asked whether to go on, somebody else may hold the phone.
        if (turn.Move.Concept != GlobalWords.Person || turn.From.Spot.Session.Held is not null || IsHeldNow(turn))
        {
            yield break;
        }
        var persons = FlowsOf(turn.Book);
        if (!turn.Passage.Events.OfType<StateEntered>().Any(e => persons.Contains(e.Flow)) && !persons.Contains(turn.Passage.To.Top()?.Flow ?? ""))
        {
            yield return turn.Fault("no_person", turn.Where(), $"'{turn.Move.Line[2..]}' does not lead to a person here", Mend);
        }
    }

    public IEnumerable<Finding> Look(WalkedWorld walked)
    {
        var persons = FlowsOf(walked.Book);
        var asking = Backwards.From(walked.Nodes, a => a.AsksPerson || a.To is null, a => a.Kind == MoveKind.Answer);
        foreach (var node in walked.Nodes.Where(n => !asking.Contains(n) && n.Spot is { Quiet: Quiet.No, Session.Held: null } && n.Spot.Top() is { } top && persons.Contains(top.Flow)))
        {
            var top = node.Spot.Top()!;
            yield return new Finding(
                new Diagnostic("no_person", Severity.Error, walked.Book.Compile(top.Flow, walked.World.Language).States[top.State].Definition.Spot,
                    $"Whoever asked for a person and is asked '{top.State}' can't come to one by answering", Mend),
                walked.World, node, null, null);
        }
    }

    private static bool IsHeldNow(WalkedTurn turn) => turn.Passage.To.Session.Held is not null;

    private static HashSet<string> FlowsOf(FlowBook book) => [.. book.Interrupts[GlobalWords.Person].Select(e => e.Flow.Name)];
}
