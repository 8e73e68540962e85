using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Checks.Leaks;

/// <summary>Values handed to an effect that takes less, or to a flow that keeps them under a lower mark.</summary>
internal sealed class HandedOn : ICheck
{
    public IEnumerable<Diagnostic> Find(CheckedBook book)
    {
        foreach (var flow in book.Flows)
        {
            foreach (var state in flow.States.Values)
            {
                var faults = state.Step switch
                {
                    DoStep effect => ToEffect(flow, state, effect),
                    CallStep call when book.Book.Flows.TryGetValue(call.Flow, out var called) => ToFlow(flow, state, call, called),
                    _ => [],
                };
                foreach (var fault in faults)
                {
                    yield return fault;
                }
            }
        }
    }

    private static IEnumerable<Diagnostic> ToEffect(CompiledFlow flow, CompiledState state, DoStep effect)
    {
        if (!EffectCatalogue.TryFind(effect.Effect, out var kind))
        {
            yield break;
        }
        foreach (var (name, argument) in effect.With.Where(w => !w.Value.IsLiteral))
        {
            var takes = kind.Parameters.FirstOrDefault(p => p.Name == name)?.Takes ?? Privacy.Open;
            if (flow.Definition.Remembers.TryGetValue(argument.Text, out var value) && value.Privacy > takes)
            {
                yield return SealedLeak.Fault(state.Definition.Spot,
                    $"'{value.Name}' is {SealedLeak.Word(value.Privacy)}, and '{name}' of {kind.Name} takes at most {SealedLeak.Word(takes)}",
                    "Hand over another value; only hand_over and relay carry sealed words to another person.");
            }
        }
    }

    private static IEnumerable<Diagnostic> ToFlow(CompiledFlow flow, CompiledState state, CallStep call, FlowDefinition called)
    {
        foreach (var (there, here) in call.With.Where(w => !w.Value.IsLiteral))
        {
            if (!flow.Definition.Remembers.TryGetValue(here.Text, out var value) || !called.Remembers.TryGetValue(there, out var place))
            {
                continue;
            }
            if (value.Privacy > place.Privacy)
            {
                yield return SealedLeak.Fault(state.Definition.Spot,
                    $"'{value.Name}' is {SealedLeak.Word(value.Privacy)}, and '{there}' of flow '{called.Name}' is {SealedLeak.Word(place.Privacy)}", "Raise the mark there.");
            }
            else if (value.Privacy < place.Privacy)
            {
                // When the flow is over, the value comes back by the same way.
                yield return SealedLeak.Fault(state.Definition.Spot,
                    $"'{there}' of flow '{called.Name}' is {SealedLeak.Word(place.Privacy)} and comes back into '{value.Name}', which is {SealedLeak.Word(value.Privacy)}", "Raise the mark here.");
            }
        }
    }
}
