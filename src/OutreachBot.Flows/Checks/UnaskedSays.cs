using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Checks;

/// <summary><c>unasked_says</c>: the clock leads to words. Whoever holds the phone then may be somebody else, so nothing is ever said unasked.</summary>
internal sealed class UnaskedSays : ICheck
{
    public IEnumerable<Diagnostic> Find(CheckedBook book)
    {
        foreach (var flow in book.Flows)
        {
            // Entered by the clock, and all that follows until she writes.
            var silent = CheckedBook.Reach(flow, ByClock(flow), (state, _) => !state.Waits);
            foreach (var state in silent.Select(n => flow.States[n]))
            {
                if (state.Step is SayStep or AskStep)
                {
                    yield return new Diagnostic("unasked_says", Severity.Error, state.Definition.Spot,
                        $"State '{state.Name}' says something, and the clock leads there", "Put a `wait: message` before it: she hears it when she writes again.");
                }
                else if (state.Step is CallStep call)
                {
                    yield return new Diagnostic("unasked_says", Severity.Error, state.Definition.Spot,
                        $"State '{state.Name}' calls '{call.Flow}', and the clock leads there", "Put a `wait: message` before it: a flow that is called talks.");
                }
            }
        }
    }

    private static IEnumerable<string> ByClock(CompiledFlow flow)
    {
        var waits = flow.States.Values.Where(s => s.Step is WaitStep { For: not null }).Select(s => ((WaitStep)s.Step).Then.State);
        return waits.Append(flow.Definition.IfLeft?.Go).OfType<string>();
    }
}
