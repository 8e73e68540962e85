using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Definitions;

/// <summary>Who may be in a flow.</summary>
public enum Audience
{
    Person,
    Responder,
}

/// <summary>One state: a name, one step, and where it stands.</summary>
public sealed record StateDefinition(string Name, Step Step, SourceSpot Spot);

/// <summary>After so long without a message the clock enters a state, in silence.</summary>
public sealed record IfLeft(TimeSpan After, string Go, SourceSpot Spot);

/// <summary>A concept that starts a flow, and where in it.</summary>
/// <param name="At">The state it begins with; null: the flow's first.</param>
public sealed record FlowStart(string Concept, string? At, SourceSpot Spot);

/// <summary>A flow as its author wrote it: the shape (<c>flow.yaml</c>) and the words by language.</summary>
public sealed record FlowDefinition(
    string Name,
    string About,
    Audience Audience,
    IReadOnlyList<FlowStart> StartsOn,
    IReadOnlyList<FlowStart> InterruptsOn,
    string First,
    IfLeft? IfLeft,
    bool AsksWhenIdle,
    IReadOnlyDictionary<string, RememberedValue> Remembers,
    IReadOnlyDictionary<string, StateDefinition> States,
    IReadOnlyDictionary<LanguageTag, LanguageLayer> Layers,
    SourceSpot Spot);

/// <summary>A language's words for a flow, and its own changes of shape.</summary>
public sealed record LanguageLayer(
    LanguageTag Language,
    string? First,
    IReadOnlyDictionary<string, Prompt> Prompts,
    IReadOnlyDictionary<string, StateDefinition> States,
    SourceSpot Spot);
