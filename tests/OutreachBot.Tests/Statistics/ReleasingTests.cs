using System.Text.Json;
using Moq;
using OutreachBot.Flows.Languages;
using OutreachBot.Places;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Routing.KeepAway;
using OutreachBot.Statistics;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tests.Privacy;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Statistics;

/// <summary>Figures are made once, and are the same with a tip and without it for whom it must be kept from.</summary>
public sealed class ReleasingTests : IDisposable
{
    private static readonly string[] Places = ["BO-020101", "BO-020101", "BO-020101", "BO-010601", "GT-1401"];
    private static readonly string[] Kinds = ["work", "work", "sexual", "begging"];

    private readonly TestStore _store = new();
    private readonly FakeResponders _people = new();
    private readonly SqliteTipStore _tips = new(new FakeVault());
    private readonly SqliteReleaseStore _releases = new();
    private readonly PlannedAgenda _agenda = new();
    private readonly TipFigures _figures;
    private readonly Releasing _releasing;
    private readonly Responder _elena = Given.Coordinator().Called("Elena Ficticia").Number(1);
    private readonly Responder _rosa = Given.Defender().Called("Rosa Ficticia").Number(2);

    public ReleasingTests()
    {
        _people.Everybody = [_elena, _rosa];
        _figures = new TipFigures(_tips, new KeptFrom(_tips, _people), _people, Gazetteer.Embedded());
        _releasing = new Releasing(_releases, _figures, _agenda);
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Figures_of_a_month_are_made_ten_days_after_it_and_never_again()
    {
        await TellAsync(40, (tip, at) => at % 10 == 0 ? tip with { Language = LanguageTag.Quechua } : tip);
        await UntilAsync(new(2026, 4, 10, 23, 0, 0, TimeSpan.Zero));
        Assert.Empty(await GivenOutAsync());

        await UntilAsync(new(2026, 4, 11, 1, 0, 0, TimeSpan.Zero));
        var made = Assert.Single(await GivenOutAsync());
        Assert.Equal((null, new Month(56 * 12 + 2), ReleasePart.Told, 40), (made.First, made.Last, made.Part, made.Total));
        Assert.Contains(new ReleasedFigure("language", "es", 36, "36"), made.Figures);
        Assert.Contains(new ReleasedFigure("language", "qu", null, "<5"), made.Figures);
        // All of one kind: the figure would say that there was none of any other.
        Assert.Contains(new ReleasedFigure("kind", "work", null, "withheld"), made.Figures);

        await ForgetAsync(9);
        await UntilAsync(new(2026, 5, 20, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal(Written(made), Written(Assert.Single(await GivenOutAsync())));
    }

    [Fact]
    public async Task Where_fewer_than_twenty_told_the_next_month_is_taken_along()
    {
        await TellAsync(19);
        await UntilAsync(new(2026, 4, 20, 0, 0, 0, TimeSpan.Zero));
        Assert.Empty(await GivenOutAsync());

        await TellAsync(1);
        await UntilAsync(new(2026, 5, 11, 1, 0, 0, TimeSpan.Zero));
        await TellAsync(25);
        await UntilAsync(new(2026, 6, 11, 1, 0, 0, TimeSpan.Zero));

        Assert.Equal([(null, "2026-04", 20), ("2026-05", "2026-05", 25)], (await GivenOutAsync()).Select(r => (r.First?.ToString(), r.Last.ToString(), r.Total)));
    }

    [Fact]
    public async Task How_they_ended_is_given_out_once_of_the_same_total_whatever_went_meanwhile()
    {
        await TellAsync(40, (tip, at) => at < 16 ? tip with { State = TipState.Closed, Outcome = at < 4 ? CaseOutcome.Unfounded : CaseOutcome.Protected } : tip);
        await UntilAsync(new(2026, 4, 12, 0, 0, 0, TimeSpan.Zero));
        await ForgetAsync(7, t => t.Outcome is null);
        await UntilAsync(new(2026, 7, 20, 0, 0, 0, TimeSpan.Zero));

        var ended = Assert.Single(await GivenOutAsync(), r => r.Part is ReleasePart.Ended);
        Assert.Equal(40, ended.Total);
        Assert.Equal(24, ended.Figures.Single(f => f.Name == TipFigures.NotEnded).Count);
        Assert.Equal(12, ended.Figures.Single(f => f.Name == "protected").Count);
    }

    /// <summary>What a coordinator sees never tells of a tip that she is kept away from, and neither does what another sees.</summary>
    [Theory]
    [InlineData("by her id")]
    [InlineData("by her name")]
    [InlineData("by an id that is on file no more")]
    public async Task With_a_tip_that_keeps_a_coordinator_away_and_without_it_figures_are_the_same_to_the_letter(string how)
    {
        var (without, with) = await WithoutAndWithAsync(how, _releasing);

        Assert.Equal(without, with);
    }

    /// <summary>The same search where figures don't know who is a coordinator: each of these tips is counted.</summary>
    [Theory]
    [InlineData("by her id")]
    [InlineData("by her name")]
    [InlineData("by an id that is on file no more")]
    public async Task Where_figures_leave_nothing_out_for_a_coordinator_it_is_found(string how)
    {
        var nobody = new Mock<IResponders>();
        nobody.Setup(r => r.Find(It.IsAny<UnitOfWork>(), It.IsAny<ResponderId>())).Returns(_rosa);
        var figures = new TipFigures(_tips, new KeptFrom(_tips, _people), nobody.Object, Gazetteer.Embedded());

        var (without, with) = await WithoutAndWithAsync(how, new Releasing(_releases, figures, _agenda));

        Assert.NotEqual(without, with);
    }

    private async Task<(string Without, string With)> WithoutAndWithAsync(string how, Releasing releasing)
    {
        await TellAsync(30);
        await UntilAsync(new(2026, 4, 12, 0, 0, 0, TimeSpan.Zero));
        var without = Written([.. await GivenOutAsync()]);
        await _store.RunAsync(unit => unit.Sqlite().Prepare("DELETE FROM figure_release").Run());

        await KeepAwayFromAsync(8, how switch
        {
            "by her id" => Discretion.NotAskedYet.KeepingAway([_elena.Id]),
            "by her name" => Discretion.NotAskedYet with { Marks = KeptMarks.Of([_elena], [_elena]) },
            _ => Discretion.NotAskedYet.KeepingAway([ResponderId.Draw()]),
        });
        await _store.RunAsync(unit => releasing.MakeDue(unit));
        return (without, Written([.. await GivenOutAsync()]));
    }

    /// <summary>What was withdrawn keeps no name, and would count again: she would see one more than she was shown before.</summary>
    [Fact]
    public async Task Once_it_is_withdrawn_as_well()
    {
        await TellAsync(30);
        await KeepAwayFromAsync(8, Discretion.NotAskedYet.KeepingAway([_elena.Id]));
        await WithdrawAsync(t => t.Kind == "forced_marriage");
        await UntilAsync(new(2026, 4, 12, 0, 0, 0, TimeSpan.Zero));
        await UntilAsync(new(2026, 7, 20, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal([30, 30], (await GivenOutAsync()).Select(r => r.Total));
        Assert.DoesNotContain((await GivenOutAsync()).SelectMany(r => r.Figures), f => f.Name == "withdrawn" && f.Count is not null and not 0);
    }

    /// <summary>The comparison's own teeth: a tip that keeps nobody of the staff away is counted.</summary>
    [Fact]
    public async Task A_tip_that_keeps_a_defender_away_is_counted()
    {
        await TellAsync(30);
        await KeepAwayFromAsync(8, Discretion.NotAskedYet.KeepingAway([_rosa.Id]));
        await UntilAsync(new(2026, 4, 12, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(38, Assert.Single(await GivenOutAsync()).Total);
    }

    [Fact]
    public async Task Whoever_compares_day_by_day_finds_new_releases_alone_and_in_none_of_them_more_than_the_mask_says()
    {
        var random = new Random(20);
        var before = new HashSet<string>();
        var counted = new HashSet<int>();
        for (var day = 0; day < 400; day++)
        {
            await TellAsync(random.Next(0, 4), (tip, _) => Bend(tip, random));
            await EndAsync(random);
            await UntilAsync(_store.Time.GetUtcNow().AddDays(1));
            var made = await GivenOutAsync();
            var today = made.Select(r => Written(r)).ToHashSet();
            Assert.True(today.IsSupersetOf(before));
            foreach (var release in made.Where(r => !before.Contains(Written(r))))
            {
                Assert.Null(GivenAway(release));
                // A month is in one release and in no other: there is no difference to be taken.
                Assert.True(release.Part is ReleasePart.Ended || Enumerable.Range(release.First?.Number ?? 0, release.Last.Number - (release.First?.Number ?? 0) + 1).All(counted.Add));
            }
            before = today;
        }
        Assert.True(before.Count >= 12, $"{before.Count} releases");
    }

    /// <summary>The teeth of the one above: figures that are masked as well, and made anew each day.</summary>
    [Fact]
    public async Task Made_anew_each_day_they_would_tell_of_single_tips()
    {
        var random = new Random(21);
        var (told, before) = (0, new Dictionary<(string?, string?), int>());
        for (var day = 0; day < 60; day++)
        {
            await TellAsync(random.Next(0, 3), (tip, _) => Bend(tip, random));
            var tips = await _store.RunAsync(unit => _figures.Counted(unit, null, Month.Of(unit.Now)));
            var masked = Masking.Apply(tips.Count, _figures.Told(tips), Releasing.Mask);
            var today = masked.Web.Figures.Zip(masked.Sights).Where(f => f.Second is Sight.Shown).ToDictionary(f => (f.First.Table, f.First.Row), f => f.First.Count);
            told += today.Count(f => before.TryGetValue(f.Key, out var count) && f.Value - count is > 0 and < Releasing.Mask);
            before = today;
            _store.Time.Advance(TimeSpan.FromDays(1));
        }
        Assert.True(told > 50, $"{told}");
    }

    private static Tip Bend(Tip tip, Random random) => tip with
    {
        Municipality = Places[random.Next(Places.Length)],
        Kind = Kinds[random.Next(Kinds.Length)],
        Urgency = (Urgency)random.Next(3),
        Language = random.Next(3) == 0 ? LanguageTag.Quechua : LanguageTag.Spanish,
    };

    private static int? GivenAway(FigureRelease release)
    {
        List<Figure> figures = [.. release.Figures.Select(f => new Figure(f.Table, f.Name, Column: null, f.Count ?? 0, 0, 0))];
        List<Sight> sights = [.. release.Figures.Select(f => f.Count is not null ? Sight.Shown : f.Shown == "<5" ? Sight.Masked : Sight.Withheld)];
        return SumsAttacker.GivenAway(
            [.. figures, new Figure(Table: null, Row: null, Column: null, release.Total, 0, 0)], [.. sights, Sight.Shown], Releasing.Mask);
    }

    private Task TellAsync(int many, Func<Tip, int, Tip>? bend = null) => _store.RunAsync(unit =>
    {
        for (var at = 0; at < many; at++)
        {
            var tip = Some.Tip() with { Hour = Tip.HourOf(unit.Now) };
            _tips.Save(unit, bend?.Invoke(tip, at) ?? tip);
        }
    });

    private Task KeepAwayFromAsync(int many, Discretion discretion) => _store.RunAsync(unit =>
    {
        for (var at = 0; at < many; at++)
        {
            var tip = Some.Tip() with { Kind = "forced_marriage", Hour = Tip.HourOf(TestStore.Start) };
            _tips.Save(unit, tip);
            _tips.Save(unit, tip.Id, discretion);
        }
    });

    private Task WithdrawAsync(Func<Tip, bool> which) => _store.RunAsync(unit =>
    {
        foreach (var tip in _tips.All(unit).Where(which).ToList())
        {
            // As TipRemoval leaves it.
            _tips.Save(unit, tip.Id, Discretion.NotAskedYet);
            _tips.Save(unit, tip with { State = TipState.Withdrawn, Outcome = CaseOutcome.Withdrawn, Municipality = null, Department = null, Kind = TipKinds.Unknown });
        }
    });

    private Task ForgetAsync(int many, Func<Tip, bool>? which = null) => _store.RunAsync(unit =>
    {
        foreach (var tip in _tips.All(unit).Where(which ?? (_ => true)).Take(many).ToList())
        {
            _tips.Remove(unit, tip.Id);
        }
    });

    private Task EndAsync(Random random) => _store.RunAsync(unit =>
    {
        foreach (var tip in _tips.All(unit).Where(t => t.Outcome is null && random.Next(40) == 0).ToList())
        {
            _tips.Save(unit, tip with { State = TipState.Closed, Outcome = (CaseOutcome)random.Next(3) });
        }
    });

    private async Task UntilAsync(DateTimeOffset moment)
    {
        _store.Time.SetUtcNow(moment);
        await _store.RunAsync(unit =>
        {
            _releasing.Begin(unit);
            _agenda.Run(unit, _releasing);
        });
    }

    private Task<IReadOnlyList<FigureRelease>> GivenOutAsync() => _store.RunAsync(_releases.All);

    private static string Written(params FigureRelease[] releases) => JsonSerializer.Serialize(releases);
}
