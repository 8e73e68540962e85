using CsCheck;
using OutreachBot.Places;
using OutreachBot.Responders;
using OutreachBot.Statistics;
using OutreachBot.Storage.Sqlite;
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
        var figures = new TipFigures(_tips, new KeptFrom(_tips, _people), _people, Gazetteer.Embedded());
        _counting = new PublicCounting(_kept, _tips, figures, new SqliteStoreSettings(), _agenda);
    }

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 0)]
    [InlineData(11, 10)]
    [InlineData(19, 10)]
    [InlineData(20, 20)]
    [InlineData(237, 230)]
    public void A_first_figure_is_in_tens_and_below_eleven_it_is_none(int count, int low) =>
        Assert.Equal(new SteppedFigure(low, Day), SteppedFigure.Next(null, count, Day));

    /// <summary>By day after day, and in whatever way a count moves.</summary>
    [Fact]
    public void A_figure_that_moves_tells_of_eleven_at_the_least() =>
        Gen.Int[-15, 15].Array[1, 60].Sample(moves => SmallestMove(moves, SteppedFigure.Next) is null or >= SteppedFigure.Mask, iter: 2000);

    /// <summary>The law's own teeth: the same without the step.</summary>
    [Fact]
    public void In_tens_alone_a_figure_would_tell_of_a_single_one() =>
        Assert.Equal(1, SmallestMove([19, 1], (_, count, day) => SteppedFigure.Next(null, count, day)));

    [Fact]
    public void A_figure_never_stays_more_than_one_step_behind() =>
        Gen.Int[-15, 15].Array[1, 60].Sample(moves =>
        {
            var (count, shown) = (0, (SteppedFigure?)null);
            foreach (var move in moves)
            {
                count = Math.Max(0, count + move);
                shown = SteppedFigure.Next(shown, count, Day);
            }
            return count - shown!.Low is > -11 and < 21;
        });

    [Fact]
    public async Task Counts_are_kept_and_counted_anew_a_day_later()
    {
        await CountAsync();
        await TellAsync(40, Discretion.NotAskedYet);
        await RunDueAsync();
        Assert.Equal(0, (await LastAsync()).Tips.Low);

        _store.Time.Advance(TimeSpan.FromDays(1));
        await RunDueAsync();

        Assert.Equal(new SteppedFigure(40, Day.AddDays(1)), (await LastAsync()).Tips);
    }

    [Fact]
    public async Task How_old_the_oldest_number_is_is_said_in_months_and_of_eleven_at_the_least()
    {
        _kept.Numbers = [.. await TellAsync(10, Discretion.NotAskedYet)];
        _store.Time.Advance(TimeSpan.FromDays(40));
        await CountAsync();
        Assert.Null((await LastAsync()).OldestMonths);

        _kept.Numbers = [.. _kept.Numbers, .. await TellAsync(20, Discretion.NotAskedYet)];
        _store.Time.Advance(TimeSpan.FromDays(1));
        await RunDueAsync();

        Assert.Equal(2, (await LastAsync()).OldestMonths);
        Assert.Equal(30, (await LastAsync()).Numbers.Low);
    }

    [Fact]
    public async Task With_tips_that_keep_a_coordinator_away_and_their_numbers_all_is_the_same()
    {
        _kept.Numbers = [.. await TellAsync(19, Discretion.NotAskedYet)];
        await CountAsync();
        var without = await LastAsync();

        _kept.Numbers = [.. _kept.Numbers, .. await TellAsync(15, Discretion.NotAskedYet.KeepingAway([_elena.Id]))];
        _store.Time.Advance(TimeSpan.FromDays(1));
        await RunDueAsync();

        Assert.Equal(without, await LastAsync());
        // Not because nothing could have moved it.
        await TellAsync(15, Discretion.NotAskedYet);
        _store.Time.Advance(TimeSpan.FromDays(1));
        await RunDueAsync();
        Assert.NotEqual(without, await LastAsync());
    }

    private static int? SmallestMove(int[] moves, Func<SteppedFigure?, int, DateOnly, SteppedFigure> next)
    {
        var (count, shown, countThen, smallest) = (0, (SteppedFigure?)null, 0, (int?)null);
        foreach (var move in moves)
        {
            count = Math.Max(0, count + move);
            var now = next(shown, count, Day);
            if (shown is not null && now.Low != shown.Low)
            {
                smallest = Math.Min(smallest ?? int.MaxValue, Math.Abs(count - countThen));
            }
            if (shown is null || now.Low != shown.Low)
            {
                (shown, countThen) = (now, count);
            }
        }
        return smallest;
    }

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

    private sealed class KeptCountsOnPaper : IKeptCounts
    {
        public List<TipId> Numbers { get; set; } = [];

        public IReadOnlyList<TipId> WithNumber(UnitOfWork unit) => Numbers;

        public int WaitingMessages(UnitOfWork unit) => 0;

        public int Conversations(UnitOfWork unit) => 0;
    }
}
