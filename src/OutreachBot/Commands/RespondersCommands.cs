using System.CommandLine;
using OutreachBot.Responders;
using OutreachBot.Responders.Sheets;
using OutreachBot.Transactions;

namespace OutreachBot.Commands;

/// <summary><c>responders import FILE [--dry-run]</c>, <c>responders list</c>, <c>responders suspend ID [--back]</c></summary>
internal static class RespondersCommands
{
    private const long LargestFile = 32 << 20;

    public static Command Create(CommandFrame frame) => new("responders", "Who can be asked to act.")
    {
        Import(frame),
        frame.Leaf("list", "One line for each: id, role, coverage. No numbers.", ListAsync),
        Suspend(frame),
    };

    private static Command Import(CommandFrame frame)
    {
        var file = new Argument<string>("FILE") { Description = "CSV, UTF-8, with a header; see docs/responders.md." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would be done, and does nothing." };
        return frame.Leaf(
            "import",
            "Takes a sheet of responders in: all of it, or nothing.",
            run => ImportAsync(run, run.Parsed.GetRequiredValue(file), run.Parsed.GetValue(dryRun)),
            file, dryRun);
    }

    private static async Task<int> ImportAsync(CommandRun run, string path, bool dryRun)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length > LargestFile)
        {
            await run.SayAsync(file.Exists ? $"{path}: larger than 32 MB. Split it." : $"{path}: there is no such file.");
            return ExitCode.Refused;
        }
        await using var host = await run.OpenHostAsync();
        var import = host.Services.GetRequiredService<ResponderImport>();
        var (read, faults) = import.Read(await File.ReadAllBytesAsync(path, run.Cancellation));
        foreach (var fault in faults)
        {
            await run.SayAsync(fault.ToString());
        }
        if (faults.Count > 0)
        {
            await run.SayAsync($"Nothing was imported: {faults.Count} to mend.");
            return ExitCode.Refused;
        }
        var result = await host.Services.GetRequiredService<ITransactions>()
            .RunAsync(unit => import.Apply(unit, read, dryRun), run.Cancellation);
        await JsonLines.WriteAsync(run, new { result.Added, result.Updated, result.Unchanged, result.SamplesRemoved, DryRun = dryRun });
        await run.SayAsync(dryRun ? "Nothing was written: this was a dry run." : "Each is greeted once before her first alert, and may decline.");
        return ExitCode.Done;
    }

    private static async Task<int> ListAsync(CommandRun run)
    {
        await using var host = await run.OpenHostAsync();
        var responders = host.Services.GetRequiredService<IResponders>();
        foreach (var responder in await host.Services.GetRequiredService<ITransactions>().RunAsync(responders.All, run.Cancellation))
        {
            await JsonLines.WriteAsync(run, new
            {
                Id = responder.Id.ToString(),
                responder.Name,
                Role = responder.Role.ToString().ToLowerInvariant(),
                responder.Country,
                responder.Areas,
                Languages = responder.Languages.Select(l => l.ToString()),
                Competences = responder.Competences.Count == 0 ? ["all"] : responder.Competences,
                responder.Institution,
                responder.OnDuty,
                responder.OptedOut,
                responder.Suspended,
                Sample = responder.IsSample,
            });
        }
        return ExitCode.Done;
    }

    private static Command Suspend(CommandFrame frame)
    {
        var id = new Argument<string>("ID") { Description = "As 'responders list' shows it: r_ and 32 digits." };
        var back = new Option<bool>("--back") { Description = "Lets her in again." };
        return frame.Leaf(
            "suspend",
            "Takes one out, and gives what she has to others: her phone is in other hands, or she asked for it.",
            run => SuspendAsync(run, run.Parsed.GetRequiredValue(id), !run.Parsed.GetValue(back)),
            id, back);
    }

    private static async Task<int> SuspendAsync(CommandRun run, string text, bool suspended)
    {
        if (!ResponderId.TryParse(text, out var id))
        {
            await run.SayAsync("That is no responder's id. 'responders list' shows them.");
            return ExitCode.Refused;
        }
        await using var host = await run.OpenHostAsync();
        var suspension = new Suspension(host.Services, id, suspended);
        if (!await suspension.ApplyAsync(run.Cancellation))
        {
            await run.SayAsync("Nobody has that id. 'responders list' shows them.");
            return ExitCode.Refused;
        }
        if (suspension.LeftToServer)
        {
            await run.SayAsync("She is out. What she had is given to others by the running server: the flows can't be read from here, say where with --flows DIR.");
        }
        return ExitCode.Done;
    }
}
