using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Loading;

/// <summary>Checks that every name used in a flow file is a name of something.</summary>
internal sealed class ReferenceCheck(IReadOnlyDictionary<string, FlowDefinition> flows, DiagnosticSink sink)
{
    public void Check(IEnumerable<Reference> references)
    {
        // A flow that could not be read has been reported; what it refers to tells nothing more.
        foreach (var reference in references.Where(r => flows.ContainsKey(r.Flow)))
        {
            Check(flows[reference.Flow], reference);
        }
    }

    private void Check(FlowDefinition flow, Reference reference)
    {
        switch (reference.What)
        {
            case ReferenceKind.State:
                Known("unknown_state", reference, StatesOf(flow, reference.Layer), $"Flow '{flow.Name}' has no state '{reference.Name}'");
                break;
            case ReferenceKind.Flow:
                Known("unknown_flow", reference, [.. flows.Keys], $"There is no flow '{reference.Name}'");
                break;
            case ReferenceKind.StateOfFlow when flows.TryGetValue(reference.Of!, out var other):
                Known("unknown_state", reference, StatesOf(other, null), $"Flow '{other.Name}' has no state '{reference.Name}'");
                break;
            case ReferenceKind.Value:
                CheckValue(flow, reference);
                break;
            case ReferenceKind.ValueOfFlow when flows.TryGetValue(reference.Of!, out var other):
                Known("unknown_value", reference, [.. other.Remembers.Keys], $"Flow '{other.Name}' remembers no '{reference.Name}'");
                break;
            case ReferenceKind.Subject:
                CheckSubject(flow, reference);
                break;
            case ReferenceKind.Prompt:
                CheckPrompt(flow, reference);
                break;
        }
    }

    private void CheckValue(FlowDefinition flow, Reference reference)
    {
        if (!Known("unknown_value", reference, [.. flow.Remembers.Keys], $"Flow '{flow.Name}' remembers no '{reference.Name}'"))
        {
            return;
        }
        var value = flow.Remembers[reference.Name];
        if (reference.Kind is { } question && !Fits(question, value.Kind))
        {
            sink.Error("wrong_kind", reference.Spot, $"'{value.Name}' is remembered as {Word(value.Kind)} and this question gives another kind", $"Change its kind in `remembers`, or ask into another value.");
        }
    }

    private void CheckSubject(FlowDefinition flow, Reference reference)
    {
        var name = reference.Name.StartsWith("known ", StringComparison.Ordinal) ? reference.Name[6..].Trim() : reference.Name;
        if (name.StartsWith('@'))
        {
            Known("unknown_subject", reference, [.. Subjects.OfTheTurn.Keys], $"'{name}' is nothing to branch on");
            return;
        }
        var gifts = StepsOf(flow).OfType<DoStep>()
            .SelectMany(d => EffectCatalogue.TryFind(d.Effect, out var effect) ? effect.Gives : [])
            .Select(g => g.Name);
        Known("unknown_value", reference with { Name = name }, [.. flow.Remembers.Keys, .. gifts], $"Flow '{flow.Name}' remembers no '{name}'");
    }

    private void CheckPrompt(FlowDefinition flow, Reference reference)
    {
        if (!flow.Layers.TryGetValue(LanguageTag.Spanish, out var spanish))
        {
            return;
        }
        if (!spanish.Prompts.ContainsKey(reference.Name))
        {
            var near = Nearest.To(reference.Name, spanish.Prompts.Keys);
            sink.Error("missing_prompt", reference.Spot, $"'{reference.Name}' has no Spanish words in {spanish.Spot.File}", near is null ? "Add it there under `prompts`." : $"Add it there under `prompts`, or did you mean '{near}'?");
        }
    }

    private bool Known(string code, Reference reference, IReadOnlyCollection<string> known, string problem)
    {
        if (known.Contains(reference.Name))
        {
            return true;
        }
        sink.Error(code, reference.Spot, problem, Nearest.Mend(reference.Name, known));
        return false;
    }

    private static IEnumerable<Step> StepsOf(FlowDefinition flow) =>
        flow.States.Values.Concat(flow.Layers.Values.SelectMany(l => l.States.Values)).Select(s => s.Step);

    private static List<string> StatesOf(FlowDefinition flow, LanguageTag? layer)
    {
        var states = new List<string>(flow.States.Keys);
        if (layer is { } language && flow.Layers.TryGetValue(language, out var own))
        {
            states.AddRange(own.States.Keys.Where(s => !flow.States.ContainsKey(s)));
        }
        return states;
    }

    private static bool Fits(QuestionKind question, ValueKind value) => question switch
    {
        QuestionKind.YesNo => value is ValueKind.Flag,
        QuestionKind.Choice => value is ValueKind.Choice,
        QuestionKind.Text => value is ValueKind.Text or ValueKind.Story,
        QuestionKind.Story => value is ValueKind.Story or ValueKind.Text,
        QuestionKind.Number => value is ValueKind.Number,
        QuestionKind.Place => value is ValueKind.Place,
        QuestionKind.When => value is ValueKind.When,
        QuestionKind.Code => value is ValueKind.Code,
        _ => value is ValueKind.Language,
    };

    private static string Word(ValueKind kind) => kind.ToString().ToLowerInvariant();
}
