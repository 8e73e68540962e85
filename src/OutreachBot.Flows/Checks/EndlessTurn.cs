using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Checks;

/// <summary><c>endless_turn</c>: a circle in which nothing is asked and nothing outside is done; the engine's budget would cut it.</summary>
internal sealed class EndlessTurn : ICheck
{
    public IEnumerable<Diagnostic> Find(CheckedBook book) =>
        from flow in book.Flows
        from state in flow.States.Values
        where GoesOn(state) && CheckedBook.Reach(flow, Next(state), (s, _) => GoesOn(s)).Contains(state.Name)
        select new Diagnostic("endless_turn", Severity.Error, state.Definition.Spot,
            $"State '{state.Name}' leads back to itself without asking anything", "Ask something on the way, or lead out of the circle.");

    // What an effect gives back may end a circle ("the next message, until there is none"); words and branches can't.
    private static bool GoesOn(CompiledState state) => state.Step is SayStep or WhenStep or CallStep;

    private static IEnumerable<string> Next(CompiledState state) => state.Arrows.Select(a => a.Target.State).OfType<string>();
}
