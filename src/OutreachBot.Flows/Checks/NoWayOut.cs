using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Checks;

/// <summary><c>no_way_out</c>: from a state no answer ever leads to an end. SALIR always works, but nobody has to know it.</summary>
internal sealed class NoWayOut : ICheck
{
    public IEnumerable<Diagnostic> Find(CheckedBook book)
    {
        foreach (var flow in book.Flows)
        {
            var ending = Ending(flow);
            foreach (var name in CheckedBook.Reach(flow, book.EntrancesOf(flow)).Where(n => !ending.Contains(n)))
            {
                var state = flow.States[name];
                yield return new Diagnostic("no_way_out", Severity.Error, state.Definition.Spot,
                    state.Waits ? $"Whoever is asked '{name}' can never come to an end by answering" : $"From '{name}' no way leads to an end",
                    "Add a way that leads to `end`, or to a state with `ends: true`.");
            }
        }
    }

    /// <summary>States from which an end can be reached, found backwards from those that end.</summary>
    private static HashSet<string> Ending(CompiledFlow flow)
    {
        var ending = new HashSet<string>(StringComparer.Ordinal);
        bool grew;
        do
        {
            grew = false;
            foreach (var state in flow.States.Values)
            {
                if (state.Step is EndStep || state.Arrows.Any(a => a.Target.State is null || ending.Contains(a.Target.State)))
                {
                    grew |= ending.Add(state.Name);
                }
            }
        }
        while (grew);
        return ending;
    }
}
