using System.CommandLine;
using OutreachBot.Hosting;
using OutreachBot.Responders.Sheets;
using OutreachBot.Transactions;

namespace OutreachBot.Commands;

/// <summary><c>responders import FILE [--dry-run]</c>, and its siblings.</summary>
internal static class RespondersCommands
{
    private const long LargestFile = 32 << 20;

    /// <summary>What fits a screen or two: a slip in all lines is seen in the first.</summary>
    private const int MostFaultsTold = 50;

    public static Command Create(CommandFrame frame) => new("responders", "Who can be asked to act.")
    {
        Import(frame),
        RespondersListCommand.Create(frame),
        RespondersExportCommand.Create(frame),
        RespondersLeaving.Suspend(frame),
        RespondersLeaving.Retire(frame),
        RespondersLeaving.ResetPin(frame),
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
        var isNew = !run.Data.HasLine();
        var (read, faults) = await ReadAsync(run, path);
        if (faults.Count > 0)
        {
            await TellAsync(run, faults);
            return ExitCode.Refused;
        }
        if (dryRun && isNew)
        {
            return await TellAsync(run, ImportResult.AllNew(read.People.Count), read, dryRun);
        }
        await using var host = await run.OpenOrBeginAsync();
        var import = host.Services.GetRequiredService<ResponderImport>();
        var result = await host.Services.GetRequiredService<ITransactions>()
            .RunAsync(unit => import.Apply(unit, read, dryRun), run.Cancellation);
        if (result.Faults.Count > 0)
        {
            await TellAsync(run, result.Faults);
            return ExitCode.Refused;
        }
        return await TellAsync(run, result, read, dryRun);
    }

    // A sheet that can't be taken in begins no line: it is read before one is opened.
    private static async Task<(PeopleRead People, IReadOnlyList<SheetFault> Faults)> ReadAsync(CommandRun run, string path)
    {
        await using var rooms = OpenHost.Unopened(run.Data, run.Flows);
        return ResponderImport.Read(rooms.Services.GetRequiredService<ResponderLineReader>(), await File.ReadAllBytesAsync(path, run.Cancellation));
    }

    private static async Task<int> TellAsync(CommandRun run, ImportResult result, PeopleRead read, bool dryRun)
    {
        foreach (var id in result.Namesakes)
        {
            await run.SayAsync($"{id} has the name, institution and role of somebody new. If it is the same woman with a new number: responders retire {id}.");
        }
        foreach (var newcomer in result.Arrivals.Take(MostFaultsTold))
        {
            await run.SayAsync($"line {newcomer.Line}: new on file, {newcomer.Role.ToString().ToLowerInvariant()}{(dryRun ? "" : $", {newcomer.Id}")}.");
        }
        if (result.Arrivals.Count > 0)
        {
            await run.SayAsync("Whoever was retired and still stands in the sheet is among these: retire her again, and take her line out of the sheet.");
        }
        if (result.KeysDestroyed > 0)
        {
            await run.SayAsync($"{result.KeysDestroyed} {(result.KeysDestroyed == 1 ? "key of a sample was" : "keys of samples were")} destroyed: what they opened is opened with the recovery sheet. Give a coordinator one of her own: users add, or keys recover.");
        }
        if (result.Added > 0 && !read.Columns.Contains(FurtherColumns.TrainedOn))
        {
            await run.SayAsync("The sheet has no column trained_on: by importing it you vouch that everybody in it is trained.");
        }
        await JsonLines.WriteAsync(run, new { result.Added, result.Updated, result.Unchanged, result.SamplesRemoved, DryRun = dryRun });
        await run.SayAsync(dryRun ? "Nothing was written: this was a dry run." : "Each is greeted once before her first alert, and may decline.");
        return ExitCode.Done;
    }

    private static async Task TellAsync(CommandRun run, IReadOnlyList<SheetFault> faults)
    {
        foreach (var fault in faults.Take(MostFaultsTold))
        {
            await run.SayAsync(fault.ToString());
        }
        if (faults.Count > MostFaultsTold)
        {
            await run.SayAsync($"… and {faults.Count - MostFaultsTold} more, down to line {faults.Max(f => f.Line)}.");
        }
        await run.SayAsync($"Nothing was imported: {faults.Count} to mend.");
    }
}
