using System.Globalization;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Loading;

/// <summary>Reads one state's step.</summary>
internal sealed class StepReader(References references, DiagnosticSink sink)
{
    private static readonly string[] StepKeys = ["ask", "say", "do", "call", "when", "wait", "ends"];

    private readonly QuestionReader _questions = new(references, sink);

    /// <summary>The step of a state, or null when it can't be made out.</summary>
    public Step? Read(YamlScalar state, YamlNode node)
    {
        if (node is not YamlMap map)
        {
            sink.Error("bad_shape", node.Spot, $"State '{state.Text}' is a mapping, not {node.Shape}", "Write `{say: prompt, then: state}`, for example.");
            return null;
        }
        var reader = new MapReader(map, $"state '{state.Text}'", sink);
        var keys = StepKeys.Where(reader.Has).ToList();
        // `ask` and `say` go together (said before the question), and so do `say` and `ends`.
        Step? step = keys switch
        {
            ["ask"] or ["ask", "say"] => _questions.Read(state, reader),
            ["say"] or ["say", "ends"] => ReadSay(reader),
            ["do"] or ["do", "ends"] => ReadDo(reader),
            ["call"] => ReadCall(reader),
            ["when"] => ReadWhen(reader),
            ["wait"] => ReadWait(reader),
            ["ends"] => ReadEnd(reader),
            _ => null,
        };
        if (step is null)
        {
            ReportNoStep(state, keys);
            return null;
        }
        reader.Finish();
        return step;
    }

    private void ReportNoStep(YamlScalar state, List<string> keys)
    {
        if (keys.Count == 0)
        {
            sink.Error("no_step", state.Spot, $"State '{state.Text}' does nothing", $"Give it one of: {string.Join(", ", StepKeys)}.");
        }
        else if (keys.Count > 1)
        {
            sink.Error("two_steps", state.Spot, $"State '{state.Text}' has {string.Join(" and ", keys)}", "A state has one step: make a state of its own of each.");
        }
    }

    private SayStep? ReadSay(MapReader reader)
    {
        var spot = reader.SpotOf("say");
        var prompts = reader.TakeScalars("say");
        foreach (var prompt in prompts)
        {
            references.Prompt(prompt.Text, prompt.Spot);
        }
        if (prompts.Count == 0)
        {
            sink.Error("bad_value", spot, "Nothing is said here", "Name a prompt: `say: receipt`.");
        }
        return new SayStep([.. prompts.Select(p => p.Text)], ThenOrEnds(reader));
    }

    private DoStep? ReadDo(MapReader reader)
    {
        if (reader.TakeScalar("do") is not { } name)
        {
            return new DoStep("", new Dictionary<string, Argument>(StringComparer.Ordinal), new Dictionary<string, Target>(StringComparer.Ordinal));
        }
        if (!EffectCatalogue.TryFind(name.Text, out var effect))
        {
            sink.Error("unknown_effect", name.Spot, $"There is no effect '{name.Text}'", Nearest.Mend(name.Text, [.. EffectCatalogue.All.Select(e => e.Name)]));
        }
        var arguments = ReadArguments(reader, effect, name.Spot);
        return new DoStep(name.Text, arguments, ReadOutcomes(reader, effect, name.Spot));
    }

    private Dictionary<string, Argument> ReadArguments(MapReader reader, EffectKind? effect, SourceSpot spot)
    {
        var arguments = new Dictionary<string, Argument>(StringComparer.Ordinal);
        foreach (var (key, value) in reader.TakeMap("with")?.Entries ?? [])
        {
            if (effect is not null && effect.Parameters.All(p => p.Name != key.Text))
            {
                sink.Error("unknown_parameter", key.Spot, $"'{effect.Name}' takes no '{key.Text}'", Nearest.Mend(key.Text, [.. effect.Parameters.Select(p => p.Name)]));
            }
            if (ReadArgument(key, value) is { } argument)
            {
                arguments[key.Text] = argument;
            }
        }
        foreach (var needed in effect?.Parameters.Where(p => p.Required && !arguments.ContainsKey(p.Name)) ?? [])
        {
            sink.Error("missing_parameter", spot, $"'{effect!.Name}' needs '{needed.Name}'", $"Add `with: {{{needed.Name}: value}}`.");
        }
        return arguments;
    }

    private Argument? ReadArgument(YamlScalar key, YamlNode value)
    {
        if (value is not YamlScalar scalar)
        {
            sink.Error("bad_shape", value.Spot, $"'{key.Text}' is one value, not {value.Shape}", "Name a remembered value, or write a literal: \"'yes'\".");
            return null;
        }
        if (scalar.Text.Length >= 2 && scalar.Text[0] == '\'' && scalar.Text[^1] == '\'')
        {
            return new Argument(scalar.Text[1..^1], IsLiteral: true);
        }
        references.Value(scalar);
        return new Argument(scalar.Text, IsLiteral: false);
    }

    private Dictionary<string, Target> ReadOutcomes(MapReader reader, EffectKind? effect, SourceSpot spot)
    {
        var targets = new Dictionary<string, Target>(StringComparer.Ordinal);
        if (reader.Has("ends") || reader.Take("then") is not { } then)
        {
            targets["*"] = ThenOrEnds(reader);
            return targets;
        }
        switch (then)
        {
            case YamlScalar scalar:
                targets["*"] = Goal(scalar);
                return targets;
            case YamlMap map:
                foreach (var (outcome, goal) in map.Entries)
                {
                    if (effect is not null && outcome.Text != "*" && !effect.Outcomes.Contains(outcome.Text))
                    {
                        sink.Error("unknown_outcome", outcome.Spot, $"'{effect.Name}' never comes out as '{outcome.Text}'", Nearest.Mend(outcome.Text, [.. effect.Outcomes]));
                    }
                    targets[outcome.Text] = Goal(goal);
                }
                break;
            default:
                sink.Error("bad_shape", then.Spot, $"'then' is a state or a mapping of outcomes, not {then.Shape}", "Write `then: {ok: receipt, failed: apology}`.");
                return targets;
        }
        var open = effect?.Outcomes.Where(o => !targets.ContainsKey(o) && !targets.ContainsKey("*")).ToList() ?? [];
        if (open.Count > 0)
        {
            sink.Error("open_outcome", spot, $"'{effect!.Name}' may come out as {string.Join(", ", open)}, and that leads nowhere", "Add it to `then`, or `\"*\": state` for all others.");
        }
        return targets;
    }

    private CallStep? ReadCall(MapReader reader)
    {
        if (reader.TakeScalar("call") is not { } flow)
        {
            return null;
        }
        references.Flow(flow);
        var at = reader.TakeScalar("at");
        if (at is not null)
        {
            references.StateOf(flow.Text, at);
        }
        var arguments = new Dictionary<string, Argument>(StringComparer.Ordinal);
        foreach (var (key, value) in reader.TakeMap("with")?.Entries ?? [])
        {
            references.ValueOf(flow.Text, key);
            if (ReadArgument(key, value) is { } argument)
            {
                arguments[key.Text] = argument;
            }
        }
        return new CallStep(flow.Text, at?.Text, arguments, ThenOrEnds(reader));
    }

    private WhenStep? ReadWhen(MapReader reader)
    {
        if (reader.TakeScalar("when") is not { } subject)
        {
            return null;
        }
        references.Subject(subject);
        var ways = new Dictionary<string, Target>(StringComparer.Ordinal);
        foreach (var (value, goal) in reader.TakeMap("is")?.Entries ?? [])
        {
            ways[value.Text] = Goal(goal);
        }
        var otherwise = reader.TakeScalar("else");
        if (otherwise is null && !Subjects.IsCovered(subject.Text, ways.Keys))
        {
            sink.Error("open_branch", subject.Spot, $"'{subject.Text}' may be something else, and that leads nowhere", "Add `else: state`.");
        }
        return new WhenStep(subject.Text, ways, otherwise is null ? null : Goal(otherwise));
    }

    private WaitStep? ReadWait(MapReader reader)
    {
        if (reader.TakeScalar("wait") is not { } what)
        {
            return null;
        }
        TimeSpan? time = null;
        if (what.Text != "message")
        {
            time = Durations.Read(what, sink);
        }
        var message = reader.TakeScalar("message");
        return new WaitStep(time, ThenOrEnds(reader), message is null ? null : Goal(message));
    }

    private static EndStep ReadEnd(MapReader reader)
    {
        reader.TakeFlag("ends");
        return new EndStep();
    }

    private Target ThenOrEnds(MapReader reader)
    {
        if (reader.TakeFlag("ends"))
        {
            return Target.End;
        }
        return reader.RequireScalar("then", "state") is { } then ? Goal(then) : Target.End;
    }

    private Target Goal(YamlNode node) => Goals.Read(node, references, sink);
}

/// <summary>Reads where a way leads.</summary>
internal static class Goals
{
    public static Target Read(YamlNode node, References references, DiagnosticSink sink)
    {
        if (node is not YamlScalar scalar)
        {
            sink.Error("bad_shape", node.Spot, $"A way leads to a state, not to {node.Shape}", "Write the state's name, or `end`.");
            return Target.End;
        }
        if (scalar.Text == "end")
        {
            return Target.End;
        }
        references.State(scalar);
        return new Target(scalar.Text);
    }
}

/// <summary>Reads spans of time as authors write them.</summary>
internal static class Durations
{
    /// <summary>Longer than this is a mistake; nothing is kept so long.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(60);

    public static TimeSpan? Read(YamlScalar scalar, DiagnosticSink sink)
    {
        var text = scalar.Text;
        if (text.Length >= 2
            && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count is > 0 and < 100_000)
        {
            TimeSpan? span = text[^1] switch
            {
                's' => TimeSpan.FromSeconds(count),
                'm' => TimeSpan.FromMinutes(count),
                'h' => TimeSpan.FromHours(count),
                'd' => TimeSpan.FromDays(count),
                _ => null,
            };
            if (span <= Longest)
            {
                return span;
            }
        }
        sink.Error("bad_duration", scalar.Spot, $"'{text}' is no span of time up to 60 days", "Write 30s, 20m, 24h or 2d.");
        return null;
    }
}
