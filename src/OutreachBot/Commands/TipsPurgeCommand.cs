using System.CommandLine;
using OutreachBot.Tips;

namespace OutreachBot.Commands;

/// <summary><c>tips purge [--dry-run]</c></summary>
internal static class TipsPurgeCommand
{
    public static Command Create(CommandFrame frame)
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Says how many would go, and does nothing." };
        return frame.Leaf(
            "purge",
            $"Removes tips whose time is over: {TipRetention.AfterClosing.Days} days after closing, {TipRetention.LongestOpen.Days} if never closed. A running server does it by itself.",
            run => PurgeAsync(run, run.Parsed.GetValue(dryRun)),
            dryRun);
    }

    private static async Task<int> PurgeAsync(CommandRun run, bool dryRun)
    {
        await using var host = await run.OpenHostAsync();
        var purge = host.Services.GetRequiredService<TipPurge>();
        var count = dryRun ? await purge.CountAsync(run.Cancellation) : await purge.RunAsync(run.Cancellation);
        await JsonLines.WriteAsync(run, new { Over = count, Removed = dryRun ? 0 : count, DryRun = dryRun });
        await run.SayAsync((dryRun, count) switch
        {
            (true, _) => "Nothing was removed: this was a dry run.",
            (_, 0) => "No tip's time is over.",
            _ => "They are gone, without a trace in the files. Backups made before still have them, sealed, until they are deleted.",
        });
        return ExitCode.Done;
    }
}
