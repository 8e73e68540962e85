using OutreachBot.Backups;
using OutreachBot.Commands;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Age;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Storage.Sqlite.Copies;
using OutreachBot.Tests.Commands;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Backups;

/// <summary>What came after a backup and must not be undone by it.</summary>
public sealed class RestoreLedgerTests : IAsyncLifetime
{
    private BackedUpLine _line = null!;
    private string _erased = "";
    private string _withdrawn = "";
    private string _kept = "";

    public async ValueTask InitializeAsync()
    {
        _line = await BackedUpLine.MakeAsync();
        _erased = await _line.House.TellAsync("a story that went");
        _withdrawn = await _line.House.TellAsync("a story taken back");
        _kept = await _line.House.TellAsync("a story to keep");
        await _line.BackUpAsync();
        await _line.EraseAsync("data", _erased);
        await _line.WithdrawAsync("data", _withdrawn);
    }

    public ValueTask DisposeAsync()
    {
        _line.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Over_its_own_store_what_was_erased_since_stays_erased_and_what_was_withdrawn_stays_withdrawn()
    {
        Assert.Equal(ExitCode.Done, (await _line.RestoreAsync("data")).ExitCode);

        await AssertStaysGoneAsync("data");
        Assert.Equal("withdrawn", await _line.StateAsync("data", _withdrawn));
    }

    [Theory]
    [InlineData("data")]
    [InlineData("data/outreach.db")]
    [InlineData("ids")]
    public async Task On_a_new_machine_what_was_erased_since_stays_gone_by_the_ledger(string ledger)
    {
        _line.GiveKey();
        await File.WriteAllTextAsync(_line.At("ids"), $"# erased\n{_erased}\n\n{_withdrawn}\n", TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Done, (await _line.RestoreAsync(more: ["--ledger", _line.At(ledger)])).ExitCode);

        await AssertStaysGoneAsync("new");
    }

    [Fact]
    public async Task Without_a_ledger_it_is_back_and_that_is_said()
    {
        _line.GiveKey();

        var outcome = await _line.RestoreAsync();

        Assert.Contains("Warning: no ledger", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("that went", (await _line.OpenAsync("new", _erased, "elena")).Out, StringComparison.Ordinal);

        // With it, once more.
        await _line.RestoreAsync(more: ["--ledger", _line.At("data")]);
        await AssertStaysGoneAsync("new");
    }

    [Fact]
    public async Task What_was_erased_before_it_is_gone_in_it_and_stays_so_in_an_older_one_put_back_by_its_ledger()
    {
        await _line.BackUpAsync("later");
        _line.GiveKey();
        await _line.RestoreAsync(backup: "later");

        Assert.Equal(ExitCode.Done, (await _line.RestoreAsync(backup: "backup")).ExitCode);

        await AssertStaysGoneAsync("new");
        Assert.Equal("withdrawn", await _line.StateAsync("new", _withdrawn));
    }

    [Fact]
    public async Task Cut_off_before_its_end_the_next_start_of_anything_takes_away_what_was_erased()
    {
        _line.GiveKey();
        await _line.RestoreAsync(more: ["--ledger", _line.At("data")]);
        // As it stands between the two: the report is there, the ledger knows it, the mark says that it is to be done.
        var seal = "INSERT INTO tip SELECT x'" + _erased + "', hour, municipality, department, country, kind, urgency, language, state, call_back, from_provider, complete, assigned, outcome, discretion FROM tip LIMIT 1";
        _line.Sql("new", seal);
        _line.Sql("new", "INSERT INTO meta VALUES ('restored', '')");
        Assert.Equal(1, _line.Sql("new", $"SELECT count(*) FROM tip WHERE id = x'{_erased}'"));

        await _line.TipsAsync("new");

        Assert.Equal(0, _line.Sql("new", $"SELECT count(*) FROM tip WHERE id = x'{_erased}'"));
    }

    [Fact]
    public async Task Over_its_own_store_a_key_destroyed_since_and_a_person_who_left_are_not_back_and_the_audit_is_not_cut()
    {
        Assert.Equal(ExitCode.Done, (await _line.House.RunAsync("users", "remove", "--responder", _line.House.Clara, "--passphrase-file", _line.At("elena"))).ExitCode);
        await _line.House.RunAsync("responders", "suspend", _line.House.Clara);
        await _line.OpenAsync("data", _kept, "elena");
        var (people, lines) = ((await _line.OnAsync("data", "responders", "list")).Out, _line.Sql("data", "SELECT count(*) FROM audit"));

        Assert.Equal(ExitCode.Done, (await _line.RestoreAsync("data")).ExitCode);

        CoordinatorsOnFile.AssertRefused(await _line.OpenAsync("data", _kept, "clara"));
        Assert.Contains("to keep", (await _line.OpenAsync("data", _kept, "elena")).Out, StringComparison.Ordinal);
        Assert.Equal(people, (await _line.OnAsync("data", "responders", "list")).Out);
        Assert.True(_line.Sql("data", "SELECT count(*) FROM audit") > lines);
        Assert.Equal(ExitCode.Done, (await _line.OnAsync("data", "audit", "verify")).ExitCode);
    }

    [Fact]
    public async Task Over_its_own_store_a_recovery_key_that_somebody_put_there_is_put_right()
    {
        _line.Sql("data", "UPDATE recipient SET public_key = 'age1thief' WHERE kind = 'recovery'");

        await _line.RestoreAsync("data");

        Assert.Contains("to keep", (await _line.OpenAsync("data", _kept, "sheet")).Out, StringComparison.Ordinal);
        Assert.Equal(0, _line.Sql("data", "SELECT count(*) FROM recipient WHERE public_key = 'age1thief'"));
    }

    [Fact]
    public async Task Nothing_of_what_was_erased_is_left_in_the_files()
    {
        var seals = Seals();

        await _line.RestoreAsync("data");

        foreach (var seal in seals)
        {
            Assert.DoesNotContain(Directory.EnumerateFiles(_line.At("data")), f => File.ReadAllBytes(f).AsSpan().IndexOf(seal) >= 0);
        }
    }

    [Fact]
    public async Task A_backup_of_an_earlier_build_is_brought_to_this_one_s_shape()
    {
        _line.GiveKey();
        using (var key = ServerKey.TryFrom(await File.ReadAllBytesAsync(_line.At("data.keys/server.key"), TestContext.Current.CancellationToken))!)
        {
            using var picture = StorePicture.Open(new(_line.At("data")));
            var header = new BackupHeader(1, [1, 2, 3, 4, 7, 8], KeyStart.CheckOf(key), TestStore.Start);
            var lines = BackupWriting.Lines(header, WithoutTables(picture.Items(BackupContents.Copied), "erased", "responder_pin", "figure_release"), key.DeriveBytes(BackupWriting.MacUse, 32));
            await File.WriteAllBytesAsync(_line.At("old"), AgeFile.Seal(lines.SelectMany(l => l).ToArray(), [Sheet().Recipient]), TestContext.Current.CancellationToken);
        }

        Assert.Equal(ExitCode.Done, (await _line.RestoreAsync(backup: "old")).ExitCode);

        Assert.Contains("to keep", (await _line.OpenAsync("new", _kept, "elena")).Out, StringComparison.Ordinal);
        Assert.Equal(await _line.TipsAsync("data"), await _line.TipsAsync("new"));
        Assert.Equal(Migration.All.Count, _line.Sql("new", "SELECT count(*) FROM migration"));
    }

    private async Task AssertStaysGoneAsync(string directory)
    {
        Assert.Null(await _line.StateAsync(directory, _erased));
        Assert.DoesNotContain("that went", (await _line.OpenAsync(directory, _erased, "elena")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("taken back", (await _line.OpenAsync(directory, _withdrawn, "elena")).Out, StringComparison.Ordinal);
        Assert.Equal(1, _line.Sql(directory, "SELECT count(DISTINCT tip) FROM tip_seal"));
        Assert.Contains("to keep", (await _line.OpenAsync(directory, _kept, "elena")).Out, StringComparison.Ordinal);
    }

    private List<byte[]> Seals()
    {
        using var plain = new MemoryStream(AgeFile.Open(File.ReadAllBytes(_line.At("backup")), Sheet()).Plain!);
        using var reading = BackupReading.TryBegin(plain)!;
        using var key = ServerKey.TryFrom(File.ReadAllBytes(_line.At("data.keys/server.key")))!;
        var table = "";
        var seals = new List<byte[]>();
        foreach (var item in reading.Items(key.DeriveBytes(BackupWriting.MacUse, 32)))
        {
            table = item is BackupTable named ? named.Name : table;
            if (item is BackupRow row && table == "tip_seal" && Convert.ToHexStringLower((byte[])row.Cells[0]!) is var tip && (tip == _erased || tip == _withdrawn))
            {
                seals.Add(((byte[])row.Cells[2]!)[^32..]);
            }
        }
        Assert.Equal(2, seals.Count);
        return seals;
    }

    private AgeIdentity Sheet()
    {
        Assert.True(AgeIdentity.TryParse(File.ReadAllLines(_line.At("sheet")).Single(l => l.StartsWith("AGE-SECRET", StringComparison.Ordinal)), out var sheet));
        return sheet;
    }

    private static IEnumerable<BackupItem> WithoutTables(IEnumerable<BackupItem> items, params string[] tables)
    {
        var isIn = true;
        foreach (var item in items)
        {
            isIn = item is BackupTable table ? !tables.Contains(table.Name, StringComparer.Ordinal) : isIn;
            if (isIn)
            {
                yield return item;
            }
        }
    }
}
