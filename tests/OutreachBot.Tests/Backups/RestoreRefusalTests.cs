using OutreachBot.Backups;
using OutreachBot.Commands;
using OutreachBot.Hosting;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Age;
using OutreachBot.Settings;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Commands;

namespace OutreachBot.Tests.Backups;

/// <summary>What a restore refuses: one clear sentence, exit code 1, nothing changed.</summary>
public sealed class RestoreRefusalTests : IAsyncLifetime
{
    private BackedUpLine _line = null!;

    public async ValueTask InitializeAsync()
    {
        _line = await BackedUpLine.MakeAsync();
        await _line.House.TellAsync("a story");
        await _line.BackUpAsync();
    }

    public ValueTask DisposeAsync()
    {
        _line.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("another sheet", "another recovery sheet")]
    [InlineData("a passphrase", "the recovery sheet alone")]
    [InlineData("a byte changed", "damaged")]
    [InlineData("a byte changed in the header", "damaged")]
    [InlineData("cut", "cut short")]
    [InlineData("cut within the header", "damaged")]
    [InlineData("empty", "no backup")]
    [InlineData("no file", "there is no such file")]
    [InlineData("a picture", "no backup")]
    [InlineData("sealed to the sheet by anybody", "no backup")]
    [InlineData("made by anybody", "not made by this installation's server")]
    [InlineData("a table of somebody's", "no backup of this program")]
    [InlineData("newer shape", "newer OutreachBot")]
    [InlineData("newer format", "newer OutreachBot")]
    [InlineData("another installation", "another installation")]
    [InlineData("no server key", "The server key is in no backup")]
    [InlineData("another server key", "another installation")]
    public async Task On_a_new_machine(string what, string sentence)
    {
        if (what != "no server key")
        {
            _line.GiveKey();
        }
        var sheet = await SpoilAsync(what);

        var outcome = await _line.RestoreAsync(sheet: sheet);

        CoordinatorsOnFile.AssertRefused(outcome);
        Assert.Contains(sentence, outcome.Error, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed.\n", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_line.At("new")));
    }

    [Theory]
    [InlineData("a byte changed")]
    [InlineData("cut")]
    [InlineData("made by anybody")]
    [InlineData("another installation")]
    public async Task Over_a_store(string what)
    {
        var before = Copy();
        await SpoilAsync(what);

        CoordinatorsOnFile.AssertRefused(await _line.RestoreAsync("data"));

        Assert.Equal(before, Copy());
    }

    [Fact]
    public async Task While_a_server_works_on_the_directory()
    {
        using (ServeLock.Take(new DataDirectory(_line.At("data"))))
        {
            CoordinatorsOnFile.AssertRefused(await _line.RestoreAsync("data"));
        }
        Assert.Equal(ExitCode.Done, (await _line.RestoreAsync("data")).ExitCode);
    }

    [Fact]
    public async Task Over_the_store_of_another_installation()
    {
        Directory.CreateDirectory(_line.At("other"));
        await _line.OnAsync("other", "tips", "list");
        File.Copy(_line.At("data.keys/server.key"), _line.At("other.keys/server.key"), overwrite: true);

        var outcome = await _line.RestoreAsync("other");

        CoordinatorsOnFile.AssertRefused(outcome);
        Assert.Contains("another server key", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_line_s_backup_over_a_demo_s_store()
    {
        _line.GiveKey();
        _line.Sql("data", "INSERT INTO meta VALUES ('mode', 'live')");
        await _line.BackUpAsync("live");
        Directory.CreateDirectory(_line.At("new"));
        await _line.OnAsync("new", "tips", "list");
        _line.Sql("new", "INSERT INTO meta VALUES ('mode', 'demo')");

        var outcome = await _line.RestoreAsync(backup: "live");

        CoordinatorsOnFile.AssertRefused(outcome);
        Assert.Contains("demo", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(0, _line.Sql("new", "SELECT count(*) FROM tip"));
    }

    [Theory]
    [InlineData("not an id\n", ":1: that is no id")]
    [InlineData("# remarks may stand there\n00112233445566778899aabbccddee\n00112233445566778899aabbccddeeff\n", ":2: that is no id")]
    [InlineData("", null)]
    public async Task A_ledger_that_is_none(string text, string? sentence)
    {
        _line.GiveKey();
        await File.WriteAllTextAsync(_line.At("ledger"), text, TestContext.Current.CancellationToken);

        var outcome = await _line.RestoreAsync(more: ["--ledger", _line.At("ledger")]);
        if (sentence is null)
        {
            Assert.Equal(ExitCode.Done, outcome.ExitCode);
            CoordinatorsOnFile.AssertRefused(await _line.RestoreAsync(more: ["--ledger", _line.At("nowhere")]));
            return;
        }
        CoordinatorsOnFile.AssertRefused(outcome);
        Assert.Contains(sentence, outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_line.At("new")));
    }

    /// <returns>The file with what is given for the sheet.</returns>
    private async Task<string> SpoilAsync(string what)
    {
        var bytes = await File.ReadAllBytesAsync(_line.At("backup"), TestContext.Current.CancellationToken);
        using var key = ServerKey.TryFrom(await File.ReadAllBytesAsync(_line.At("data.keys/server.key"), TestContext.Current.CancellationToken))!;
        using var another = ServerKey.Draw();
        var known = Migration.All.Select(m => m.Number).ToList();
        var header = new BackupHeader(BackupHeader.KnownVersion, known, KeyStart.CheckOf(key), DateTimeOffset.UnixEpoch);
        BackupItem[] foreign = [new BackupTable("person", ["id"]), new BackupRow([1L])];
        byte[]? spoiled = what switch
        {
            "a byte changed" => Changed(bytes, bytes.Length - 100),
            "a byte changed in the header" => Changed(bytes, bytes.AsSpan().IndexOf("\n--- "u8) + 10),
            "cut" => bytes[..^1000],
            "cut within the header" => bytes[..60],
            "empty" => [],
            "a picture" => [0xff, 0xd8, 0xff, 0xe0, .. bytes],
            "sealed to the sheet by anybody" => Seal([.. "hello\n"u8]),
            "made by anybody" => Seal([.. BackupWriting.Lines(header, [], another.DeriveBytes(BackupWriting.MacUse, 32)).SelectMany(l => l)]),
            "a table of somebody's" => Seal([.. BackupWriting.Lines(header, foreign, key.DeriveBytes(BackupWriting.MacUse, 32)).SelectMany(l => l)]),
            "newer shape" => Seal([.. BackupWriting.Lines(header with { Migrations = [.. known, 9999] }, [], key.DeriveBytes(BackupWriting.MacUse, 32)).SelectMany(l => l)]),
            "newer format" => Seal([.. BackupWriting.Lines(header with { Version = 2 }, [], key.DeriveBytes(BackupWriting.MacUse, 32)).SelectMany(l => l)]),
            "another installation" => Seal([.. BackupWriting.Lines(header with { Installation = KeyStart.CheckOf(another) }, [], another.DeriveBytes(BackupWriting.MacUse, 32)).SelectMany(l => l)]),
            _ => null,
        };
        if (spoiled is not null)
        {
            await File.WriteAllBytesAsync(_line.At("backup"), spoiled, TestContext.Current.CancellationToken);
        }
        switch (what)
        {
            case "no file":
                File.Delete(_line.At("backup"));
                break;
            case "another server key":
                await File.WriteAllTextAsync(_line.At("new.keys/server.key"), another.Export(), TestContext.Current.CancellationToken);
                break;
            case "another sheet":
                using (var identity = AgeIdentity.Draw())
                {
                    _line.House.Write("other-sheet", identity.Export());
                }
                return "other-sheet";
            case "a passphrase":
                return "clara";
        }
        return "sheet";
    }

    private byte[] Seal(byte[] plain)
    {
        Assert.True(AgeIdentity.TryParse(File.ReadAllLines(_line.At("sheet")).Single(l => l.StartsWith("AGE-SECRET", StringComparison.Ordinal)), out var sheet));
        using (sheet)
        {
            return AgeFile.Seal(plain, [sheet.Recipient]);
        }
    }

    private static byte[] Changed(byte[] bytes, int at)
    {
        var changed = bytes.ToArray();
        changed[at] ^= 1;
        return changed;
    }

    private List<string> Copy()
    {
        _line.Sql("data", "PRAGMA wal_checkpoint(TRUNCATE)");
        return [.. Directory.EnumerateFiles(_line.At("data")).Where(f => !f.EndsWith("serve.lock", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(f => $"{Path.GetFileName(f)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))}")];
    }
}
