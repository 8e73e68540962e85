namespace OutreachBot.Flows.Graphs;

/// <summary>Orders each layer so that few lines cross: barycentres, down and up in turn, the best kept.</summary>
internal static class Ordering
{
    private const int Sweeps = 16;

    public static void Untangle(LayerGrid grid)
    {
        var best = Snapshot(grid);
        var fewest = Crossings(grid);
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            if (sweep % 2 == 0)
            {
                for (var layer = 1; layer < grid.Layers.Count; layer++)
                {
                    Sort(grid.Layers[layer], grid.Layers[layer - 1], c => c.Above);
                }
            }
            else
            {
                for (var layer = grid.Layers.Count - 2; layer >= 0; layer--)
                {
                    Sort(grid.Layers[layer], grid.Layers[layer + 1], c => c.Below);
                }
            }
            var crossings = Crossings(grid);
            if (crossings < fewest)
            {
                (fewest, best) = (crossings, Snapshot(grid));
            }
        }
        for (var layer = 0; layer < grid.Layers.Count; layer++)
        {
            grid.Layers[layer].Clear();
            grid.Layers[layer].AddRange(best[layer]);
        }
    }

    private static void Sort(List<Cell> layer, List<Cell> fixedLayer, Func<Cell, List<Cell>> neighbours)
    {
        var place = Places(fixedLayer);
        var now = Places(layer);
        // A cell without neighbours there keeps its place among the others.
        var wish = layer.ToDictionary(c => c, c => neighbours(c) is { Count: > 0 } near ? near.Average(n => (double)place[n]) : now[c]);
        var sorted = layer.OrderBy(c => wish[c]).ThenBy(c => now[c]).ToList();
        layer.Clear();
        layer.AddRange(sorted);
    }

    private static int Crossings(LayerGrid grid)
    {
        var crossings = 0;
        for (var layer = 0; layer + 1 < grid.Layers.Count; layer++)
        {
            var place = Places(grid.Layers[layer + 1]);
            var seen = new List<int>();
            foreach (var cell in grid.Layers[layer])
            {
                var ends = cell.Below.Select(b => place[b]).Order().ToList();
                crossings += ends.Sum(e => seen.Count(s => s > e));
                seen.AddRange(ends);
            }
        }
        return crossings;
    }

    private static Dictionary<Cell, int> Places(List<Cell> layer) => layer.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i);

    private static List<List<Cell>> Snapshot(LayerGrid grid) => [.. grid.Layers.Select(l => l.ToList())];
}
