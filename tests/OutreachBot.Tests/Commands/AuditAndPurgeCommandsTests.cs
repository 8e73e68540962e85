using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Commands;
using OutreachBot.Hosting;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tests.Support;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Commands;

/// <summary><c>audit verify</c> and <c>tips purge</c>, as from a shell.</summary>
public sealed class AuditAndPurgeCommandsTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("outreach-audit-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_whole_chain_exits_0_and_gives_the_head_to_be_kept()
    {
        await MakeLinesAsync();

        var outcome = await RunAsync("audit", "verify");

        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        var line = JsonDocument.Parse(Assert.Single(outcome.Lines)).RootElement;
        Assert.True(line.GetProperty("whole").GetBoolean());
        Assert.Equal(2, line.GetProperty("lines").GetInt64());
        Assert.Contains($"Keep this head elsewhere: {line.GetProperty("head").GetString()}", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("would not be noticed", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_that_was_changed_exits_1_and_says_where()
    {
        await MakeLinesAsync();
        Tamper("UPDATE audit SET actor = 'nobody' WHERE number = 2");

        var outcome = await RunAsync("audit", "verify");

        Assert.Equal(ExitCode.Refused, outcome.ExitCode);
        Assert.Contains("Line 2 was changed", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Keep this head", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("""[{"line":2,"fault":"changed","other":null}]""", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tail_that_was_cut_is_found_by_a_head_and_by_a_file_of_heads()
    {
        await MakeLinesAsync();
        var head = JsonDocument.Parse((await RunAsync("audit", "verify")).Out).RootElement.GetProperty("head").GetString()!;
        await File.WriteAllTextAsync(At("heads"), $"# kept in the safe\n2026-03-02 {head}\n\n", TestContext.Current.CancellationToken);
        Assert.Contains("contains the head", (await RunAsync("audit", "verify", "--head", head)).Error, StringComparison.Ordinal);
        Tamper("DELETE FROM audit WHERE number = 2");

        Assert.Equal(ExitCode.Done, (await RunAsync("audit", "verify")).ExitCode);
        Assert.Contains("Line 2 was cut off", (await RunAsync("audit", "verify", "--head", head)).Error, StringComparison.Ordinal);
        var byFile = await RunAsync("audit", "verify", "--head-file", At("heads"));
        Assert.Equal(ExitCode.Refused, byFile.ExitCode);
        Assert.Contains("Line 2 was cut off", byFile.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_head_is_refused_in_one_sentence()
    {
        Directory.CreateDirectory(At("data"));
        await File.WriteAllTextAsync(At("heads"), "2026-03-02 17\n", TestContext.Current.CancellationToken);

        AssertRefused(await RunAsync("audit", "verify", "--head", "17"));
        AssertRefused(await RunAsync("audit", "verify", "--head-file", At("nowhere")));
        var malformed = await RunAsync("audit", "verify", "--head-file", At("heads"));
        AssertRefused(malformed);
        Assert.Contains(":1:", malformed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Purge_says_how_many_and_a_dry_run_removes_none()
    {
        await using (var host = await OpenAsync())
        {
            var tips = host.Services.GetRequiredService<ITipStore>();
            await host.Services.GetRequiredService<ITransactions>().RunAsync(
                unit =>
                {
                    tips.Save(unit, Some.Tip() with { Hour = Tip.HourOf(unit.Now.AddDays(-731)) });
                    tips.Save(unit, Some.Tip() with { Hour = Tip.HourOf(unit.Now) });
                },
                TestContext.Current.CancellationToken);
        }

        Assert.Equal("""{"over":1,"removed":0,"dry_run":true}""", Assert.Single((await RunAsync("tips", "purge", "--dry-run")).Lines));
        Assert.Equal(2, (await RunAsync("tips", "list")).Lines.Length);
        Assert.Equal("""{"over":1,"removed":1,"dry_run":false}""", Assert.Single((await RunAsync("tips", "purge")).Lines));
        Assert.Single((await RunAsync("tips", "list")).Lines);
        Assert.Equal(ExitCode.Done, (await RunAsync("audit", "verify")).ExitCode);
    }

    private static void AssertRefused(CommandOutcome outcome)
    {
        Assert.Equal((ExitCode.Refused, ""), (outcome.ExitCode, outcome.Out));
        Assert.EndsWith(".\n", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(1, outcome.Error.Count(c => c == '\n'));
    }

    private async Task MakeLinesAsync()
    {
        await File.WriteAllTextAsync(At("pw"), "a long walk to the river", TestContext.Current.CancellationToken);
        await RunAsync("keys", "new", "--passphrase-file", At("pw"), "--out", At("sheet"));
        await RunAsync("keys", "new", "--passphrase-file", At("pw"), "--out", At("sheet2"), "--replace");
    }

    private void Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(At("data"), "outreach.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"DROP TRIGGER IF EXISTS audit_is_not_changed; DROP TRIGGER IF EXISTS audit_is_not_cut; {sql}";
        command.ExecuteNonQuery();
    }

    private Task<OpenHost> OpenAsync() => OpenHost.StartAsync(
        new(At("data")), new(RunningHost.FlowsPath()), ModeWish.TakeAsItIs, everything: false, TestContext.Current.CancellationToken);

    private Task<CommandOutcome> RunAsync(params string[] args) => CommandLineRun.RunAsync([.. args, "--data", At("data")]);

    private string At(string name) => Path.Combine(_directory, name);
}
