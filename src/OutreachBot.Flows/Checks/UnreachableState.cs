using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Checks;

/// <summary><c>unreachable_state</c>: nothing leads to a state, in no language.</summary>
internal sealed class UnreachableState : ICheck
{
    public IEnumerable<Diagnostic> Find(CheckedBook book)
    {
        foreach (var languages in book.Flows.GroupBy(f => f.Name, StringComparer.Ordinal))
        {
            var reached = languages.ToDictionary(f => f.Language, f => CheckedBook.Reach(f, book.EntrancesOf(f)));
            foreach (var flow in languages)
            {
                // A state of the shape may be passed by in one language; a language's own states are for it alone.
                foreach (var state in flow.States.Values.Where(s => CheckedBook.IsOfLayer(flow, s)
                    ? !reached[flow.Language].Contains(s.Name)
                    : reached.Values.All(r => !r.Contains(s.Name))))
                {
                    yield return new Diagnostic("unreachable_state", Severity.Error, state.Definition.Spot,
                        $"Nothing leads to state '{state.Name}'", "Let an answer lead there, or take the state out.");
                }
            }
        }
    }
}
