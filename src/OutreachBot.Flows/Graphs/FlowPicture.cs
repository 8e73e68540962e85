using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Graphs;

/// <summary>What a node of a picture stands for.</summary>
internal enum PictureKind
{
    Start,
    Ask,
    Say,
    Do,
    Call,
    When,
    Wait,
    End,

    /// <summary>A way that goes on at a state drawn elsewhere: a line there would cross half the picture.</summary>
    Jump,
}

/// <param name="Id">Unlike any other; a state's name for a state.</param>
/// <param name="Title">The state's name, or where a jump leads.</param>
/// <param name="Does">The step, in the words of the flow language; empty for marks.</param>
/// <param name="Says">The words said, by line; empty where nothing is said.</param>
internal sealed record PictureNode(string Id, PictureKind Kind, string Title, string Does, IReadOnlyList<string> Says);

/// <param name="Label">The answers or outcomes that lead along it; empty where there is only one way.</param>
internal sealed record PictureEdge(string From, string To, string Label);

/// <summary>A flow in one language as nodes and edges, before anybody decides where they stand.</summary>
internal sealed record FlowPicture(IReadOnlyList<PictureNode> Nodes, IReadOnlyList<PictureEdge> Edges)
{
    public const string Start = "(start)";

    private const int MostNamed = 3;

    /// <summary>The states in the order they were written, the start before them, an end behind each that ends.</summary>
    public static FlowPicture Of(CompiledFlow flow)
    {
        var nodes = new List<PictureNode> { new(Start, PictureKind.Start, flow.Name, "", []) };
        var edges = new List<PictureEdge>(EntrancesOf(flow));
        foreach (var state in flow.States.Values.OrderBy(s => s.Definition.Spot.Line).ThenBy(s => s.Name, StringComparer.Ordinal))
        {
            nodes.Add(StateNode.Of(flow, state));
            foreach (var ways in state.Arrows.GroupBy(a => a.Target.State, StringComparer.Ordinal))
            {
                var to = ways.Key ?? $"(end of {state.Name})";
                if (ways.Key is null)
                {
                    nodes.Add(new PictureNode(to, PictureKind.End, "end", "", []));
                }
                edges.Add(new PictureEdge(state.Name, to, state.Arrows.Count == 1 ? "" : Label([.. ways.Select(w => Short(w.Trigger))])));
            }
        }
        return new FlowPicture(nodes, edges);
    }

    private static List<PictureEdge> EntrancesOf(CompiledFlow flow)
    {
        var definition = flow.Definition;
        var entrances = definition.StartsOn.Concat(definition.InterruptsOn).Select(s => (State: s.At ?? flow.First, Why: s.Concept)).ToList();
        entrances.AddRange(HostEntrances.All.Where(h => h.Flow == flow.Name).Select(h => (h.State, "an answer to what was sent")));
        if (definition.IfLeft is { } left)
        {
            entrances.Add((left.Go, $"left for {left.After.TotalMinutes:0} min"));
        }
        if (entrances.TrueForAll(e => e.State != flow.First))
        {
            entrances.Insert(0, (flow.First, ""));
        }
        var led = flow.States.Values.SelectMany(s => s.Arrows).Select(a => a.Target.State).OfType<string>().Concat(entrances.Select(e => e.State)).ToHashSet(StringComparer.Ordinal);
        entrances.AddRange(flow.States.Keys.Where(s => !led.Contains(s)).Order(StringComparer.Ordinal).Select(s => (s, "called")));
        return [.. entrances.Where(e => flow.States.ContainsKey(e.State)).GroupBy(e => e.State, StringComparer.Ordinal)
            .Select(g => new PictureEdge(Start, g.Key, string.Join(", ", g.Select(e => e.Why).Where(w => w.Length > 0))))];
    }

    private static string Label(List<string> triggers) =>
        string.Join(", ", triggers.Take(MostNamed)) + (triggers.Count > MostNamed ? $" +{triggers.Count - MostNamed}" : "");

    private static string Short(string trigger) => trigger.IndexOf(':') is >= 0 and var colon ? trigger[(colon + 1)..] : trigger;
}
