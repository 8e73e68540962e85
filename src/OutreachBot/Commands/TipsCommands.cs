using System.CommandLine;
using System.Text.Json.Serialization;
using OutreachBot.Alerts.Duplicates;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Commands;

/// <summary><c>tips list</c> and <c>tips duplicates</c>, and their siblings.</summary>
internal static class TipsCommands
{
    public static Command Create(CommandFrame frame) =>
        new("tips", "The tips: routing facts for everybody, words for who has a key.")
        {
            frame.Leaf("list", "One JSON line a tip; never words.", ListAsync),
            TipsPurgeCommand.Create(frame),
            frame.Leaf(
                "duplicates",
                "One JSON line for two tips that may be one matter: ids, points, what a coordinator said; never words.",
                DuplicatesAsync),
            TipsOpenCommand.Create(frame),
            TipsReferCommand.Create(frame),
            TipsExportCommand.Create(frame),
        };

    private static async Task<int> ListAsync(CommandRun run)
    {
        await using var host = await run.OpenHostAsync();
        var tips = host.Services.GetRequiredService<ITipStore>();
        var (all, ofSurge) = await host.Services.GetRequiredService<ITransactions>().RunAsync(
            unit => (tips.All(unit), tips.All(unit).Where(t => tips.DiscretionOf(unit, t.Id).OfSurge).Select(t => t.Id).ToHashSet()), run.Cancellation);
        foreach (var tip in all.OrderBy(t => t.Hour).ThenBy(t => t.Id.ToString(), StringComparer.Ordinal))
        {
            await JsonLines.WriteAsync(run, new TipLine(
                tip.Id.ToString(),
                tip.Hour.UtcDateTime.ToString("yyyy-MM-dd'T'HH':00:00Z'"),
                tip.Municipality,
                tip.Kind,
                tip.Urgency.ToString().ToLowerInvariant(),
                tip.State.ToString().ToLowerInvariant(),
                ofSurge.Contains(tip.Id) ? "surge" : null));
        }
        return ExitCode.Done;
    }

    /// <param name="Mark">There only where a tip has one.</param>
    private sealed record TipLine(
        string Id, string Hour, string? Municipality, string Kind, string Urgency, string State,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Mark);

    private static async Task<int> DuplicatesAsync(CommandRun run)
    {
        await using var host = await run.OpenHostAsync();
        var (sight, store) = (host.Services.GetRequiredService<LikeSight>(), host.Services.GetRequiredService<ILikenessStore>());
        var pairs = await host.Services.GetRequiredService<ITransactions>().RunAsync(
            unit => sight.Pairs(unit).Select(p => (Pair: p, First: store.DuplicateOf(unit, p.First), Second: store.DuplicateOf(unit, p.Second))).ToList(),
            run.Cancellation);
        foreach (var (pair, first, second) in pairs)
        {
            await JsonLines.WriteAsync(run, new
            {
                First = pair.First.ToString(),
                Second = pair.Second.ToString(),
                Score = pair.Likeness.Total,
                Reasons = new { pair.Likeness.Place, pair.Likeness.Time, pair.Likeness.Kind },
                Verdict = pair.Verdict.ToString().ToLowerInvariant(),
                Closed = first == pair.Second ? pair.First.ToString() : second == pair.First ? pair.Second.ToString() : null,
            });
        }
        return ExitCode.Done;
    }
}
