using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OutreachBot.Alerts;
using OutreachBot.Backups;
using OutreachBot.Commands;
using OutreachBot.Responders;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Storage.Sqlite.Copies;
using OutreachBot.Tests.Adversaries;
using OutreachBot.Tests.Commands;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Backups;

/// <summary>A backup put over a living line: what protects anybody now is not undone, and only what is missing comes.</summary>
public sealed class RestoreOverTests : IAsyncLifetime
{
    private BackedUpLine _line = null!;
    private string _tip = "";

    public async ValueTask InitializeAsync()
    {
        _line = await BackedUpLine.MakeAsync();
        _tip = await _line.House.TellAsync("a story");
        await OfferAsync("data", _tip, _line.House.Clara);
        await _line.BackUpAsync();
    }

    public ValueTask DisposeAsync()
    {
        _line.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Every table, byte by byte: who has a conflict, was named, has closed a case, has new digits or left, or has covered her thread, since.</summary>
    [Fact]
    public async Task Nothing_that_is_here_goes_back_to_what_it_was()
    {
        await ChangeAllAsync();
        var before = StoreDump.Of(_line.At("data"));

        var outcome = await _line.RestoreAsync("data");

        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Contains("What is here stayed as it is. 0 reports", outcome.Error, StringComparison.Ordinal);
        var change = Assert.Single(StoreDump.Difference(before, StoreDump.Of(_line.At("data"))));
        Assert.StartsWith("+audit ", change, StringComparison.Ordinal);
    }

    /// <summary>The same backup holds all of it as it was: were it put in place, this would be found.</summary>
    [Fact]
    public async Task Where_the_store_is_lost_it_does_go_back()
    {
        await ChangeAllAsync();
        _line.GiveKey();

        await _line.RestoreAsync(more: ["--ledger", "none"]);

        var gone = StoreDump.Difference(StoreDump.Of(_line.At("data")), StoreDump.Of(_line.At("new")));
        Assert.All(new[] { "alert", "tip", "tip_seal", "responder", "responder_pin", "recipient", "person", "case_key" }, table =>
            Assert.Contains(gone, row => row.StartsWith($"-{table} ", StringComparison.Ordinal)));
        Assert.Equal(0, _line.Sql("new", HasConflict()));
    }

    [Fact]
    public async Task A_conflict_declared_since_stays_and_so_does_somebody_named_since_and_a_case_closed_since()
    {
        await ChangeAllAsync();

        await _line.RestoreAsync("data");

        Assert.Equal(1, _line.Sql("data", HasConflict()));
        CoordinatorsOnFile.AssertRefused(await _line.OpenAsync("data", _tip, "clara"));
        Assert.Equal("closed", await _line.StateAsync("data", _tip));
    }

    [Fact]
    public async Task A_report_that_came_since_stays_and_one_that_is_missing_comes_back_with_all_that_is_its_own()
    {
        var newer = await _line.House.TellAsync("since then");
        await OfferAsync("data", newer, _line.House.Clara);
        var before = StoreDump.Of(_line.At("data"));
        foreach (var table in new[] { "tip_seal", "alert", "tip_code", "medium", "alike" })
        {
            _line.Sql("data", $"DELETE FROM {table} WHERE {(table == "alike" ? "first" : "tip")} = x'{_tip}'");
        }
        _line.Sql("data", $"DELETE FROM tip WHERE id = x'{_tip}'");
        _line.Sql("data", "UPDATE alert_standing SET load = 1");

        var outcome = await _line.RestoreAsync("data");

        Assert.Contains("1 reports that were missing came back", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("a story", (await _line.OpenAsync("data", _tip, "elena")).Out, StringComparison.Ordinal);
        Assert.Contains("since then", (await _line.OpenAsync("data", newer, "elena")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain(StoreDump.Difference(before, StoreDump.Of(_line.At("data"))), d => !d.StartsWith("+audit ", StringComparison.Ordinal));
    }

    /// <summary>As on a new machine where somebody ran a command before the restore: a store is there, and nobody in it.</summary>
    [Fact]
    public async Task Where_there_are_neither_keys_nor_people_yet_they_come()
    {
        _line.GiveKey();
        await _line.OnAsync("new", "doctor");

        await _line.RestoreAsync();

        Assert.Equal((await _line.OnAsync("data", "responders", "list")).Out, (await _line.OnAsync("new", "responders", "list")).Out);
        Assert.Contains("a story", (await _line.OpenAsync("new", _tip, "elena")).Out, StringComparison.Ordinal);
    }

    /// <summary>A process that is killed on the way leaves only what lies in a file then.</summary>
    [Fact]
    public void While_it_is_looked_over_no_file_holds_any_of_it()
    {
        var canary = Enumerable.Repeat((byte)0xC7, 64).ToArray();
        using var staged = StagedStore.Begin([.. Migration.All.Select(m => m.Number)], NullLogger.Instance);

        staged.Fill(Rows(), NullLogger.Instance);

        Assert.Equal(2, staged.Beside(Path.Combine(_line.At("data"), "outreach.db")).Read("SELECT count(*) FROM main.tip_seal WHERE length(seal) = 64"));
        Assert.False(Lies());

        IEnumerable<BackupItem> Rows()
        {
            yield return new BackupTable("tip_seal", ["tip", "id", "seal"]);
            yield return new BackupRow([new byte[16], new byte[16], canary]);
            Assert.False(Lies());
            yield return new BackupRow([new byte[16], Enumerable.Repeat((byte)1, 16).ToArray(), canary]);
            Assert.False(Lies());
        }

        bool Lies() => Directory.EnumerateFiles(_line.At(""), "*", SearchOption.AllDirectories)
            .Any(f => File.ReadAllBytes(f).AsSpan().IndexOf(canary.AsSpan(0, 32)) >= 0);
    }

    [Theory]
    [InlineData(490_000, null, 490_000)] // a new machine looks back as far as the lost one did
    [InlineData(490_000, 494_000, 490_000)] // also when it was started before the restore
    [InlineData(null, null, -1)] // the backup is older than the first day with a provider: from the backup on
    public async Task A_new_machine_looks_for_copies_at_the_provider_from_where_the_lost_one_began(int? backedUp, int? started, int expected)
    {
        Since("data", backedUp);
        await _line.BackUpAsync("copies");
        _line.GiveKey();
        Directory.CreateDirectory(_line.At("new"));
        await _line.OnAsync("new", "tips", "list");
        Since("new", started);
        _line.Sql("new", "INSERT INTO meta VALUES ('copies_seen_gone', '494000')");

        await _line.RestoreAsync(backup: "copies");

        var since = _line.Sql("new", "SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'copies_since'");
        Assert.Equal(expected < 0 ? DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 3600 : expected, since, expected < 0 ? 1.0 : 0.0);
        Assert.Equal(0, _line.Sql("new", "SELECT count(*) FROM meta WHERE name = 'copies_seen_gone'"));

        void Since(string directory, int? hour)
        {
            if (hour is not null)
            {
                _line.Sql(directory, $"INSERT INTO meta VALUES ('copies_since', '{hour}')");
            }
        }
    }

    [Fact]
    public async Task A_last_line_of_the_ledger_that_is_cut_off_is_passed_over_and_said()
    {
        _line.GiveKey();
        var ledger = _line.House.Write("ids", $"{_tip}\n00112233");
        await File.WriteAllTextAsync(ledger, $"{_tip}\n00112233", TestContext.Current.CancellationToken);

        var outcome = await _line.RestoreAsync(more: ["--ledger", ledger]);

        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Contains("Warning: the ledger's last line is cut off", outcome.Error, StringComparison.Ordinal);
        Assert.Null(await _line.StateAsync("new", _tip));
    }

    private async Task ChangeAllAsync()
    {
        await _line.DoAsync("data", (services, unit) =>
        {
            var alerts = services.GetRequiredService<IAlertStore>();
            var tips = services.GetRequiredService<ITipStore>();
            var alert = Assert.Single(alerts.OfTip(unit, BackedUpLine.IdOf(_tip)));
            alerts.Save(unit, alert with { State = AlertState.Conflicted });
            Assert.True(ResponderId.TryParse(_line.House.Clara, out var clara));
            var tip = tips.Find(unit, BackedUpLine.IdOf(_tip))!;
            tips.Save(unit, tip with { State = TipState.Closed, Outcome = CaseOutcome.Protected });
            tips.Save(unit, tip.Id, tips.DiscretionOf(unit, tip.Id).KeepingAway([clara]));
            var responders = services.GetRequiredService<IResponders>();
            responders.Save(unit, responders.Find(unit, clara)! with { OptedOut = true });
        });
        // Sealed anew, digits chosen, a thread covered, and a number owed.
        Assert.Equal(ExitCode.Done, (await _line.House.RunAsync("keys", "rotate", "--passphrase-file", _line.At("elena"), "--new-passphrase-file", _line.House.Write("elena2", "another long phrase of hers"))).ExitCode);
        _line.Sql("data", $"UPDATE tip_seal SET id = x'{new string('7', 32)}'");
        _line.Sql("data", "INSERT INTO responder_pin SELECT id, x'0102' FROM responder");
        _line.Sql("data", "INSERT INTO person VALUES (1, x'01', x'0102', 1, 1)");
        _line.Sql("data", $"INSERT INTO case_key VALUES (x'{_tip}', x'01', x'02')");
    }

    private Task OfferAsync(string directory, string tip, string responder) => _line.DoAsync(directory, (services, unit) =>
    {
        Assert.True(ResponderId.TryParse(responder, out var id));
        services.GetRequiredService<IAlertStore>().Save(unit, Some.Alert(BackedUpLine.IdOf(tip), id));
    });

    private string HasConflict() => $"SELECT CASE state WHEN 'Conflicted' THEN 1 ELSE 0 END FROM alert WHERE tip = x'{_tip}'";
}
