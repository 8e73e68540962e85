using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Walking.Faults;

/// <summary><c>dead_end</c>: with what is known here, no answer ever leads to an end.</summary>
internal sealed class DeadEnd : IGraphFault
{
    public IEnumerable<Finding> Look(WalkedWorld walked)
    {
        var ending = Backwards.From(walked.Nodes, a => a.Ends || a.To is null, a => a.Kind is MoveKind.Answer or MoveKind.Tells);
        foreach (var node in walked.Nodes.Where(n => !ending.Contains(n) && n.Spot is { Quiet: Quiet.No, Session.Held: null }))
        {
            if (node.Spot.Top() is { } top && walked.Book.Compile(top.Flow, walked.World.Language).States.TryGetValue(top.State, out var state))
            {
                yield return new Finding(
                    new Diagnostic("dead_end", Severity.Error, state.Definition.Spot,
                        $"Whoever is asked '{top.State}' can never come to an end by answering", "Add an answer that leads on to `end`, or to a state with `ends: true`."),
                    walked.World, node, null, null);
            }
        }
    }
}
