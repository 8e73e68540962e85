using CsCheck;
using OutreachBot.Places;
using OutreachBot.Responders;
using OutreachBot.Statistics;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Adversaries.SwitchedOff;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tests.Privacy;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Statistics;

/// <summary>What the public is told of how much is kept, and what it can't be made to tell.</summary>
public sealed class PublicCountsTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    private readonly TestStore _store = new();
    private readonly FakeResponders _people = new();
    private readonly SqliteTipStore _tips = new(new FakeVault());
    private readonly KeptCountsOnPaper _kept = new();
    private readonly PlannedAgenda _agenda = new();
    private readonly PublicCounting _counting;
    private readonly Responder _elena = Given.Coordinator().Number(1);

    public PublicCountsTests()
    {
        _people.Everybody = [_elena];
        _counting = CountingWith(new NothingSecret());
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_figure_is_in_tens_and_the_count_of_its_day_no_lower_and_little_higher() =>
        Gen.Select(Gen.Int[0, 500], Gen.Int[0, SteppedFigure.Bases - 1]).Sample((count, lowered) =>
        {
            var shown = SteppedFigure.Of(count, Day, new Drawn(lowered));
            return shown.Low % 10 == 0 && (shown.Low == 0 ? count < SteppedFigure.Few : shown.Low >= SteppedFigure.Least && count - shown.Low is >= 0 and <= SteppedFigure.Room);
        });

    /// <summary>By day after day, and in whatever way a count moves.</summary>
    [Fact]
    public void A_figure_moves_by_eleven_at_the_least_and_once_in_four_weeks_at_the_most() =>
        Gen.Select(Gen.Int[-15, 15].Array[1, 120], Gen.Int[0, SteppedCount.Steps - 1]).Sample((moves, drawn) =>
        {
            var (count, shown) = (0, SteppedCount.Next(null, 0, Day, new Drawn(drawn)));
            for (var day = 1; day <= moves.Length; day++)
            {
                count = Math.Max(0, count + moves[day - 1]);
                var next = SteppedCount.Next(shown, count, Day.AddDays(day), new Drawn(drawn));
                if (next.Shown.Day != shown.Shown.Day
                    && (Math.Abs(count - shown.Hidden.Count) < SteppedCount.LeastStep || day < shown.Shown.Day.DayNumber - Day.DayNumber + SteppedCount.DaysBetween))
                {
                    return false;
                }
                shown = next;
            }
            return true;
        });

    [Fact]
    public async Task The_secret_is_drawn_when_a_figure_moves_and_kept_until_it_moves_again()
    {
        var drawn = new Drawn(SteppedCount.Steps - 1);
        var counting = CountingWith(drawn);
        await TellAsync(60, Discretion.NotAskedYet);
        await _store.RunAsync(counting.Begin);
        await _store.RunAsync(unit => _agenda.Run(unit, counting));
        drawn.Number = 0;

        await TellAsync(SteppedCount.LeastStep + SteppedCount.Steps - 2, Discretion.NotAskedYet);
        for (var day = 0; day < 40; day++)
        {
            _store.Time.Advance(TimeSpan.FromDays(1));
            await _store.RunAsync(unit => _agenda.Run(unit, counting));
        }
        Assert.Equal(Day, (await _store.RunAsync(counting.Last))!.Tips.Day);

        await TellAsync(1, Discretion.NotAskedYet);
        _store.Time.Advance(TimeSpan.FromDays(1));
        await _store.RunAsync(unit => _agenda.Run(unit, counting));
        Assert.Equal(Day.AddDays(41), (await _store.RunAsync(counting.Last))!.Tips.Day);
    }

    [Fact]
    public async Task Counts_are_kept_and_counted_anew_four_weeks_later()
    {
        await CountAsync();
        await TellAsync(40, Discretion.NotAskedYet);
        await RunDueAsync();
        Assert.Equal(0, (await LastAsync()).Tips.Low);

        _store.Time.Advance(TimeSpan.FromDays(SteppedCount.DaysBetween));
        await RunDueAsync();

        Assert.Equal(new SteppedFigure(40, Day.AddDays(SteppedCount.DaysBetween)), (await LastAsync()).Tips);
    }

    [Fact]
    public async Task How_old_numbers_are_is_said_in_months_and_never_of_the_few_oldest()
    {
        _kept.Numbers = [.. await TellAsync(10, Discretion.NotAskedYet)];
        _store.Time.Advance(TimeSpan.FromDays(40));
        await CountAsync();
        Assert.Null((await LastAsync()).OldestMonths);

        _kept.Numbers = [.. _kept.Numbers, .. await TellAsync(20, Discretion.NotAskedYet)];
        _store.Time.Advance(TimeSpan.FromDays(SteppedCount.DaysBetween));
        await RunDueAsync();

        Assert.Equal(1, (await LastAsync()).OldestMonths);
        Assert.Equal(30, (await LastAsync()).Numbers.Low);
    }

    [Fact]
    public async Task With_tips_that_keep_a_coordinator_away_and_their_numbers_all_is_the_same()
    {
        _kept.Numbers = [.. await TellAsync(19, Discretion.NotAskedYet)];
        await CountAsync();
        var without = await LastAsync();

        _kept.Numbers = [.. _kept.Numbers, .. await TellAsync(15, Discretion.NotAskedYet.KeepingAway([_elena.Id]))];
        _store.Time.Advance(TimeSpan.FromDays(SteppedCount.DaysBetween));
        await RunDueAsync();

        Assert.Equal(without, await LastAsync());
        // Not because nothing could have moved it.
        await TellAsync(15, Discretion.NotAskedYet);
        _store.Time.Advance(TimeSpan.FromDays(SteppedCount.DaysBetween));
        await RunDueAsync();
        Assert.NotEqual(without, await LastAsync());
    }

    private PublicCounting CountingWith(ISecretDraw draw) =>
        new(_kept, _tips, new TipFigures(_tips, new KeptFrom(_tips, _people), _people, Gazetteer.Embedded()), new SqliteStoreSettings(), _agenda, draw);

    private async Task CountAsync()
    {
        await _store.RunAsync(_counting.Begin);
        await RunDueAsync();
    }

    private Task RunDueAsync() => _store.RunAsync(unit => _agenda.Run(unit, _counting));

    private async Task<PublicCounts> LastAsync() => (await _store.RunAsync(_counting.Last))!;

    private Task<List<TipId>> TellAsync(int many, Discretion discretion) => _store.RunAsync(unit => Enumerable.Range(0, many).Select(_ =>
    {
        var tip = Some.Tip() with { Hour = Tip.HourOf(unit.Now) };
        _tips.Save(unit, tip);
        _tips.Save(unit, tip.Id, discretion);
        return tip.Id;
    }).ToList());

    private sealed class Drawn(int number) : ISecretDraw
    {
        public int Number { get; set; } = number;

        public int Below(int bound) => Number % bound;
    }

    private sealed class KeptCountsOnPaper : IKeptCounts
    {
        public List<TipId> Numbers { get; set; } = [];

        public IReadOnlyList<TipId> WithNumber(UnitOfWork unit) => Numbers;

        public int WaitingMessages(UnitOfWork unit) => 0;

        public int Conversations(UnitOfWork unit) => 0;
    }
}
