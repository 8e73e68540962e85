namespace OutreachBot.Flows.Graphs;

/// <summary>Gives each cell of an ordered layer its x: as near under and over its neighbours as the cells beside it allow.</summary>
internal static class Placement
{
    private const double Gap = 26;
    private const int Rounds = 30;

    public static void Place(LayerGrid grid)
    {
        foreach (var layer in grid.Layers)
        {
            var x = 0.0;
            foreach (var cell in layer)
            {
                cell.X = x + (cell.Width / 2);
                x += cell.Width + Gap;
            }
            foreach (var cell in layer)
            {
                cell.X -= x / 2;
            }
        }
        for (var round = 0; round < Rounds; round++)
        {
            var down = round % 2 == 0;
            foreach (var layer in down ? grid.Layers : Enumerable.Reverse(grid.Layers))
            {
                // The last rounds look both ways, so that nothing leans.
                Settle(layer, [.. layer.Select(c => Wish(c, round >= Rounds - 6 ? [.. c.Above, .. c.Below] : down ? c.Above : c.Below))]);
            }
        }
    }

    private static double Wish(Cell cell, List<Cell> near) => near.Count == 0 ? cell.X : near.Average(n => n.X);

    /// <summary>The places nearest to the wishes (least squares) that keep order and distance: pools neighbours that would overlap.</summary>
    private static void Settle(List<Cell> layer, double[] wishes)
    {
        var offsets = new double[layer.Count];
        for (var i = 1; i < layer.Count; i++)
        {
            offsets[i] = offsets[i - 1] + ((layer[i - 1].Width + layer[i].Width) / 2) + Gap;
        }
        var pools = new List<(double Sum, int Count)>();
        for (var i = 0; i < layer.Count; i++)
        {
            pools.Add((wishes[i] - offsets[i], 1));
            while (pools.Count > 1 && pools[^2].Sum / pools[^2].Count > pools[^1].Sum / pools[^1].Count)
            {
                var last = pools[^1];
                pools.RemoveAt(pools.Count - 1);
                pools[^1] = (pools[^1].Sum + last.Sum, pools[^1].Count + last.Count);
            }
        }
        var at = 0;
        foreach (var (sum, count) in pools)
        {
            for (var i = 0; i < count; i++, at++)
            {
                layer[at].X = (sum / count) + offsets[at];
            }
        }
    }
}
