using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Agenda;
using OutreachBot.Starting;
using OutreachBot.Tests.Support;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Backups;

/// <summary><c>Backup__LedgerFile</c>: what was erased is known when the store is lost.</summary>
public sealed class LedgerFileTests : IAsyncLifetime
{
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
    public async Task A_file_within_the_data_directory_or_in_none_is_refused_at_the_start()
    {
        await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync(_line.At("data/ledger")));
        await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync(_line.At("nowhere/ledger")));
    }

    private Task<RunningHost> StartAsync(string file) => RunningHost.StartAsync(new HostSetup
    {
        DataDirectory = _line.At("data"),
        Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Backup:LedgerFile"] = file },
    });
}
