using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OutreachBot.Audit;
using OutreachBot.Privacy;
using OutreachBot.Starting;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Privacy;

/// <summary>The audit's head goes outside once a day.</summary>
public sealed class DailyHeadTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly PlannedAgenda _agenda = new();
    private readonly string _outside = Directory.CreateTempSubdirectory("outreach-heads-").FullName;
    private readonly AuditTrail _trail = new(new SqliteAuditStore(), new Vault(ServerKey.Draw()));

    private string File => Path.Combine(_outside, "heads");

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_outside, recursive: true);
    }

    [Fact]
    public async Task Each_day_the_head_is_added_to_the_file_and_the_chain_contains_all_of_them()
    {
        using var line = Line(File);
        await line.StartAsync();
        for (var day = 0; day < 3; day++)
        {
            await AppendAsync();
            await line.RunDueAsync();
            await line.RunDueAsync();
            _store.Time.Advance(TimeSpan.FromDays(1));
        }
        await line.StopAsync();

        var lines = await System.IO.File.ReadAllLinesAsync(File, TestContext.Current.CancellationToken);
        Assert.Equal(["2026-03-02", "2026-03-03", "2026-03-04"], lines.Select(l => l[..10]));
        var heads = await HeadFile.ReadAsync(File, CancellationToken.None);
        Assert.Equal([1L, 2L, 3L], heads.Select(h => h.Number));
        Assert.True((await line.Chain.VerifyAsync(heads, CancellationToken.None)).IsWhole);
    }

    [Fact]
    public async Task Without_a_file_nothing_is_planned_and_what_was_planned_is_not_kept()
    {
        _agenda.Plan(null!, _store.Time.GetUtcNow(), DailyHead.AgendaKind, "daily");
        using var line = Line(null);

        await line.StartAsync();

        Assert.Empty(_agenda.Planned);
    }

    [Fact]
    public async Task A_file_in_the_data_directory_or_where_there_is_no_directory_stops_the_start()
    {
        using var inside = Line(Path.Combine(_store.Directory.Path, "heads"));
        using var nowhere = Line(Path.Combine(_outside, "there", "is", "none"));

        Assert.Contains("elsewhere", Assert.Single((await Assert.ThrowsAsync<StartRefusedException>(inside.StartAsync)).Reasons), StringComparison.Ordinal);
        Assert.Contains("Make it", Assert.Single((await Assert.ThrowsAsync<StartRefusedException>(nowhere.StartAsync)).Reasons), StringComparison.Ordinal);
        Assert.Contains("full path", Assert.Single(new AuditOptions { HeadFile = "heads" }.Check()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_can_not_be_written_stops_the_first_start_and_says_what_to_mend_but_no_later_one()
    {
        using var line = Line(File);
        Directory.CreateDirectory(File);
        Assert.Contains("ReadWritePaths", Assert.Single((await Assert.ThrowsAsync<StartRefusedException>(line.StartAsync)).Reasons), StringComparison.Ordinal);

        Directory.Delete(File);
        await line.StartAsync();
        Assert.False(System.IO.File.Exists(File));
        await line.StopAsync();

        using var later = Line(File);
        Directory.CreateDirectory(File);
        await later.StartAsync();
        await later.StopAsync();
    }

    [Fact]
    public async Task Doctor_says_when_no_head_goes_outside_any_more()
    {
        using var line = Line(File);
        var check = new HeadFileCheck(line.Heads, _store.Time);
        Assert.True(Assert.Single(await check.LookAsync(CancellationToken.None)).IsFault);

        await System.IO.File.WriteAllTextAsync(File, "", TestContext.Current.CancellationToken);
        System.IO.File.SetLastWriteTimeUtc(File, _store.Time.GetUtcNow().UtcDateTime);
        Assert.Empty(await check.LookAsync(CancellationToken.None));

        _store.Time.Advance(TimeSpan.FromDays(3));
        Assert.True(Assert.Single(await check.LookAsync(CancellationToken.None)).IsFault);
        using var byHand = Line(null);
        Assert.False(Assert.Single(await new HeadFileCheck(byHand.Heads, _store.Time).LookAsync(CancellationToken.None)).IsFault);
    }

    private Task AppendAsync() =>
        _store.RunAsync(u => _trail.Append(u, new AuditEntry("operator", AuditActs.TipOpened, RandomId.Draw(), null)));

    private HeadLine Line(string? file) => new(_store, _agenda, file);

    /// <summary>The parts that take a head outside.</summary>
    private sealed class HeadLine : IDisposable
    {
        private readonly TestStore _store;
        private readonly PlannedAgenda _agenda;
        private readonly DailyHead _daily;

        public HeadLine(TestStore store, PlannedAgenda agenda, string? file)
        {
            (_store, _agenda) = (store, agenda);
            Heads = new HeadFile(Options.Create(new AuditOptions { HeadFile = file }), NullLogger<HeadFile>.Instance);
            Chain = new AuditChain(store.Transactions, new SqliteAuditStore());
            _daily = new DailyHead(Chain, Heads, agenda);
        }

        public HeadFile Heads { get; }

        public AuditChain Chain { get; }

        public async Task StartAsync()
        {
            var outside = new OutsideFile(_store.Directory, _store.Transactions, new SqliteStoreSettings());
            await new HeadStart(_store.Transactions, _daily, Heads, outside, NullLogger<HeadStart>.Instance).StartAsync(CancellationToken.None);
            await Heads.StartAsync(CancellationToken.None);
        }

        public Task RunDueAsync() => _store.RunAsync(u => _agenda.Run(u, _daily));

        public Task StopAsync() => Heads.StopAsync(CancellationToken.None);

        public void Dispose() => Heads.Dispose();
    }
}
