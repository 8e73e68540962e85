using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Loading;

/// <summary>Checks what the engine can't do without: the flow of a first message, Spanish, its own prompts.</summary>
internal sealed class BookCheck(DiagnosticSink sink)
{
    public void Check(
        IReadOnlyDictionary<string, FlowDefinition> flows,
        IReadOnlyDictionary<LanguageTag, LanguageLayer> shared,
        IReadOnlyCollection<string> concepts)
    {
        if (!flows.ContainsKey(FlowBook.Welcome))
        {
            sink.Error("no_welcome", Start("welcome/flow.yaml"), "There is no flow 'welcome', where a stranger begins", "Add flows/welcome/flow.yaml.");
        }
        CheckSpanish(flows);
        CheckSharedPrompts(shared);
        CheckConcepts(flows, concepts);
    }

    private void CheckSpanish(IReadOnlyDictionary<string, FlowDefinition> flows)
    {
        foreach (var flow in flows.Values.Where(f => !f.Layers.ContainsKey(LanguageTag.Spanish)))
        {
            sink.Error("missing_file", Start($"{flow.Name}/es.yaml"), $"Flow '{flow.Name}' has no Spanish words", "Add es.yaml: what is missing elsewhere is said in Spanish.");
        }
    }

    private void CheckSharedPrompts(IReadOnlyDictionary<LanguageTag, LanguageLayer> shared)
    {
        var spanish = shared.GetValueOrDefault(LanguageTag.Spanish);
        var spot = spanish?.Spot ?? Start("shared/es.yaml");
        foreach (var name in SharedPrompts.All.Where(p => spanish is null || !spanish.Prompts.ContainsKey(p)))
        {
            sink.Error("missing_prompt", spot, $"The engine needs the shared prompt '{name}' in Spanish", "Add it under `prompts`; docs/flow-language.md says when it is said.");
        }
        foreach (var prompt in shared.Values.SelectMany(l => l.Prompts.Values).Where(p => !SharedPrompts.All.Contains(p.Name)))
        {
            sink.Warning("unused_prompt", prompt.Spot, $"The engine never says '{prompt.Name}'", Nearest.Mend(prompt.Name, [.. SharedPrompts.All]));
        }
    }

    private void CheckConcepts(IReadOnlyDictionary<string, FlowDefinition> flows, IReadOnlyCollection<string> concepts)
    {
        var starts = flows.Values.SelectMany(f => f.StartsOn.Concat(f.InterruptsOn));
        foreach (var start in starts.Where(s => !concepts.Contains(s.Concept)))
        {
            sink.Error("unknown_concept", start.Spot, $"No word stands for '{start.Concept}'", Nearest.Mend(start.Concept, concepts) + " Concepts have their words in flows/shared/keywords.yaml.");
        }
        CheckTwoFlows(flows.Values.SelectMany(f => f.StartsOn.Select(s => (Flow: f, Start: s))));
        CheckTwoFlows(flows.Values.SelectMany(f => f.InterruptsOn.Select(s => (Flow: f, Start: s))));
    }

    private void CheckTwoFlows(IEnumerable<(FlowDefinition Flow, FlowStart Start)> starts)
    {
        foreach (var same in starts.GroupBy(s => (s.Start.Concept, s.Flow.Audience)).Where(g => g.Count() > 1))
        {
            var (flow, start) = same.Last();
            sink.Error("two_flows", start.Spot, $"'{start.Concept}' starts both '{same.First().Flow.Name}' and '{flow.Name}'", "Leave it to one of them.");
        }
    }

    private static SourceSpot Start(string path) => new(FlowFiles.ShownAs(path), 1, 1);
}
