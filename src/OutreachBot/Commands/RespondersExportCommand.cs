using System.CommandLine;
using OutreachBot.Responders.Sheets;
using OutreachBot.Transactions;

namespace OutreachBot.Commands;

/// <summary><c>responders export FILE --second USER [--passphrase-file F] [--second-passphrase-file F]</c></summary>
/// <remarks>The list of those who help is what a trafficker would pay for: it takes two people, and is seen.</remarks>
internal static class RespondersExportCommand
{
    public static Command Create(CommandFrame frame)
    {
        var file = new Argument<string>("FILE") { Description = "A new file; nobody else on this machine may read it." };
        var second = new SecondPerson(required: true);
        var passphraseFile = PassphraseInput.Option();
        return frame.Leaf(
            "export",
            "Writes the sheet of everybody on file, with names and numbers. It takes two coordinators, and is written into the audit.",
            run => ExportAsync(run, run.Parsed.GetRequiredValue(file), second, run.Parsed.GetValue(passphraseFile)),
            [file, .. second.Options, passphraseFile]);
    }

    private static async Task<int> ExportAsync(CommandRun run, string path, SecondPerson second, string? passphraseFile)
    {
        NewFile.RefuseIfTaken(path);
        await using var host = await run.OpenHostAsync();
        using var release = await second.AgreeAsync(run, host.Services, passphraseFile);
        var export = host.Services.GetRequiredService<ResponderExport>();
        await using var file = NewFile.Create(path);

        // The line is durable before a number leaves: a sheet that nobody can tell of must not be.
        var result = await host.Services.GetRequiredService<ITransactions>().RunAsync(unit => export.Take(unit, release.People.Actors), run.Cancellation);
        await NewFile.WriteAsync(file, path, result.Sheet, run.Cancellation);
        await JsonLines.WriteAsync(run, new { result.Exported, result.SamplesLeftOut });
        await run.SayAsync($"Written to {path}, for its owner's eyes alone. Lock it away, and delete it when it has served.");
        if (result.Silent > 0)
        {
            await run.SayAsync($"{result.Silent} of them opted out or are suspended. The sheet doesn't show it, and importing it undoes neither.");
        }
        return ExitCode.Done;
    }
}
