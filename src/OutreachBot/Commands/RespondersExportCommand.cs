using System.CommandLine;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Responders;
using OutreachBot.Responders.Sheets;
using OutreachBot.Starting;
using OutreachBot.Transactions;

namespace OutreachBot.Commands;

/// <summary><c>responders export FILE --second USER [--passphrase-file F] [--second-passphrase-file F]</c></summary>
/// <remarks>The list of those who help is what a trafficker would pay for: it takes two people, and is seen.</remarks>
internal static class RespondersExportCommand
{
    private const string SecondFile = "--second-passphrase-file";

    public static Command Create(CommandFrame frame)
    {
        var file = new Argument<string>("FILE") { Description = "A new file; nobody else on this machine may read it." };
        var second = new Option<string>("--second") { Description = "The other coordinator (r_…).", HelpName = "USER", Required = true };
        var passphraseFile = PassphraseInput.Option();
        var secondFile = new Option<string?>(SecondFile) { Description = "As --passphrase-file, the other's.", HelpName = "F" };
        return frame.Leaf(
            "export",
            "Writes the sheet of everybody on file, with names and numbers. It takes two coordinators, and is written into the audit.",
            run => ExportAsync(run, new Request(
                run.Parsed.GetRequiredValue(file), run.Parsed.GetRequiredValue(second), run.Parsed.GetValue(passphraseFile), run.Parsed.GetValue(secondFile))),
            file, second, passphraseFile, secondFile);
    }

    private static async Task<int> ExportAsync(CommandRun run, Request request)
    {
        if (Path.Exists(request.File))
        {
            throw new StartRefusedException($"{request.File} is there already, and is not written over. Name another file.");
        }
        await using var host = await run.OpenHostAsync();
        if (!ResponderId.TryParse(request.Second, out var second))
        {
            throw new StartRefusedException("--second is no coordinator's id. See 'responders list' for their ids.");
        }
        var people = await AgreeAsync(run, host.Services, request, second);
        var export = host.Services.GetRequiredService<ResponderExport>();
        await using var file = Create(request.File);

        // The line is durable before a number leaves: a sheet that nobody can tell of must not be.
        var result = await host.Services.GetRequiredService<ITransactions>().RunAsync(unit => export.Take(unit, people.Actors), run.Cancellation);
        await WriteAsync(request.File, file, result.Sheet, run.Cancellation);
        await JsonLines.WriteAsync(run, new { result.Exported, result.SamplesLeftOut });
        await run.SayAsync($"Written to {request.File}, for its owner's eyes alone. Lock it away, and delete it when it has served.");
        if (result.Silent > 0)
        {
            await run.SayAsync($"{result.Silent} of them opted out or are suspended. The sheet doesn't show it, and importing it undoes neither.");
        }
        return ExitCode.Done;
    }

    private static async Task<TwoPeople> AgreeAsync(CommandRun run, IServiceProvider services, Request request, ResponderId second)
    {
        var unlocking = services.GetRequiredService<KeyUnlocking>();
        var mine = await PassphraseInput.TakeAsync(run, request.PassphraseFile, "Your passphrase: ");
        var hers = await PassphraseInput.TakeAsync(run, request.SecondPassphraseFile, $"The passphrase of {second}: ", SecondFile);
        using var first = await unlocking.UnlockAsync(mine, run.Cancellation);
        using var other = await unlocking.UnlockAsync(hers, run.Cancellation);
        var (people, refusal) = await services.GetRequiredService<ITransactions>().RunAsync(
            unit => TwoPeople.Check(
                unit, services.GetRequiredService<Recipients>(), services.GetRequiredService<IResponders>(), first, other, second),
            run.Cancellation);
        return people ?? throw new StartRefusedException($"{refusal} Nothing was exported.");
    }

    private static FileStream Create(string path)
    {
        try
        {
            return OwnerOnly.CreateFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{path} can't be written ({e.Message}). Nothing was exported.");
        }
    }

    private static async Task WriteAsync(string path, FileStream file, byte[] sheet, CancellationToken cancellationToken)
    {
        try
        {
            await file.WriteAsync(sheet, cancellationToken);
            file.Flush(flushToDisk: true);
        }
        catch (IOException e)
        {
            File.Delete(path);
            throw new StartRefusedException($"{path} can't be written ({e.Message}). It was deleted; the audit tells of the attempt.");
        }
    }

    private sealed record Request(string File, string Second, string? PassphraseFile, string? SecondPassphraseFile);
}
