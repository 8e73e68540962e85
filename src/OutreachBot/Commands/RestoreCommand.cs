using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Options;
using OutreachBot.Backups;
using OutreachBot.Hosting;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Age;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Settings;
using OutreachBot.Starting;
using OutreachBot.Storage.Sqlite.Copies;

namespace OutreachBot.Commands;

/// <summary><c>restore FILE [--passphrase-file F] [--ledger FILE]</c></summary>
internal static class RestoreCommand
{
    private const string Unchanged = "Nothing was changed.";

    public static Command Create(CommandFrame frame)
    {
        var file = new Argument<string>("FILE") { Description = "As 'backup' wrote it." };
        var sheet = new Option<string?>(PassphraseInput.FileOption) { Description = "The recovery sheet, or a file with its long line.", HelpName = "F" };
        var ledger = new Option<string?>("--ledger") { Description = "What was erased since: a file of ids, the former data directory, or 'none'. Without it the file of Backup__LedgerFile, if that is set.", HelpName = "FILE" };
        return frame.Leaf(
            "restore",
            "Puts a backup back: into an empty data directory, or what is missing in a store of the same installation. What is there stays as it is, and what was erased since stays erased.",
            run => RestoreAsync(run, new Request(
                run.Parsed.GetRequiredValue(file), run.Parsed.GetValue(sheet), run.Parsed.GetValue(ledger))),
            file, sheet, ledger);
    }

    private static async Task<int> RestoreAsync(CommandRun run, Request request)
    {
        var (made, ledger, done) = await PutBackAsync(run, request);
        await using (await run.OpenHostAsync())
        {
            // Its start has taken away what was erased since.
        }
        await JsonLines.WriteAsync(run, new { Hour = made, Over = done.WasThere, Ledger = ledger is not null || done.WasThere, done.Added });
        await run.SayAsync(done.WasThere
            ? string.Create(CultureInfo.InvariantCulture, $"What is here stayed as it is. {done.Added} reports that were missing came back, as of {made.UtcDateTime:yyyy-MM-dd HH}:00 UTC.")
            : string.Create(CultureInfo.InvariantCulture, $"Restored as of {made.UtcDateTime:yyyy-MM-dd HH}:00 UTC. Whoever was in a conversation begins anew, and no number that an answer was owed to is left."));
        await TellLedgerAsync(run, ledger, done);
        if (!done.KeepsChain)
        {
            await run.SayAsync("The audit here and the backup's go apart, and the one here was kept.");
        }
        return ExitCode.Done;
    }

    private static async Task<(DateTimeOffset Made, ErasedIds? Ledger, StoreAddition Done)> PutBackAsync(CommandRun run, Request request)
    {
        await using var rooms = OpenHost.Unopened(run.Data, run.Flows);
        rooms.Services.GetRequiredService<IStartupValidator>().Validate();
        var ledger = ErasedIds.Find(request.Ledger, rooms.Services.GetRequiredService<IOptions<BackupOptions>>().Value.LedgerFile);
        using var key = KeyOf(rooms.Services.GetRequiredService<ServerKeySource>());
        await using var file = Open(request.File);
        using var sheet = await SheetAsync(run, request.Sheet);
        using var plain = AgeReader.TryOpen(file, sheet, out var reader, out var fault) ? reader : throw Refused(request.File, Sentence(fault));
        try
        {
            using var backup = BackupReading.TryBegin(plain) ?? throw Refused(request.File, "It is sealed to this sheet, but it is no backup.");
            Check(request.File, backup.Header, key);
            using var place = RestorePlace.Take(run.Data);
            var logger = rooms.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(StagedStore).FullName!);
            using var staged = StagedStore.Begin(backup.Header.Migrations, logger);
            staged.Fill(backup.Items(key.DeriveBytes(BackupWriting.MacUse, ServerKey.Size)), logger);
            RefuseSwapped(staged, rooms.Services.GetRequiredService<IOptions<KeysOptions>>().Value.RecoveryFingerprint);
            var now = rooms.Services.GetRequiredService<TimeProvider>().GetUtcNow();
            var done = place.Put(staged, new StoreCompletion(run.Data, logger), ledger?.Ids ?? [], backup.Header.Hour, now);
            return (backup.Header.Hour, ledger, done);
        }
        catch (InvalidDataException damaged)
        {
            throw Refused(request.File, damaged.Message);
        }
    }

    private static ServerKey KeyOf(ServerKeySource source) => source.Find() ?? throw new StartRefusedException(
        $"The server key is in no backup, and there is none here. Put the installation's own at {source.KeyFile}, or give it as Keys__ServerKey. {Unchanged}");

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StartRefusedException($"{path}: there is no such file. {Unchanged}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{path} can't be read ({e.GetType().Name}). {Unchanged}");
        }
    }

    private static async Task<AgeIdentity> SheetAsync(CommandRun run, string? file)
    {
        var line = await PassphraseInput.TakeAsync(run, file, "The long line of the recovery sheet: ");
        return AgeIdentity.TryParse(line.Reveal(), out var identity)
            ? identity
            : throw new StartRefusedException($"A backup is opened by the recovery sheet alone, and that is none, or it is damaged: a whole AGE-SECRET-KEY-1… is wanted. {Unchanged}");
    }

    private static void Check(string path, BackupHeader header, ServerKey key)
    {
        if (header.Version > BackupHeader.KnownVersion || header.Migrations.Except(Storage.Sqlite.Migration.All.Select(m => m.Number)).Any())
        {
            throw Refused(path, "It was made by a newer OutreachBot: use that version.");
        }
        if (!header.IsOf(key))
        {
            throw Refused(path, "It is of another installation than the server key here.");
        }
    }

    private static void RefuseSwapped(StagedStore staged, string? pinned)
    {
        if (pinned is not null && RecipientRing.Of(staged.Recipients(), pinned).IsSwapped)
        {
            throw new StartRefusedException($"Keys__RecoveryFingerprint names another recovery key than the backup's. Set it to the one on the sheet of then, and to the new one once new keys are made. {Unchanged}");
        }
    }

    private static string Sentence(AgeFault fault) => fault switch
    {
        AgeFault.NotAge => "It is no backup.",
        AgeFault.NoMatch => "It is sealed to another recovery sheet than this one.",
        _ => "It is damaged, or was cut short.",
    };

    private static StartRefusedException Refused(string path, string why) => new($"{path}: {why} {Unchanged}");

    private static async Task TellLedgerAsync(CommandRun run, ErasedIds? ledger, StoreAddition done)
    {
        if (ledger is { IsTorn: true })
        {
            await run.SayAsync("Warning: the ledger's last line is cut off, and was passed over. One report that was erased may be back.");
        }
        await run.SayAsync((ledger, done.WasThere) switch
        {
            (not null, _) => "What was erased or withdrawn since, by the ledger, stays so.",
            (null, true) => "What was erased or withdrawn here since stays so.",
            _ => "Warning: no ledger was given, so what was erased or withdrawn after the backup was made is back. With Backup__LedgerFile's file, or the former data directory, restore again with --ledger.",
        });
    }

    private sealed record Request(string File, string? Sheet, string? Ledger);
}
