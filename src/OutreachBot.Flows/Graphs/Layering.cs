namespace OutreachBot.Flows.Graphs;

/// <summary>Puts the nodes of a picture into layers so that every edge leads down by one or a few.</summary>
/// <remarks>
/// Sugiyama's first two steps. Ways back and ways over more layers than a reader follows end in a mark with the
/// name of where they lead, as on printed flow charts.
/// </remarks>
internal static class Layering
{
    private const int LongestEdge = 3;

    /// <returns>The picture with marks in the place of such ways, and the layer of each node.</returns>
    public static (FlowPicture Picture, IReadOnlyDictionary<string, int> Layers) Of(FlowPicture picture)
    {
        var forward = WithMarks(picture, WaysBack(picture));
        var layers = Longest(forward);
        var tooLong = forward.Edges.Where(e => layers[e.To] - layers[e.From] > LongestEdge).ToHashSet();
        var settled = WithMarks(forward, tooLong);
        return (settled, Longest(settled));
    }

    private static FlowPicture WithMarks(FlowPicture picture, HashSet<PictureEdge> replaced)
    {
        var nodes = picture.Nodes.ToList();
        var edges = new List<PictureEdge>();
        foreach (var edge in picture.Edges)
        {
            if (!replaced.Contains(edge))
            {
                edges.Add(edge);
                continue;
            }
            var mark = $"({edge.From} to {edge.To})";
            nodes.Add(new PictureNode(mark, PictureKind.Jump, edge.To, "", []));
            edges.Add(edge with { To = mark });
        }
        return new FlowPicture(nodes, edges);
    }

    /// <summary>Edges that lead to a node from which one has come; without them there is no circle.</summary>
    private static HashSet<PictureEdge> WaysBack(FlowPicture picture)
    {
        var outgoing = picture.Edges.ToLookup(e => e.From, StringComparer.Ordinal);
        var back = new HashSet<PictureEdge>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        var path = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in picture.Nodes)
        {
            Visit(node.Id);
        }
        return back;

        // As deep as the longest way through a flow, some dozens of states.
        void Visit(string id)
        {
            if (done.Contains(id) || !path.Add(id))
            {
                return;
            }
            foreach (var edge in outgoing[id])
            {
                if (path.Contains(edge.To))
                {
                    back.Add(edge);
                }
                else
                {
                    Visit(edge.To);
                }
            }
            path.Remove(id);
            done.Add(id);
        }
    }

    private static Dictionary<string, int> Longest(FlowPicture picture)
    {
        var layers = picture.Nodes.ToDictionary(n => n.Id, _ => 0, StringComparer.Ordinal);
        var missing = picture.Nodes.ToDictionary(n => n.Id, n => picture.Edges.Count(e => e.To == n.Id), StringComparer.Ordinal);
        var outgoing = picture.Edges.ToLookup(e => e.From, StringComparer.Ordinal);
        var ready = new Queue<string>(picture.Nodes.Select(n => n.Id).Where(id => missing[id] == 0));
        while (ready.TryDequeue(out var id))
        {
            foreach (var edge in outgoing[id])
            {
                layers[edge.To] = Math.Max(layers[edge.To], layers[id] + 1);
                if (--missing[edge.To] == 0)
                {
                    ready.Enqueue(edge.To);
                }
            }
        }
        return layers;
    }
}
