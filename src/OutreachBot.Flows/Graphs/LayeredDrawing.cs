namespace OutreachBot.Flows.Graphs;

/// <summary>A box with its place; x and y are the middle, in pixels.</summary>
internal sealed record DrawnNode(PictureNode Node, double X, double Y, double Width, double Height);

/// <param name="Points">From the foot of one box to the head of another, through the gaps between.</param>
internal sealed record DrawnEdge(IReadOnlyList<(double X, double Y)> Points, string Label, (double X, double Y) LabelAt);

/// <summary>A picture with everything in its place.</summary>
internal sealed record LayeredDrawing(IReadOnlyList<DrawnNode> Nodes, IReadOnlyList<DrawnEdge> Edges, double Width, double Height)
{
    private const double Margin = 24;
    private const double LayerGap = 58;

    public static LayeredDrawing Of(FlowPicture whole)
    {
        var (picture, layerOf) = Layering.Of(whole);
        var grid = new LayerGrid(picture, layerOf);
        Ordering.Untangle(grid);
        Placement.Place(grid);
        var left = grid.Cells.Min(c => c.X - (c.Width / 2)) - Margin;
        foreach (var cell in grid.Cells)
        {
            cell.X -= left;
        }
        var y = Margin;
        foreach (var layer in grid.Layers)
        {
            var height = layer.Max(c => c.Height);
            foreach (var cell in layer)
            {
                cell.Y = y + (height / 2);
                cell.LayerHeight = height;
            }
            y += height + LayerGap;
        }
        return new LayeredDrawing(
            [.. grid.Cells.Where(c => c.Node is not null).Select(c => new DrawnNode(c.Node!, c.X, c.Y, c.Width, c.Height))],
            [.. grid.Ways.Select(w => Draw(w, grid))],
            grid.Cells.Max(c => c.X + (c.Width / 2)) + Margin,
            y - LayerGap + Margin);
    }

    private static DrawnEdge Draw(Way way, LayerGrid grid)
    {
        var from = way.Cells[0];
        var points = new List<(double X, double Y)> { (Port(from, way, grid.WaysFrom(from), w => w.Cells[1].X), from.Y + (from.Height / 2)) };
        foreach (var bend in way.Cells.Skip(1).SkipLast(1))
        {
            points.Add((bend.X, bend.Y - (bend.LayerHeight / 2)));
            points.Add((bend.X, bend.Y + (bend.LayerHeight / 2)));
        }
        var to = way.Cells[^1];
        points.Add((Port(to, way, grid.WaysTo(to), w => w.Cells[^2].X), to.Y - (to.Height / 2)));
        // Beside whichever end has fewer lines.
        var near = grid.WaysTo(way.Cells[1]).Count > grid.WaysFrom(from).Count ? 0.3 : 0.68;
        var (start, end) = (points[0], points[1]);
        return new DrawnEdge(points, way.Edge.Label, (Bend(start.X, end.X, near), start.Y + ((end.Y - start.Y) * near) + 4));
    }

    /// <summary>Where a line leaves or meets a box: side by side, in the order of where they lead.</summary>
    private static double Port(Cell cell, Way way, IReadOnlyList<Way> ways, Func<Way, double> other)
    {
        var order = ways.OrderBy(other).ToList();
        var step = Math.Min(16, cell.Width / (order.Count + 1));
        return cell.X + ((order.IndexOf(way) - ((order.Count - 1) / 2.0)) * step);
    }

    // The x of a cubic with upright ends at a share of its height, near enough.
    private static double Bend(double from, double to, double share) => from + ((to - from) * share * share * (3 - (2 * share)));
}
