using System.Globalization;
using System.Numerics;
using OutreachBot.Flows.Chats;
using OutreachBot.Flows.Walking;

namespace OutreachBot.Commands;

/// <summary>What a walk has covered, cut and found: for machines and for people.</summary>
/// <param name="flow">Only this flow's coverage; null: all.</param>
internal sealed class WalkTable(WalkReport report, IReadOnlyList<WalkFinding> findings, string? flow)
{
    private IEnumerable<FlowCoverage> Coverage => report.Coverage.Where(c => flow is null || c.Flow == flow);

    /// <summary>A line for each finding, flow and world.</summary>
    public async Task WriteAsync(CommandRun run)
    {
        foreach (var finding in findings)
        {
            var (code, _, spot, problem, mend) = finding.Diagnostic;
            await JsonLines.WriteAsync(run, new { kind = "finding", code, spot.File, spot.Line, spot.Column, problem, mend, world = finding.World.ToString(), finding.Chat });
        }
        foreach (var covered in Coverage)
        {
            await JsonLines.WriteAsync(run, new { kind = "flow", covered.Flow, covered.States, covered.StatesMissed, covered.Arrows, covered.ArrowsMissed });
        }
        foreach (var world in report.Worlds)
        {
            await JsonLines.WriteAsync(run, new
            {
                kind = "world",
                world = world.World.ToString(),
                world.States,
                world.Arrows,
                world.Steps,
                paths = world.Paths.ToString(CultureInfo.InvariantCulture),
                cut = new { world.OtherLanguage, world.BeyondLimit },
            });
        }
    }

    public async Task SayAsync(CommandRun run)
    {
        foreach (var finding in findings)
        {
            await run.Terminal.Out.WriteLineAsync(finding.Diagnostic.ToString());
            foreach (var line in finding.Chat.TrimEnd().Split('\n'))
            {
                await run.Terminal.Out.WriteLineAsync("    " + line);
            }
        }
        foreach (var covered in Coverage)
        {
            await run.SayAsync(covered.ToString());
            foreach (var missed in covered.StatesMissed.Concat(covered.ArrowsMissed))
            {
                await run.SayAsync("  never come to: " + missed);
            }
        }
        foreach (var line in CostTable.Align([["who", "states", "arrows", "engine steps", "paths"], .. report.Worlds.Select(Cells)]))
        {
            await run.SayAsync(line);
        }
        await run.SayAsync($"In all {report.Worlds.Sum(w => w.States)} states, {report.Worlds.Sum(w => w.Arrows)} arrows, {report.Worlds.Sum(w => w.Steps)} engine steps.");
        await run.SayAsync(
            $"Not followed: {report.Worlds.Sum(w => w.OtherLanguage)} arrows into another language, which is walked by itself; {report.Worlds.Sum(w => w.BeyondLimit)} beyond the limit of states.");
        await run.SayAsync($"{findings.Count} findings.");
    }

    private static string[] Cells(WorldCount world) =>
        [world.World.ToString(), $"{world.States}", $"{world.Arrows}", $"{world.Steps}", Short(world.Paths)];

    /// <summary>As it is up to a million; beyond, its size.</summary>
    private static string Short(BigInteger paths) =>
        paths < 1_000_000 ? paths.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"10^{BigInteger.Log10(paths):F0}");
}
