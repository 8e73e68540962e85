using System.Globalization;
using CsCheck;
using OutreachBot.Statistics;

namespace OutreachBot.Tests.Statistics;

/// <summary>Somebody knows of all whose numbers are kept but one, adds and takes away numbers of her own for months, and reads the public figure: is there one more?</summary>
/// <remarks>Not tried but reckoned: every secret that may be drawn, with its weight, for what she then sees with the one and without.</remarks>
public sealed class OneMoreTests
{
    private const int Others = 40;
    private const int DaysApart = 14;
    private static readonly DateOnly Start = new(2026, 3, 2);

    private static readonly (int Base, int Step)[] AllSecrets =
        [.. from b in Enumerable.Range(0, SteppedFigure.Bases) from s in Enumerable.Range(0, SteppedCount.Steps) select (b, s)];

    /// <summary>The bound that the threat model states.</summary>
    [Fact]
    public void Her_best_guess_is_hardly_better_than_a_coin() =>
        Gen.Int[-25, 45].Array[3, 6].Sample(
            moves =>
            {
                var (guess, most) = BestGuess(moves, AllSecrets);
                return guess <= 0.5 + ((2.0 / SteppedCount.Steps) + ((double)most / SteppedFigure.Bases)) / 2 + 1e-9;
            },
            iter: 12);

    [Fact]
    public void After_one_move_it_is_right_in_55_of_a_hundred_at_the_most_also_if_she_adds_one_by_one()
    {
        int[] moves = [0, 0, .. Enumerable.Repeat(1, SteppedCount.LeastStep + SteppedCount.Steps + 2)];

        var (guess, most) = BestGuess(moves, AllSecrets, mostMoves: 1);

        Assert.Equal(1, most);
        Assert.InRange(guess, 0.5, 0.55);
    }

    [Fact]
    public void Where_the_step_is_no_secret_she_knows() =>
        Assert.Equal(1, BestGuess([0, 0, SteppedCount.LeastStep - 1], [(0, 0)]).Guess, precision: 9);

    [Fact]
    public void Where_only_the_rounding_is_secret_she_knows() =>
        Assert.Equal(1, BestGuess([0, 0, SteppedCount.LeastStep - 1, 0], [.. Enumerable.Range(0, SteppedFigure.Bases).Select(b => (b, 0))]).Guess, precision: 9);

    /// <param name="moves">By how much she changes the count each time; which she takes depends on how often she saw the figure move.</param>
    /// <returns>How often her best guess is right, and how often the figure moved at the most.</returns>
    private static (double Guess, int MostMoves) BestGuess(int[] moves, (int Base, int Step)[] secrets, int mostMoves = int.MaxValue)
    {
        var (without, with) = (Seen(moves, secrets, 0, mostMoves), Seen(moves, secrets, 1, mostMoves));
        var apart = without.Keys.Union(with.Keys).Sum(seen => Math.Abs(without.GetValueOrDefault(seen) - with.GetValueOrDefault(seen))) / 2;
        return (0.5 + (apart / 2), without.Keys.Max(seen => seen.Count(c => c == '|')));
    }

    /// <returns>What she may see, with its weight. The one comes when the figure has been shown once.</returns>
    private static Dictionary<string, double> Seen(int[] moves, (int Base, int Step)[] secrets, int more, int mostMoves)
    {
        var states = new Dictionary<(string Seen, int Own, SteppedCount Count), double>();
        foreach (var (first, weight) in Drawn(Others, Start, secrets))
        {
            states[($"{first.Shown.Low}", 0, first)] = weight;
        }
        for (var at = 0; at < moves.Length; at++)
        {
            var (today, next) = (Start.AddDays(DaysApart * (at + 1)), new Dictionary<(string, int, SteppedCount), double>());
            foreach (var ((seen, before, count), weight) in states)
            {
                var moved = seen.Count(c => c == '|');
                var own = Math.Max(-Others, before + moves[(at + (3 * moved)) % moves.Length]);
                var now = Others + own + more;
                if (moved >= mostMoves || !Moves(count, now, today))
                {
                    Add(next, (seen, own, count), weight);
                    continue;
                }
                foreach (var (drawn, share) in Drawn(now, today, secrets))
                {
                    Add(next, (string.Create(CultureInfo.InvariantCulture, $"{seen}|{at}:{drawn.Shown.Low}"), own, drawn), weight * share);
                }
            }
            states = next;
        }
        return states.GroupBy(s => s.Key.Seen).ToDictionary(g => g.Key, g => g.Sum(s => s.Value), StringComparer.Ordinal);
    }

    private static bool Moves(SteppedCount count, int now, DateOnly today) => !ReferenceEquals(SteppedCount.Next(count, now, today, new Given(0, 0)), count);

    private static List<(SteppedCount Count, double Weight)> Drawn(int count, DateOnly today, (int Base, int Step)[] secrets) =>
        [.. secrets.Select(s => SteppedCount.Next(null, count, today, new Given(s.Base, s.Step))).CountBy(c => c).Select(c => (c.Key, (double)c.Value / secrets.Length))];

    private static void Add<TKey>(Dictionary<TKey, double> to, TKey key, double weight)
        where TKey : notnull => to[key] = to.GetValueOrDefault(key) + weight;

    private sealed class Given(int lowered, int step) : ISecretDraw
    {
        public int Below(int bound) => bound == SteppedFigure.Bases ? lowered : step;
    }
}
