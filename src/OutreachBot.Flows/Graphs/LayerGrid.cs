namespace OutreachBot.Flows.Graphs;

/// <summary>A node in a layer, or the bend of a long line through one.</summary>
internal sealed class Cell(PictureNode? node, double width, double height)
{
    /// <summary>Null for a bend.</summary>
    public PictureNode? Node { get; } = node;

    public double Width { get; } = width;

    public double Height { get; } = height;

    public double X { get; set; }

    public double Y { get; set; }

    public double LayerHeight { get; set; }

    public List<Cell> Above { get; } = [];

    public List<Cell> Below { get; } = [];
}

/// <summary>A line from box to box with its bends.</summary>
internal sealed record Way(PictureEdge Edge, IReadOnlyList<Cell> Cells);

/// <summary>Layers of cells; a line passes through one cell of each layer between its ends.</summary>
internal sealed class LayerGrid
{
    private readonly Dictionary<Cell, List<Way>> _from = [];
    private readonly Dictionary<Cell, List<Way>> _to = [];

    public LayerGrid(FlowPicture picture, IReadOnlyDictionary<string, int> layerOf)
    {
        Layers = [.. Enumerable.Range(0, layerOf.Values.Max() + 1).Select(_ => new List<Cell>())];
        var cells = new Dictionary<string, Cell>(StringComparer.Ordinal);
        foreach (var node in picture.Nodes)
        {
            var (width, height) = BoxSize.Of(node);
            cells[node.Id] = new Cell(node, width, height);
            Layers[layerOf[node.Id]].Add(cells[node.Id]);
        }
        foreach (var edge in picture.Edges)
        {
            var line = new List<Cell> { cells[edge.From] };
            for (var layer = layerOf[edge.From] + 1; layer < layerOf[edge.To]; layer++)
            {
                // The first bend leaves room for what is written on the line.
                var bend = new Cell(null, line.Count == 1 ? Math.Max(14, BoxSize.TextWidth(edge.Label)) : 14, 0);
                Layers[layer].Add(bend);
                line.Add(bend);
            }
            line.Add(cells[edge.To]);
            Join(line);
            Ways.Add(new Way(edge, line));
        }
        foreach (var way in Ways)
        {
            (_from.TryGetValue(way.Cells[0], out var leaving) ? leaving : _from[way.Cells[0]] = []).Add(way);
            (_to.TryGetValue(way.Cells[^1], out var coming) ? coming : _to[way.Cells[^1]] = []).Add(way);
        }
    }

    public List<List<Cell>> Layers { get; }

    public List<Way> Ways { get; } = [];

    public IEnumerable<Cell> Cells => Layers.SelectMany(l => l);

    public IReadOnlyList<Way> WaysFrom(Cell cell) => _from.GetValueOrDefault(cell, []);

    public IReadOnlyList<Way> WaysTo(Cell cell) => _to.GetValueOrDefault(cell, []);

    private static void Join(List<Cell> line)
    {
        for (var i = 1; i < line.Count; i++)
        {
            line[i - 1].Below.Add(line[i]);
            line[i].Above.Add(line[i - 1]);
        }
    }
}
