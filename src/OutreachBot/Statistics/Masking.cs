namespace OutreachBot.Statistics;

/// <summary>What is given out of some tables.</summary>
/// <param name="Sights">By figure of the web.</param>
/// <param name="LeftOut">Tables of which nothing can be given out: so little is in them that any figure would give another away.</param>
internal sealed record Masked(FigureWeb Web, IReadOnlyList<Sight> Sights, IReadOnlyList<string> LeftOut)
{
    public override string ToString() => "[masked figures]";
}

/// <summary>Hides small figures, and as many of the others as it takes that nobody can reckon a small one from them.</summary>
/// <remarks>
/// The law: of a masked figure nobody can reckon more than the mask says. With everything that is given out at once, it can
/// still be 0, and still be the largest that the mask covers. Withheld figures are chosen by where they stand, and by their
/// size only as far as the law asks for it: a choice by size would tell of it.
/// </remarks>
internal static class Masking
{
    private const int CellPrice = 1;
    private const int SumPrice = 16;

    /// <param name="mask">The least that is shown: 5 to staff, 11 to the public.</param>
    public static Masked Apply(int total, IReadOnlyList<CountTable> tables, int mask)
    {
        var (left, leftOut) = (tables.ToList(), new List<string>());
        while (true)
        {
            var web = FigureWeb.Of(total, left);
            var sights = Small(web, mask);
            if (Cover(web, sights, mask) is not { } bare)
            {
                return new Masked(web, sights, leftOut);
            }
            leftOut.Add(bare);
            left.RemoveAll(t => t.Name == bare);
        }
    }

    /// <summary>Masks what is small, and nothing more. Not to be given out: sums give it away.</summary>
    public static Sight[] Small(FigureWeb web, int mask) => [.. web.Figures.Select(f => f.Count < mask ? Sight.Masked : Sight.Shown)];

    /// <returns>Null when all is covered; else a table that can't be.</returns>
    private static string? Cover(FigureWeb web, Sight[] sights, int mask)
    {
        // To withhold more loosens what is covered already: one walk is enough.
        for (var at = 0; at < sights.Length; at++)
        {
            if (sights[at] is Sight.Masked
                && !(Cover(web, sights, mask, at, up: true) && Cover(web, sights, mask, at, up: false)))
            {
                return web.Figures[at].Table;
            }
        }
        return null;
    }

    private static bool Cover(FigureWeb web, Sight[] sights, int mask, int at, bool up)
    {
        var need = up ? mask - 1 - web.Figures[at].Count : web.Figures[at].Count;
        while (true)
        {
            var sway = new Sway(web, sights, mask);
            var missing = need - sway.Move(at, up, need);
            if (missing == 0)
            {
                return true;
            }
            var ring = sway.Ring(at, up, missing, Price) ?? sway.Ring(at, up, 1, Price);
            if (ring is null)
            {
                return false;
            }
            foreach (var (figure, _) in ring.Where(step => sights[step.Figure] is Sight.Shown))
            {
                sights[figure] = Sight.Withheld;
            }
        }

        // The total is said in any case: who runs a line knows it.
        int? Price(int figure) => web.Figures[figure].Table is null ? null : web.IsSumOfOthers(figure) ? SumPrice : CellPrice;
    }
}
