using System.Collections.Concurrent;
using System.Collections.Frozen;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Languages.Identification;

namespace OutreachBot.Flows.Compiling;

/// <summary>All flows and the words they share, as loaded; immutable, shared between threads. A changed flow is a new book.</summary>
public sealed class FlowBook
{
    /// <summary>The flow in which a stranger begins.</summary>
    public const string Welcome = "welcome";

    private readonly ConcurrentDictionary<(string Flow, LanguageTag Language), CompiledFlow> _compiled = new();
    private readonly FrozenDictionary<LanguageTag, FrozenDictionary<string, Wordings>> _shared;
    private readonly IReadOnlyList<KeyValuePair<string, string>> _interruptWords;
    private readonly HotlineText _hotlines;
    private readonly Lazy<FrozenSet<string>> _answers;

    internal FlowBook(
        IReadOnlyDictionary<string, FlowDefinition> flows,
        IReadOnlyDictionary<LanguageTag, IReadOnlyDictionary<string, Prompt>> sharedPrompts,
        IReadOnlyList<Hotline> hotlines,
        Keywords keywords)
    {
        Flows = flows;
        SharedPrompts = sharedPrompts;
        Hotlines = hotlines;
        Keywords = keywords;
        Words = new WordReader(keywords);
        Signs = new StorySigns(keywords);
        Identifier = ModelIdentifier.OfBuild();
        _hotlines = new HotlineText(hotlines);
        _answers = new(() => flows.Values.SelectMany(f => f.Layers.Values).SelectMany(l => l.Prompts.Values)
            .SelectMany(p => p.Options.Values.Concat(p.Also.Values.SelectMany(a => a))).Select(Collation.Key).ToFrozenSet(StringComparer.Ordinal));
        var spanish = sharedPrompts.GetValueOrDefault(LanguageTag.Spanish);
        _shared = LanguageTag.All.ToFrozenDictionary(
            l => l,
            l => LiveLevels.Settle(Wordings.Of(sharedPrompts.GetValueOrDefault(l), spanish, l), [], YesNoOf(l)).Wordings.ToFrozenDictionary(StringComparer.Ordinal));
        Starts = flows.Values.SelectMany(f => f.StartsOn.Select(s => (f, s))).ToLookup(x => x.s.Concept, x => new FlowEntry(x.f, x.s.At), StringComparer.Ordinal);
        Interrupts = flows.Values.SelectMany(f => f.InterruptsOn.Select(s => (f, s))).ToLookup(x => x.s.Concept, x => new FlowEntry(x.f, x.s.At), StringComparer.Ordinal);
        _interruptWords = [.. Interrupts.Select(i => KeyValuePair.Create(i.Key, i.First().Flow.Name))];
    }

    public IReadOnlyDictionary<string, FlowDefinition> Flows { get; }

    public IReadOnlyDictionary<LanguageTag, IReadOnlyDictionary<string, Prompt>> SharedPrompts { get; }

    public IReadOnlyList<Hotline> Hotlines { get; }

    public Keywords Keywords { get; }

    /// <summary>Reads the line's words out of messages.</summary>
    public WordReader Words { get; }

    /// <summary>Reads flags out of stories.</summary>
    public StorySigns Signs { get; }

    /// <summary>Says in which language a message is written.</summary>
    public ILanguageIdentifier Identifier { get; }

    /// <summary>Flows that a concept starts when nothing is open.</summary>
    internal ILookup<string, FlowEntry> Starts { get; }

    /// <summary>Flows that a concept lays over what is open.</summary>
    internal ILookup<string, FlowEntry> Interrupts { get; }

    /// <summary>Whether a whole message is an answer that some question of a flow offers, in whatever language.</summary>
    /// <param name="key">As <see cref="Collation.Key"/> gives it.</param>
    public bool IsAnswer(string key) => _answers.Value.Contains(key);

    /// <summary>Whether a message is, as a whole, the name of an option of the question that a flow asks in a state.</summary>
    /// <param name="state">Null: the flow's first.</param>
    public bool Offers(string flow, string? state, string text, LanguageTag language) =>
        TryCompile(flow, language) is { } compiled
        && compiled.States.GetValueOrDefault(state ?? compiled.First)?.Choice?.Names(Collation.Key(text)) == true;

    /// <summary>A flow in a language; compiled once.</summary>
    /// <exception cref="KeyNotFoundException">There is no such flow.</exception>
    public CompiledFlow Compile(string flow, LanguageTag language) =>
        TryCompile(flow, language) ?? throw new KeyNotFoundException($"There is no flow '{flow}'.");

    /// <summary>As <see cref="Compile"/>; null for a flow that isn't there (any more).</summary>
    internal CompiledFlow? TryCompile(string flow, LanguageTag language)
    {
        if (_compiled.TryGetValue((flow, language), out var compiled))
        {
            return compiled;
        }
        return Flows.TryGetValue(flow, out var definition)
            ? _compiled.GetOrAdd((flow, language), _ => new CompiledFlow(definition, language, _interruptWords, YesNoOf(language)))
            : null;
    }

    /// <summary>How far a language's words for yes and no are; a question that shows them is no further.</summary>
    private ReviewStatus YesNoOf(LanguageTag language) =>
        SharedPrompts.GetValueOrDefault(language)?.GetValueOrDefault(Compiling.SharedPrompts.YesNo)?.Status ?? ReviewStatus.Draft;

    /// <summary>The verified numbers of a country, the emergency ones first; empty where there is none.</summary>
    internal string HotlinesOf(string? country) => _hotlines.Of(country);

    /// <inheritdoc cref="HotlineText.WithHoursOf"/>
    internal string HotlinesWithHoursOf(string? country) => _hotlines.WithHoursOf(country);

    /// <inheritdoc cref="HotlineText.SourcesOf"/>
    internal string HotlineSourcesOf(string? country) => _hotlines.SourcesOf(country);

    internal bool HasEmergencyLine(string? country) => _hotlines.HasEmergency(country);

    internal Wordings Shared(string prompt, LanguageTag language) =>
        _shared.TryGetValue(language, out var prompts) ? prompts.GetValueOrDefault(prompt) : default;
}

/// <summary>A flow, and the state it is entered at; null: its first.</summary>
internal readonly record struct FlowEntry(FlowDefinition Flow, string? At);
