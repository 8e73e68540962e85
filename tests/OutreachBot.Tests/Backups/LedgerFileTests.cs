using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OutreachBot.Agenda;
using OutreachBot.Backups;
using OutreachBot.Commands;
using OutreachBot.Starting;
using OutreachBot.Tests.Support;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Backups;

/// <summary><c>Backup__LedgerFile</c>: what was erased is known when the store is lost.</summary>
public sealed class LedgerFileTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 14, 17, 0, TimeSpan.Zero);

    private BackedUpLine _line = null!;

    public async ValueTask InitializeAsync() => _line = await BackedUpLine.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _line.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_the_server_and_what_a_command_erased_is_in_the_file_and_stays_gone_when_the_store_is_lost()
    {
        var (one, other, kept) = (await _line.House.TellAsync("one"), await _line.House.TellAsync("other"), await _line.House.TellAsync("kept"));
        await _line.BackUpAsync();
        await _line.EraseAsync("data", one);
        await using (var host = await StartAsync(_line.At("ledger")))
        {
            await host.Services.GetRequiredService<ITransactions>().RunAsync(
                unit => host.Services.GetRequiredService<TipRemoval>().Remove(unit, BackedUpLine.IdOf(other)), TestContext.Current.CancellationToken);
            await host.Services.GetRequiredService<AgendaRunner>().RunDueAsync(TestContext.Current.CancellationToken);
        }
        Directory.Delete(_line.At("data"), recursive: true);

        Assert.Equal(new[] { one, other }.Order(StringComparer.Ordinal), File.ReadLines(_line.At("ledger")).Order(StringComparer.Ordinal));
        await _line.RestoreAsync("data", more: ["--ledger", _line.At("ledger")]);

        Assert.Equal((null, null), (await _line.StateAsync("data", one), await _line.StateAsync("data", other)));
        Assert.NotNull(await _line.StateAsync("data", kept));
    }

    [Fact]
    public async Task The_file_tells_neither_who_came_last_nor_when()
    {
        var file = new LedgerFile(Options.Create(new BackupOptions { LedgerFile = _line.At("ledger") }), new FakeTimeProvider(Now), NullLogger<LedgerFile>.Instance);
        var ids = Enumerable.Range(0, 20).Select(_ => TipId.Draw()).ToList();
        foreach (var id in ids)
        {
            file.Write(_line.At("ledger"), [id]);
        }

        Assert.Equal(ids.Select(i => i.ToString()).Order(StringComparer.Ordinal), await LinesAsync());
        Assert.Equal(Now.AddMinutes(-17).UtcDateTime, File.GetLastWriteTimeUtc(_line.At("ledger")));
        Assert.Equal(["ledger"], Directory.EnumerateFiles(_line.At(""), "ledger*").Select(Path.GetFileName));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_line.At("ledger")));
        }
    }

    [Fact]
    public async Task It_is_there_before_anything_was_erased_and_is_dated_anew_each_hour()
    {
        var host = await StartAsync(_line.At("ledger"));
        Assert.Empty(await LinesAsync());
        File.SetLastWriteTimeUtc(_line.At("ledger"), DateTime.UnixEpoch);

        host.Services.GetRequiredService<LedgerFile>().Offer([]);
        await host.DisposeAsync();

        Assert.NotEqual(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(_line.At("ledger")));
    }

    /// <summary>A power cut on the other machine.</summary>
    [Fact]
    public async Task A_last_line_that_was_cut_off_is_mended_with_the_next_and_a_remark_stays()
    {
        var one = await _line.House.TellAsync("one");
        await _line.EraseAsync("data", one);
        await File.WriteAllTextAsync(_line.At("ledger"), $"# ours\n{one[..20]}", TestContext.Current.CancellationToken);

        await (await StartAsync(_line.At("ledger"))).DisposeAsync();

        Assert.Equal(["# ours", one], await LinesAsync());
    }

    [Fact]
    public async Task A_file_that_can_not_be_written_stops_the_first_start_and_no_later_one()
    {
        Directory.CreateDirectory(_line.At("ledger"));
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync(_line.At("ledger")));
        Assert.Contains("ReadWritePaths", Assert.Single(refused.Reasons), StringComparison.Ordinal);

        Directory.Delete(_line.At("ledger"));
        await (await StartAsync(_line.At("ledger"))).DisposeAsync();
        File.Delete(_line.At("ledger"));
        Directory.CreateDirectory(_line.At("ledger"));
        await using var host = await StartAsync(_line.At("ledger"));

        Assert.Contains(host.Log.Lines, l => l.Contains("Backup__LedgerFile", StringComparison.Ordinal));
    }

    [Fact]
    public void At_a_restore_the_file_that_is_set_must_be_there_unless_none_is_said()
    {
        var refused = Assert.Throws<StartRefusedException>(() => ErasedIds.Find(named: null, _line.At("ledger")));
        Assert.Contains("--ledger none", Assert.Single(refused.Reasons), StringComparison.Ordinal);

        Assert.Null(ErasedIds.Find("none", _line.At("ledger")));
        Assert.Null(ErasedIds.Find(named: null, set: null));

        var id = TipId.Draw();
        File.WriteAllText(_line.At("ledger"), $"{id}\n00112233");
        var found = ErasedIds.Find(named: null, _line.At("ledger"))!;
        Assert.Equal(id, Assert.Single(found.Ids));
        Assert.True(found.IsTorn);
    }

    [Fact]
    public async Task A_file_within_the_data_directory_or_in_none_is_refused_at_the_start()
    {
        await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync(_line.At("data/ledger")));
        await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync(_line.At("nowhere/ledger")));
    }

    private Task<string[]> LinesAsync() => File.ReadAllLinesAsync(_line.At("ledger"), TestContext.Current.CancellationToken);

    private Task<RunningHost> StartAsync(string file) => RunningHost.StartAsync(new HostSetup
    {
        DataDirectory = _line.At("data"),
        Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Backup:LedgerFile"] = file },
    });
}
