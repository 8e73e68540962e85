using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Compiling;

/// <summary>A state with its arrows.</summary>
public sealed class CompiledState
{
    internal CompiledState(StateDefinition definition, ChoiceWords? choice)
    {
        Definition = definition;
        Arrows = Compiling.Arrows.Of(definition.Step);
        Choice = choice;
    }

    public StateDefinition Definition { get; }

    public string Name => Definition.Name;

    public Step Step => Definition.Step;

    public IReadOnlyList<Arrow> Arrows { get; }

    /// <summary>She is waited for here.</summary>
    public bool Waits => Step is AskStep or WaitStep;

    internal ChoiceWords? Choice { get; }

    /// <summary>Triggers that lead to <c>raise_alert</c> with nothing asked in between: choosing to alert is never limited.</summary>
    internal IReadOnlySet<string> Alerting { get; set; } = EmptySet;

    private static readonly HashSet<string> EmptySet = new(StringComparer.Ordinal);

    internal Target? Goal(string trigger)
    {
        foreach (var arrow in Arrows)
        {
            if (arrow.Trigger == trigger)
            {
                return arrow.Target;
            }
        }
        return null;
    }
}
