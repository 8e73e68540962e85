using CsCheck;
using OutreachBot.Statistics;

namespace OutreachBot.Tests.Statistics;

/// <summary>Of a masked figure nobody reckons more than the mask says.</summary>
public sealed class MaskingTests
{
    private const int Mask = 4;

    // Many small ones, and now and then a large one.
    private static readonly Gen<int> Count = Gen.Frequency((3, Gen.Int[0, 3]), (2, Gen.Int[4, 8]), (1, Gen.Int[9, 14]));

    private static readonly Gen<CountTable> ByTwo = Gen.Select(Gen.Int[2, 3], Gen.Int[2, 3]).SelectMany((rows, columns) =>
        Count.Array[columns].Array[rows].Select(counts => new CountTable("two", Names("r", rows), Names("c", columns), counts)));

    private static readonly Gen<(CountTable Two, CountTable One)> Linked = ByTwo.SelectMany(two =>
        Gen.Int[0, 6].Array[2, 4].Select(shares => (two, Split("one", two.Total(), shares))));

    [Fact]
    public void With_sums_and_all_tables_given_out_together_a_masked_figure_can_be_anything_below_the_mask() =>
        Linked.Sample(tables => GivenAway(Masking.Apply(tables.Two.Total(), [tables.Two, tables.One], Mask)) is null, iter: 400);

    [Fact]
    public void By_one_thing_it_holds_with_the_masks_that_are_used() =>
        Gen.Select(Gen.Int[0, 30].Array[1, 7], Gen.OneOf(Gen.Const(5), Gen.Const(11))).Sample((counts, mask) =>
            GivenAway(Masking.Apply(counts.Sum(), [CountTable.Of("one", counts.Select((c, at) => ($"n{at}", c)))], mask), mask) is null, iter: 300);

    /// <summary>The attacker's own teeth: only what is small is hidden, and no more.</summary>
    [Fact]
    public void Where_nothing_is_withheld_beside_small_figures_most_are_given_away()
    {
        var (broken, seen) = (0, 0);
        Linked.Sample(
            tables =>
            {
                var web = FigureWeb.Of(tables.Two.Total(), [tables.Two, tables.One]);
                var sights = Masking.Small(web, Mask);
                if (sights.Contains(Sight.Masked))
                {
                    seen++;
                    broken += GivenAway(new Masked(web, sights, [])) is null ? 0 : 1;
                }
            },
            iter: 100, threads: 1);

        Assert.True(broken > seen / 2, $"{broken} of {seen}");
    }

    [Fact]
    public void A_single_small_figure_takes_another_with_it_and_no_more()
    {
        var masked = Masking.Apply(67, [CountTable.Of("kind", [("work", 40), ("sexual", 3), ("begging", 24)])], 5);

        Assert.Equal([Sight.Withheld, Sight.Masked, Sight.Shown, Sight.Shown], masked.Sights);
    }

    [Fact]
    public void Where_no_figure_is_small_all_are_shown()
    {
        var masked = Masking.Apply(30, [CountTable.Of("kind", [("work", 10), ("sexual", 20)])], 5);

        Assert.All(masked.Sights, s => Assert.Equal(Sight.Shown, s));
    }

    [Fact]
    public void Many_small_figures_cover_one_another()
    {
        var masked = Masking.Apply(46, [CountTable.Of("kind", [("a", 40), ("b", 1), ("c", 2), ("d", 3), ("e", 0)])], 5);

        Assert.Equal(Sight.Shown, masked.Sights[0]);
        Assert.All(masked.Sights.Skip(1).Take(4), s => Assert.Equal(Sight.Masked, s));
    }

    [Fact]
    public void A_table_that_can_not_be_covered_is_left_out_and_the_others_stay()
    {
        var masked = Masking.Apply(
            10, [CountTable.Of("kind", [("a", 9), ("b", 1)]), CountTable.Of("crowded", [("a", 3), ("b", 3), ("c", 4)]), CountTable.Of("even", [("a", 5), ("b", 5)])], 5);

        Assert.Equal(["crowded"], masked.LeftOut);
        Assert.Equal(["kind", "kind", "even", "even", null], masked.Web.Figures.Select(f => f.Table));
    }

    [Fact]
    public void Tables_of_different_totals_are_no_release() =>
        Assert.Throws<ArgumentException>(() => Masking.Apply(7, [CountTable.Of("kind", [("a", 3), ("b", 3)])], 5));

    private static int? GivenAway(Masked masked, int mask = Mask) => SumsAttacker.GivenAway(masked.Web.Figures, masked.Sights, mask);

    private static CountTable Split(string name, int total, int[] shares)
    {
        var (left, parts) = (total, new List<int>());
        foreach (var share in shares[1..])
        {
            parts.Add(Math.Min(left, share));
            left -= parts[^1];
        }
        return CountTable.Of(name, parts.Append(left).Select((count, at) => ($"n{at}", count)));
    }

    private static IReadOnlyList<string> Names(string prefix, int count) => [.. Enumerable.Range(0, count).Select(at => $"{prefix}{at}")];
}
