using OutreachBot.Statistics;

namespace OutreachBot.Tests.Statistics;

/// <summary>Somebody with paper, patience and everything that was given out: tries every filling that the sums allow.</summary>
/// <remarks>
/// Knows nothing of how the program reckons: sets up the sums from the names of rows and columns, narrows intervals by them, and
/// where that decides nothing tries values one by one.
/// </remarks>
internal sealed class SumsAttacker
{
    private const int NoLimit = 250;

    private readonly List<(int[] Parts, int Sum)> _sums = [];
    private readonly int[] _low;
    private readonly int[] _high;

    public SumsAttacker(IReadOnlyList<Figure> figures, IReadOnlyList<Sight> sights, int mask)
    {
        _low = [.. figures.Select((f, at) => sights[at] switch { Sight.Shown => f.Count, Sight.Masked => 0, _ => mask })];
        _high = [.. figures.Select((f, at) => sights[at] switch { Sight.Shown => f.Count, Sight.Masked => mask - 1, _ => NoLimit })];
        var all = Find(f => f.Table is null).Single();
        foreach (var table in figures.Where(f => f.Table is not null).GroupBy(f => f.Table))
        {
            var rows = table.Select(f => f.Row).OfType<string>().Distinct().ToList();
            var columns = table.Select(f => f.Column).OfType<string>().Distinct().ToList();
            _sums.Add((Find(f => f.Table == table.Key && f.Column is null), all));
            if (columns.Count > 0)
            {
                _sums.Add((Find(f => f.Table == table.Key && f.Row is null), all));
                _sums.AddRange(rows.Select(r => (
                    Find(f => f.Table == table.Key && f.Row == r && f.Column is not null), Find(f => f.Table == table.Key && f.Row == r && f.Column is null).Single())));
                _sums.AddRange(columns.Select(c => (
                    Find(f => f.Table == table.Key && f.Column == c && f.Row is not null), Find(f => f.Table == table.Key && f.Column == c && f.Row is null).Single())));
            }
        }

        int[] Find(Func<Figure, bool> fits) => [.. Enumerable.Range(0, figures.Count).Where(at => fits(figures[at]))];
    }

    /// <returns>A figure of which more is known than the mask says; null when there is none.</returns>
    public static int? GivenAway(IReadOnlyList<Figure> figures, IReadOnlyList<Sight> sights, int mask)
    {
        var attacker = new SumsAttacker(figures, sights, mask);
        return Enumerable.Range(0, sights.Count)
            .Where(at => sights[at] is Sight.Masked && !Enumerable.Range(0, mask).All(value => attacker.Allows(at, value)))
            .Select(at => (int?)at)
            .FirstOrDefault();
    }

    /// <summary>Whether a figure can have a value, with all that is known.</summary>
    public bool Allows(int figure, int value)
    {
        var (low, high) = ((int[])_low.Clone(), (int[])_high.Clone());
        if (value < low[figure] || value > high[figure])
        {
            return false;
        }
        low[figure] = high[figure] = value;
        return CanBeFilled(low, high);
    }

    private bool CanBeFilled(int[] low, int[] high)
    {
        if (!Narrow(low, high))
        {
            return false;
        }
        var open = Enumerable.Range(0, low.Length).Where(at => low[at] < high[at]).OrderBy(at => high[at] - low[at]).Select(at => (int?)at).FirstOrDefault();
        if (open is not { } figure)
        {
            return true;
        }
        for (var value = low[figure]; value <= high[figure]; value++)
        {
            var (lower, higher) = ((int[])low.Clone(), (int[])high.Clone());
            lower[figure] = higher[figure] = value;
            if (CanBeFilled(lower, higher))
            {
                return true;
            }
        }
        return false;
    }

    private bool Narrow(int[] low, int[] high)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (parts, sum) in _sums)
            {
                var (least, most) = (parts.Sum(p => low[p]), parts.Sum(p => high[p]));
                changed |= Set(low, high, sum, least, most);
                foreach (var part in parts)
                {
                    changed |= Set(low, high, part, low[sum] - (most - high[part]), high[sum] - (least - low[part]));
                    (least, most) = (parts.Sum(p => low[p]), parts.Sum(p => high[p]));
                }
            }
            if (Enumerable.Range(0, low.Length).Any(at => low[at] > high[at]))
            {
                return false;
            }
        }
        return true;
    }

    private static bool Set(int[] low, int[] high, int at, int least, int most)
    {
        var before = (low[at], high[at]);
        (low[at], high[at]) = (Math.Max(low[at], least), Math.Min(high[at], most));
        return before != (low[at], high[at]);
    }
}
