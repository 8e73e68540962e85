using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Loading;

/// <summary>Reads <c>flow.yaml</c>.</summary>
internal sealed class FlowShapeReader(List<Reference> all, DiagnosticSink sink)
{
    /// <summary>Reads the shape; null when there is nothing to go on with.</summary>
    public FlowDefinition? Read(string folder, YamlNode root)
    {
        if (root is not YamlMap map)
        {
            sink.Error("bad_shape", root.Spot, $"A flow is a mapping, not {root.Shape}", "Begin with `flow: name`.");
            return null;
        }
        var references = new References(folder, null, all);
        var reader = new MapReader(map, "a flow", sink);
        if (reader.RequireScalar("flow", folder) is { } name && name.Text != folder)
        {
            sink.Error("wrong_name", name.Spot, $"The flow is called '{name.Text}' and its folder '{folder}'", "Give both the same name.");
        }
        var about = reader.RequireScalar("about", "one sentence for the next author");
        var audience = ReadAudience(reader);
        var starts = ReadStarts(reader, "starts_on", references);
        var interrupts = ReadStarts(reader, "interrupts_on", references);
        var first = reader.RequireScalar("first", "state");
        if (first is not null)
        {
            references.State(first);
        }
        var left = ReadIfLeft(reader, references);
        var asksWhenIdle = ReadIdle(reader);
        var remembers = new RememberedReader(sink).Read(reader.TakeMap("remembers"));
        var states = ReadStates(reader, references);
        reader.Finish();
        return new FlowDefinition(
            folder, about?.Text ?? "", audience, starts, interrupts, first?.Text ?? "", left, asksWhenIdle, remembers, states,
            new Dictionary<LanguageTag, LanguageLayer>(), root.Spot);
    }

    /// <summary>States by name, of a flow or of one language's own.</summary>
    public IReadOnlyDictionary<string, StateDefinition> ReadStates(YamlMap? map, References references)
    {
        var states = new Dictionary<string, StateDefinition>(StringComparer.Ordinal);
        var steps = new StepReader(references, sink);
        foreach (var (name, node) in map?.Entries ?? [])
        {
            if (name.Text is "end" or "" or "*")
            {
                sink.Error("bad_name", name.Spot, $"A state can't be called '{name.Text}'", "`end` is where a flow ends: give the state another name.");
            }
            else if (steps.Read(name, node) is { } step)
            {
                states[name.Text] = new StateDefinition(name.Text, step, name.Spot);
            }
        }
        return states;
    }

    private IReadOnlyDictionary<string, StateDefinition> ReadStates(MapReader reader, References references)
    {
        if (!reader.Has("states"))
        {
            sink.Error("missing_key", reader.Spot, "'states' is missing in a flow", "Add `states:` and below it one state a line.");
        }
        return ReadStates(reader.TakeMap("states"), references);
    }

    private Audience ReadAudience(MapReader reader)
    {
        if (reader.TakeScalar("for") is not { } scalar)
        {
            return Audience.Person;
        }
        switch (scalar.Text)
        {
            case "person":
                return Audience.Person;
            case "responder":
                return Audience.Responder;
            default:
                sink.Error("bad_value", scalar.Spot, $"A flow is for 'person' or 'responder', not '{scalar.Text}'", Nearest.Mend(scalar.Text, ["person", "responder"]));
                return Audience.Person;
        }
    }

    private List<FlowStart> ReadStarts(MapReader reader, string key, References references)
    {
        if (reader.Has(key) && reader.Take(key) is { } node)
        {
            switch (node)
            {
                case YamlScalar one:
                    return [new FlowStart(one.Text, null, one.Spot)];
                case YamlList list:
                    return [.. list.Items.OfType<YamlScalar>().Select(s => new FlowStart(s.Text, null, s.Spot))];
                case YamlMap map:
                    return [.. map.Entries.Select(e => new FlowStart(e.Key.Text, Goals.Read(e.Value, references, sink).State, e.Key.Spot))];
            }
        }
        reader.Take(key);
        return [];
    }

    private IfLeft? ReadIfLeft(MapReader reader, References references)
    {
        if (reader.TakeMap("if_left") is not { } map)
        {
            return null;
        }
        var left = new MapReader(map, "if_left", sink);
        var after = left.RequireScalar("after", "60m") is { } time ? Durations.Read(time, sink) : null;
        var go = left.RequireScalar("go", "state");
        left.Finish();
        if (go is not null)
        {
            references.State(go);
        }
        return after is { } span && go is not null ? new IfLeft(span, go.Text, go.Spot) : null;
    }

    private bool ReadIdle(MapReader reader)
    {
        if (reader.TakeScalar("idle") is not { } idle)
        {
            return true;
        }
        if (idle.Text is not ("ask" or "none"))
        {
            sink.Error("bad_value", idle.Spot, $"'idle' is 'ask' or 'none', not '{idle.Text}'", "Write `idle: none` where nothing private can be on the screen.");
        }
        return idle.Text != "none";
    }
}
