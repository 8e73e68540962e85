using System.Collections.Frozen;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using Stateless;

namespace OutreachBot.Flows.Compiling;

/// <summary>One flow in one language: its shape with the language's own states laid over, and its words. Immutable, shared between threads.</summary>
public sealed class CompiledFlow
{
    /// <summary>The superstate of all states: what can be said everywhere.</summary>
    public const string Anywhere = "*";

    /// <summary>Where a flow is over.</summary>
    public const string End = "end";

    private readonly FrozenDictionary<string, Wordings> _wordings;
    private readonly FrozenDictionary<string, AskStep> _askedInto;
    private readonly IReadOnlyList<KeyValuePair<string, string>> _globalWords;

    /// <param name="globalWords">Words that are always there and the flows they lay over this one, for the full machine.</param>
    /// <param name="yesNo">How far the language's words for yes and no are.</param>
    internal CompiledFlow(FlowDefinition definition, LanguageTag language, IReadOnlyList<KeyValuePair<string, string>> globalWords, ReviewStatus yesNo)
    {
        Definition = definition;
        Language = language;
        _globalWords = globalWords;
        var layer = definition.Layers.GetValueOrDefault(language);
        var shape = Overlay(definition, layer).ToList();
        var (wordings, together) = LiveLevels.Settle(
            Wordings.Of(layer?.Prompts, definition.Layers.GetValueOrDefault(LanguageTag.Spanish)?.Prompts, language),
            CorePrompts.Of(definition.Name).Intersect(shape.SelectMany(s => SaidBy(s.Step)), StringComparer.Ordinal), yesNo);
        _wordings = wordings.ToFrozenDictionary(StringComparer.Ordinal);
        LiveUpTo = together;
        First = layer?.First ?? definition.First;
        States = shape.ToFrozenDictionary(s => s.Name, s => new CompiledState(s, ChoiceOf(s)), StringComparer.Ordinal);
        _askedInto = States.Values.Select(s => s.Step).OfType<AskStep>().Where(a => a.Into is not null)
            .GroupBy(a => a.Into!, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        Story = definition.Remembers.Values.FirstOrDefault(v => v.Kind == ValueKind.Story);
        Signs = [.. definition.Remembers.Values.Where(v => v.Sign is not null)];
        foreach (var state in States.Values)
        {
            state.Alerting = state.Arrows.Where(a => LeadsToAlert(a.Target, 0)).Select(a => a.Trigger).ToHashSet(StringComparer.Ordinal);
        }
    }

    public FlowDefinition Definition { get; }

    public string Name => Definition.Name;

    public LanguageTag Language { get; }

    public string First { get; }

    public IReadOnlyDictionary<string, CompiledState> States { get; }

    /// <summary>The highest go-live level at which its core prompts are said in this language; approved where it has none.</summary>
    public ReviewStatus LiveUpTo { get; }

    /// <summary>The value that takes what is told; null: this flow has no story.</summary>
    internal RememberedValue? Story { get; }

    internal IReadOnlyList<RememberedValue> Signs { get; }

    internal Wordings WordingsOf(string prompt) => _wordings.GetValueOrDefault(prompt);

    /// <summary>The question that fills a value: a choice's label is said, not its key.</summary>
    internal AskStep? QuestionFor(string value) => _askedInto.GetValueOrDefault(value);

    /// <summary>The whole machine: for checks, walks and graphs.</summary>
    /// <remarks>Belongs to one thread. Not for turns: those use <see cref="Fire"/>.</remarks>
    public StateMachine<string, string> BuildFullMachine()
    {
        var machine = new StateMachine<string, string>(First);
        var anywhere = machine.Configure(Anywhere);
        foreach (var (concept, flow) in _globalWords)
        {
            anywhere.Permit(Triggers.Word(concept), "flow:" + flow);
        }
        if (Definition.IfLeft is { } left)
        {
            anywhere.Permit(Triggers.Left, left.Go);
        }
        foreach (var state in States.Values)
        {
            Configure(machine, state);
        }
        return machine;
    }

    /// <summary>Takes the arrow of a trigger, on a machine that knows this state only.</summary>
    /// <remarks>
    /// A machine a turn, never shared: two threads on one machine go wrong most of the time. A full one costs 6–52 µs
    /// to build, this one about 1 µs.
    /// </remarks>
    /// <returns>False when nothing in this state understands the trigger.</returns>
    internal bool Fire(CompiledState state, string trigger, out Target target)
    {
        var machine = new StateMachine<string, string>(state.Name);
        var understood = true;
        machine.OnUnhandledTrigger((_, _) => understood = false);
        Configure(machine, state);
        if (trigger == Triggers.Left && Definition.IfLeft is { } left)
        {
            machine.Configure(Anywhere).Permit(Triggers.Left, left.Go);
        }
        machine.Fire(trigger);
        target = machine.State == End ? Target.End : new Target(machine.State);
        return understood;
    }

    private static void Configure(StateMachine<string, string> machine, CompiledState state)
    {
        var configured = machine.Configure(state.Name).SubstateOf(Anywhere);
        foreach (var arrow in state.Arrows)
        {
            if (arrow.Target.State == state.Name)
            {
                configured.PermitReentry(arrow.Trigger);
            }
            else
            {
                configured.Permit(arrow.Trigger, arrow.Target.State ?? End);
            }
        }
        if (state.Waits)
        {
            configured.PermitReentry(Triggers.Again);
        }
    }

    private static IEnumerable<StateDefinition> Overlay(FlowDefinition definition, LanguageLayer? layer)
    {
        foreach (var state in definition.States.Values)
        {
            yield return layer?.States.GetValueOrDefault(state.Name) ?? state;
        }
        foreach (var added in layer?.States.Values.Where(s => !definition.States.ContainsKey(s.Name)) ?? [])
        {
            yield return added;
        }
    }

    private static IEnumerable<string> SaidBy(Step step) => step switch
    {
        SayStep say => say.Prompts,
        AskStep ask => [.. ask.SaysBefore, ask.Prompt],
        _ => [],
    };

    private ChoiceWords? ChoiceOf(StateDefinition state) =>
        state.Step is AskStep { Kind: QuestionKind.Choice } ask ? new ChoiceWords(ask, WordingsOf(ask.Prompt)) : null;

    private bool LeadsToAlert(Target target, int depth)
    {
        if (target.State is null || depth > 8 || !States.TryGetValue(target.State, out var state))
        {
            return false;
        }
        return state.Step switch
        {
            DoStep { Effect: "raise_alert" } => true,
            SayStep or WhenStep => state.Arrows.Any(a => LeadsToAlert(a.Target, depth + 1)),
            _ => false,
        };
    }
}
