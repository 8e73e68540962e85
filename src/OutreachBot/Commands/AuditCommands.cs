using System.CommandLine;
using OutreachBot.Audit;
using OutreachBot.Starting;

namespace OutreachBot.Commands;

/// <summary><c>audit verify [--head H …] [--head-file F]</c> and <c>audit list</c></summary>
internal static class AuditCommands
{
    public static Command Create(CommandFrame frame)
    {
        var heads = new Option<string[]>("--head") { Description = "A head that was kept elsewhere: NUMBER:HASH.", HelpName = "H" };
        var file = new Option<string?>("--head-file") { Description = "A file of heads; without it the one of Audit__HeadFile, if that is set.", HelpName = "F" };
        return new Command("audit", "Who opened what, and why.")
        {
            frame.Leaf(
                "verify",
                "Walks the chain and says which line was changed, moved or taken out. With a head that was kept, also what was cut off its end.",
                run => VerifyAsync(run, run.Parsed.GetValue(heads) ?? [], run.Parsed.GetValue(file)),
                heads, file),
            AuditListCommand.Create(frame),
        };
    }

    private static async Task<int> VerifyAsync(CommandRun run, string[] typed, string? path)
    {
        await using var host = await run.OpenHostAsync();
        var kept = typed.Select(text => AuditHead.TryParse(text, out var head)
            ? head
            : throw new StartRefusedException("--head: that is no head. One looks like 17: and 64 hexadecimal digits, as 'audit verify' prints it.")).ToList();
        kept.AddRange(await ReadAsync(run, path, host.Services.GetRequiredService<HeadFile>().Path));
        var report = await host.Services.GetRequiredService<AuditChain>().VerifyAsync(kept, run.Cancellation);
        await JsonLines.WriteAsync(run, new
        {
            Whole = report.IsWhole,
            Lines = report.Head.Number,
            Head = report.Head.ToString(),
            HeadsCompared = kept.Count,
            report.FaultCount,
            Faults = report.Faults.Select(f => new
            {
                f.Line,
                Fault = System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(f.Kind.ToString()),
                f.Other,
            }),
        });
        await TellAsync(run, report, kept.Count);
        return report.IsWhole ? ExitCode.Done : ExitCode.Refused;
    }

    private static async Task<IReadOnlyList<AuditHead>> ReadAsync(CommandRun run, string? named, string? set)
    {
        if ((named ?? set) is not { } path)
        {
            return [];
        }
        try
        {
            return await HeadFile.ReadAsync(path, run.Cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"{(named is null ? "The file of Audit__HeadFile" : path)} can't be read ({e.GetType().Name}): whether lines were cut off can't be told. Nothing was verified.");
        }
    }

    private static async Task TellAsync(CommandRun run, AuditReport report, int compared)
    {
        foreach (var fault in report.Faults)
        {
            await run.SayAsync(fault.ToString());
        }
        if (report.FaultCount > report.Faults.Count)
        {
            await run.SayAsync($"{report.FaultCount - report.Faults.Count} more lines are not what they were.");
        }
        if (!report.IsWhole)
        {
            await run.SayAsync("Somebody wrote to the database. Keep it as it is for whoever looks into it, and compare with a backup.");
            return;
        }
        await run.SayAsync(compared == 0
            ? "The chain is whole. Lines cut off its end would not be noticed without a head kept elsewhere: give one with --head."
            : $"The chain is whole, and contains {(compared == 1 ? "the head" : $"all {compared} heads")} kept elsewhere.");
        await run.SayAsync($"Keep this head elsewhere: {report.Head}");
    }
}
