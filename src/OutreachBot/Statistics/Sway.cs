namespace OutreachBot.Statistics;

/// <summary>How far figures could differ from the true ones without anything that is given out differing.</summary>
/// <remarks>
/// Begins at the true counts and moves what is hidden along rings of figures, so that every sum stays right. The farthest a
/// figure can be moved is exactly the farthest that anybody can reckon it to be: the sums are a circulation with whole bounds,
/// and its extremes are whole (Ford and Fulkerson, Flows in Networks, 1962, ch. I §10).
/// </remarks>
internal sealed class Sway(FigureWeb web, IReadOnlyList<Sight> sights, int mask)
{
    private const int Boundless = int.MaxValue / 4;

    private readonly int[] _moved = new int[web.Figures.Count];

    /// <summary>Moves one figure as far as it goes, at most by <paramref name="most"/>.</summary>
    /// <returns>By how much it could be moved.</returns>
    public int Move(int figure, bool up, int most)
    {
        var moved = 0;
        while (moved < most && Ring(figure, up, most: 1, price: null) is { } ring)
        {
            var by = Math.Min(most - moved, ring.Min(step => Room(step.Figure, step.Up)));
            foreach (var (at, isUp) in ring)
            {
                _moved[at] += isUp ? by : -by;
            }
            moved += by;
        }
        return moved;
    }

    /// <summary>The other figures of a ring by which one could be moved on; null when there is none.</summary>
    /// <param name="most">Every step has room for so much.</param>
    /// <param name="price">What it costs to withhold a figure that is shown; none: it may not be.</param>
    public List<(int Figure, bool Up)>? Ring(int figure, bool up, int most, Func<int, int?>? price)
    {
        var (from, to) = up ? (web.Figures[figure].To, web.Figures[figure].From) : (web.Figures[figure].From, web.Figures[figure].To);
        var cost = Enumerable.Repeat(Boundless, web.Sums).ToArray();
        var by = new (int Figure, bool Up)[web.Sums];
        cost[from] = 0;
        for (var changed = true; changed;)
        {
            changed = false;
            for (var at = 0; at < web.Figures.Count; at++)
            {
                var toll = sights[at] is Sight.Shown ? price?.Invoke(at) : 0;
                if (at != figure && toll is { } extra)
                {
                    changed |= Relax(at, isUp: true, extra, most, cost, by) | Relax(at, isUp: false, extra, most, cost, by);
                }
            }
        }
        return cost[to] == Boundless ? null : Back(by, from, to);
    }

    private bool Relax(int at, bool isUp, int extra, int most, int[] cost, (int Figure, bool Up)[] by)
    {
        var (here, there) = isUp ? (web.Figures[at].From, web.Figures[at].To) : (web.Figures[at].To, web.Figures[at].From);
        if (cost[here] == Boundless || cost[here] + extra >= cost[there] || Room(at, isUp) < most)
        {
            return false;
        }
        cost[there] = cost[here] + extra;
        by[there] = (at, isUp);
        return true;
    }

    private List<(int Figure, bool Up)> Back((int Figure, bool Up)[] by, int from, int to)
    {
        var ring = new List<(int Figure, bool Up)>();
        for (var at = to; at != from;)
        {
            ring.Add(by[at]);
            at = by[at].Up ? web.Figures[by[at].Figure].From : web.Figures[by[at].Figure].To;
        }
        return ring;
    }

    // What is withheld is known to be no smaller than the mask; a shown one is looked at as if it were withheld.
    private int Room(int at, bool isUp)
    {
        var count = web.Figures[at].Count + _moved[at];
        return sights[at] is Sight.Masked
            ? isUp ? mask - 1 - count : count
            : isUp ? Boundless : count - mask;
    }
}
