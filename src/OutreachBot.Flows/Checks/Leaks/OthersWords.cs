using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Checks.Leaks;

/// <summary>What another person told: it may be said at once where the effect gave it, and do nothing else.</summary>
internal sealed class OthersWords : ICheck
{
    public IEnumerable<Diagnostic> Find(CheckedBook book) => book.Flows.SelectMany(Find);

    private static IEnumerable<Diagnostic> Find(CompiledFlow flow)
    {
        var givers = flow.States.Values.Where(s => GiftsOf(s).Any()).ToList();
        var others = givers.SelectMany(GiftsOf).Distinct(StringComparer.Ordinal).ToList();
        if (flow.Definition.Audience != Audience.Responder && givers.Find(s => s.Step is DoStep { Effect: "hand_over" }) is { } handing)
        {
            yield return SealedLeak.Fault(handing.Definition.Spot, $"Flow '{flow.Name}' is for everybody and does hand_over", "Only a flow `for: responder` is handed what a reporter told.");
        }
        foreach (var name in others.Where(flow.Definition.Remembers.ContainsKey))
        {
            yield return SealedLeak.Fault(flow.Definition.Remembers[name].Spot, $"'{name}' is another person's words, and the flow remembers a value of that name", "Take it out of `remembers`: such words are shown once and not kept.");
        }
        foreach (var state in flow.States.Values)
        {
            foreach (var fault in others.SelectMany(name => Uses(flow, state, name)))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<Diagnostic> Uses(CompiledFlow flow, CompiledState state, string name)
    {
        var arguments = (state.Step switch { DoStep effect => effect.With, CallStep call => call.With, _ => null })?.Values;
        if (arguments?.Any(a => !a.IsLiteral && a.Text == name) == true)
        {
            yield return SealedLeak.Fault(state.Definition.Spot, $"State '{state.Name}' hands on '{name}', which another person told", "Say it, and hand on nothing.");
        }
        if (state.Step is WhenStep branch && (branch.Subject == name || branch.Subject == "known " + name))
        {
            yield return SealedLeak.Fault(state.Definition.Spot, $"State '{state.Name}' branches on '{name}', which another person told", "Branch on the effect's outcome.");
        }
        var says = PromptUse.Of(state).Any(u => flow.WordingsOf(u.Prompt).All().Any(w => w.Placeholders.Contains(name)));
        if (says && !IsToldAtOnce(flow, state, name))
        {
            yield return SealedLeak.Fault(state.Definition.Spot, $"State '{state.Name}' says '{name}', which another person told, and can be come to otherwise than from the effect that gave it",
                "Say it only in the state that the outcome leads to.");
        }
    }

    private static bool IsToldAtOnce(CompiledFlow flow, CompiledState state, string name) =>
        flow.First != state.Name
        && flow.States.Values.All(s => s == state || GiftsOf(s).Contains(name) || s.Arrows.All(a => a.Target.State != state.Name))
        && state.Arrows.All(a => a.Target.State != state.Name);

    private static IEnumerable<string> GiftsOf(CompiledState state) =>
        state.Step is DoStep step && EffectCatalogue.TryFind(step.Effect, out var effect)
            ? effect.Gives.Where(g => g.Origin == GiftOrigin.AnotherPerson).Select(g => g.Name)
            : [];
}
