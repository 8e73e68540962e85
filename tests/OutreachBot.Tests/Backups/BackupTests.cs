using System.Text;
using System.Text.Json;
using OutreachBot.Backups;
using OutreachBot.Commands;
using OutreachBot.Privacy.Age;
using OutreachBot.Storage.Sqlite.Copies;
using OutreachBot.Tests.Commands;
using OutreachBot.Tests.Privacy;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Backups;

/// <summary><c>backup</c> and what it gives back on a new machine.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    private const string Canary = "7a717877766b6a71";

    private BackedUpLine _line = null!;

    public async ValueTask InitializeAsync() => _line = await BackedUpLine.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _line.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task With_the_sheet_and_the_server_key_a_new_machine_has_the_line_again()
    {
        var id = await _line.House.TellAsync("a long story with ñ");
        var hers = await _line.House.TellAsync("of Clara", keptAway: _line.House.Clara);
        await _line.OpenAsync("data", id, "elena");
        await _line.BackUpAsync();
        var (tips, people) = (await _line.TipsAsync("data"), (await _line.OnAsync("data", "responders", "list")).Out);
        var health = (await _line.OnAsync("data", "doctor")).Error;
        _line.GiveKey();

        var restored = await _line.RestoreAsync();

        Assert.Equal((ExitCode.Done, 1), (restored.ExitCode, restored.Lines.Length));
        Assert.Equal(tips, await _line.TipsAsync("new"));
        Assert.Equal(people, (await _line.OnAsync("new", "responders", "list")).Out);
        Assert.Contains("with ñ", (await _line.OpenAsync("new", id, "clara")).Out, StringComparison.Ordinal);
        Assert.Contains("of Clara", (await _line.OpenAsync("new", hers, "elena")).Out, StringComparison.Ordinal);
        CoordinatorsOnFile.AssertRefused(await _line.OpenAsync("new", hers, "clara"));
        Assert.Equal(health, (await _line.OnAsync("new", "doctor")).Error);
        var audit = await _line.OnAsync("new", "audit", "verify");
        Assert.Equal(ExitCode.Done, audit.ExitCode);
        Assert.Equal(1, _line.Sql("new", "SELECT count(*) FROM audit WHERE what = 'backup.restored'"));
        Assert.Equal(["outreach.db", "serve.lock"], Directory.EnumerateFiles(_line.At("new")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_backup_is_made_while_the_line_serves_and_goes_on_being_written_to()
    {
        await using var host = await RunningHost.StartAsync(new HostSetup { DataDirectory = _line.At("data") });
        var before = await _line.House.TellAsync("before");
        await _line.BackUpAsync();
        var after = await _line.House.TellAsync("after");
        _line.GiveKey();

        await _line.RestoreAsync();

        Assert.NotNull(await _line.StateAsync("new", before));
        Assert.Null(await _line.StateAsync("new", after));
    }

    [Fact]
    public async Task A_restored_line_serves_and_retention_goes_on()
    {
        var id = await _line.House.TellAsync("an old story", tip => tip with { Hour = tip.Hour.AddDays(-731) });
        await _line.BackUpAsync();
        _line.GiveKey();
        await _line.RestoreAsync();
        Assert.NotNull(await _line.StateAsync("new", id));

        await using (var host = await RunningHost.StartAsync(new HostSetup { DataDirectory = _line.At("new") }))
        {
            Assert.True((await host.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        }
        await _line.OnAsync("new", "tips", "purge");

        Assert.Null(await _line.StateAsync("new", id));
    }

    /// <summary>One of each of what has to be gone in days lies in the store; none of it may lie in a backup.</summary>
    [Fact]
    public async Task No_session_no_number_owed_no_message_and_no_key_of_an_epoch_or_a_day_goes_into_it()
    {
        await _line.House.TellAsync("a story");
        PlantWhatMustBeGone();
        await _line.BackUpAsync();

        var plain = await OpenAsync();

        Assert.False(HoldsWhatMustBeGone(plain));
        // The same search finds what does go in.
        Assert.Contains(Convert.ToBase64String(Convert.FromHexString("00112233445566778899aabbccddeeff")).TrimEnd('='), plain, StringComparison.Ordinal);
    }

    /// <summary>A table or a condition that is forgotten is found: each of those that stay out, moved to those that go in.</summary>
    [Fact]
    public async Task Where_one_more_table_or_row_goes_in_it_is_found()
    {
        await _line.House.TellAsync("a story");
        PlantWhatMustBeGone();
        using var picture = StorePicture.Open(new(_line.At("data")));
        var forgotten = BackupContents.Left.Where(t => t.Name != "migration").Select(t => new CopiedTable(t.Name, "*", Meeting.Joined))
            .Concat(BackupContents.Copied.Where(t => t.Which.StartsWith("WHERE", StringComparison.Ordinal) && t.Name != "recipient").Select(t => t with { Which = "" }))
            .Append(new CopiedTable("inbound", "*", Meeting.Joined))
            .ToList();
        Assert.Equal(13, forgotten.Count);

        Assert.All(forgotten, table => Assert.True(HoldsWhatMustBeGone(Plain(picture, [table])), table.Name));
        Assert.False(HoldsWhatMustBeGone(Plain(picture, BackupContents.Copied)));
    }

    [Fact]
    public async Task Where_it_is_not_sealed_a_stranger_reads_facts_in_it()
    {
        var id = await _line.House.TellAsync("se llevaron a una niña");
        using var picture = StorePicture.Open(new(_line.At("data")));

        var plain = Plain(picture, BackupContents.Copied);

        Assert.Contains("BO-020101", plain, StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String(Convert.FromHexString(id)), plain, StringComparison.Ordinal);
    }

    /// <summary>What docs/operate.md promises to whoever has no program of ours any more.</summary>
    [Fact]
    public async Task Stock_age_and_the_sheet_open_it_without_this_program_and_each_story_in_it()
    {
        AgeInteropTests.SkipWithoutAge();
        var id = await _line.House.TellAsync("a long story");
        var file = await _line.BackUpAsync();
        _line.House.Write("identity", await SheetLineAsync());

        var lines = AgeInteropTests.Run("age", "--decrypt", "--identity", _line.At("identity"), file).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("{\"outreachbot\":\"backup\"", lines[0], StringComparison.Ordinal);
        var seals = lines.SkipWhile(l => !l.StartsWith("{\"table\":\"tip_seal\"", StringComparison.Ordinal)).ToList();
        Assert.Equal("""{"table":"tip_seal","columns":["tip","id","seal"]}""", seals[0]);
        var row = JsonDocument.Parse(seals[1]).RootElement;
        Assert.Equal(id, Convert.ToHexStringLower(row[0][0].GetBytesFromBase64()));
        await File.WriteAllBytesAsync(_line.At("story.age"), row[2][0].GetBytesFromBase64(), TestContext.Current.CancellationToken);
        Assert.Contains("a long story", AgeInteropTests.Run("age", "--decrypt", "--identity", _line.At("identity"), _line.At("story.age")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_is_its_owner_s_alone_and_a_stranger_reads_no_fact_in_it()
    {
        var id = await _line.House.TellAsync("se llevaron a una niña");
        var file = await _line.BackUpAsync();

        var bytes = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));

        foreach (var fact in new[] { "niña", "BO-020101", id, "outreachbot", "tip_seal", "SQLite" })
        {
            Assert.DoesNotContain(fact, bytes, StringComparison.OrdinalIgnoreCase);
        }
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task A_coordinator_s_key_does_not_open_it_for_it_tells_of_tips_that_she_is_kept_away_from()
    {
        var file = await _line.BackUpAsync();

        CoordinatorsOnFile.AssertRefused(await _line.RestoreAsync(sheet: "elena"));
        Assert.Equal(1, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).Split("-> X25519").Length - 1);
    }

    [Fact]
    public async Task Nothing_is_written_over_and_nothing_is_sealed_to_nobody()
    {
        var file = await _line.BackUpAsync();
        CoordinatorsOnFile.AssertRefused(await _line.House.RunAsync("backup", file));

        CoordinatorsOnFile.AssertRefused(await _line.OnAsync("fresh", "backup", _line.At("other")));
        CoordinatorsOnFile.AssertRefused(await _line.House.RunAsync("backup", _line.At("no/such/directory")));
        Assert.False(File.Exists(_line.At("other")));
    }

    private void PlantWhatMustBeGone()
    {
        foreach (var row in new[]
        {
            $"person VALUES (1, x'{Canary}', x'{Canary}', 1, 1)",
            $"inbound VALUES (x'00112233445566778899aabbccddeeff', 1, x'{Canary}')",
            $"outbox (id, box, purpose, due, attempts) VALUES (x'{Canary}', x'{Canary}', 'alert', 1, 0)",
            $"handed_over VALUES (x'{Canary}', 'alert', x'{Canary}', 1)",
            $"provider_copy (due, id, box, attempts) VALUES (1, x'{Canary}', x'{Canary}', 0)",
            $"held_key VALUES ('epoch', 1, 1, x'{Canary}')",
            $"held_key VALUES ('day', 1, 1, x'{Canary}')",
            $"hand_over SELECT id, x'{Canary}' FROM tip",
            $"case_key SELECT id, x'{Canary}', x'{Canary}' FROM tip",
            $"case_words SELECT id, 'Reporter', 1, x'{Canary}' FROM tip",
            $"medium SELECT x'01', x'01', 'Kept', id, NULL, x'{Canary}', 1, 0 FROM tip",
            $"medium SELECT x'02', x'02', 'Passing', id, 'Reporter', x'{Canary}', 1, 0 FROM tip",
            $"medium SELECT x'03', x'03', 'Sealed', id, NULL, x'00', 0, 0 FROM tip",
            $"medium_part VALUES (x'01', 'Locked', 0, x'{Canary}')",
            $"medium_part VALUES (x'03', 'Locked', 0, x'{Canary}')",
            $"agenda VALUES ('wake', '{Canary}', 1, 0)",
            "meta VALUES ('mode', 'live')",
            $"meta VALUES ('a_new_setting', '{Canary}')",
        })
        {
            _line.Sql("data", $"INSERT INTO {row}");
        }
    }

    private static bool HoldsWhatMustBeGone(string plain) =>
        plain.Contains(Convert.ToBase64String(Convert.FromHexString(Canary)).TrimEnd('='), StringComparison.Ordinal)
        || plain.Contains(Canary, StringComparison.OrdinalIgnoreCase);

    private static string Plain(StorePicture picture, IReadOnlyList<CopiedTable> tables) =>
        string.Concat(picture.Items(tables).Select(item => Encoding.UTF8.GetString(BackupLines.Write(item))));

    private async Task<string> SheetLineAsync() =>
        (await File.ReadAllLinesAsync(_line.At("sheet"), TestContext.Current.CancellationToken)).Single(l => l.StartsWith("AGE-SECRET", StringComparison.Ordinal));

    private async Task<string> OpenAsync()
    {
        Assert.True(AgeIdentity.TryParse(await SheetLineAsync(), out var identity));
        using (identity)
        {
            var opened = AgeFile.Open(await File.ReadAllBytesAsync(_line.At("backup"), TestContext.Current.CancellationToken), identity);
            var text = Encoding.UTF8.GetString(opened.Plain!);
            Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => JsonDocument.Parse(line).Dispose());
            return text;
        }
    }
}
