using System.CommandLine;
using OutreachBot.Audit;
using OutreachBot.Backups;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Age;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Starting;
using OutreachBot.Storage.Sqlite.Copies;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Commands;

/// <summary><c>backup FILE</c></summary>
internal static class BackupCommand
{
    public static Command Create(CommandFrame frame)
    {
        var file = new Argument<string>("FILE") { Description = "A new file." };
        return frame.Leaf(
            "backup",
            "Writes a copy sealed to the recovery sheet, beside a running server too. Conversations and numbers owed are not in it.",
            run => BackupAsync(run, run.Parsed.GetRequiredValue(file)),
            file);
    }

    private static async Task<int> BackupAsync(CommandRun run, string path)
    {
        NewFile.RefuseIfTaken(path);
        await using var host = await run.OpenHostAsync();
        var (transactions, audit) = (host.Services.GetRequiredService<ITransactions>(), host.Services.GetRequiredService<IAudit>());
        var recipient = RecipientOf(await transactions.RunAsync(host.Services.GetRequiredService<Recipients>().Get, run.Cancellation));
        var file = NewFile.Create(path);
        try
        {
            await transactions.RunAsync(unit => audit.Append(unit, new AuditEntry(RestoreStart.Actor, AuditActs.BackupMade, Tip: null, Reason: null)), run.Cancellation);
            var key = host.Services.GetRequiredService<ServerKey>();
            using var picture = StorePicture.Open(run.Data);
            var hour = Tip.HourOf(host.Services.GetRequiredService<TimeProvider>().GetUtcNow());
            var header = new BackupHeader(BackupHeader.KnownVersion, picture.Migrations, KeyStart.CheckOf(key), hour);
            await using var lines = new LineStream(BackupWriting.Lines(header, picture.Items(BackupContents.Copied), key.DeriveBytes(BackupWriting.MacUse, ServerKey.Size)));
            await AgeFile.SealAsync(lines, file, [recipient], run.Cancellation);
            file.Flush(flushToDisk: true);
            await JsonLines.WriteAsync(run, new { picture.Tips, Bytes = file.Length, Hour = hour });
        }
        catch (Exception e)
        {
            await file.DisposeAsync();
            File.Delete(path);
            throw e is IOException ? new StartRefusedException($"{path} can't be written ({e.Message}). Free some space, or name another file.") : e;
        }
        await file.DisposeAsync();
        await run.SayAsync($"Sealed to {path}. Putting it back takes the recovery sheet, which alone opens it, and the server key, which is not in it.");
        return ExitCode.Done;
    }

    private static AgeRecipient RecipientOf(RecipientRing ring) => ring switch
    {
        { Recovery: null } => throw new StartRefusedException("There is no recovery sheet yet that a backup could be sealed to. Run 'keys new' first."),
        { Provisional: not null } => throw new StartRefusedException("An earlier 'keys new' was cut off, and a backup would hold a key that is to be destroyed. Run it again first."),
        { Recovery: { } recovery } => AgeRecipient.TryParse(recovery.PublicKey, out var key)
            ? key
            : throw new StartRefusedException("The recovery key in the database is damaged, so nothing can be sealed to it. Run 'doctor'."),
    };
}
