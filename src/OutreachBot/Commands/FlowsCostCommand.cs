using System.CommandLine;
using OutreachBot.Flows.Chats;
using OutreachBot.Flows.Costing;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Loading;

namespace OutreachBot.Commands;

/// <summary><c>flows cost [FLOW]</c>: messages and segments by flow, language and channel, and what they cost where a price has a source.</summary>
internal static class FlowsCostCommand
{
    private static readonly Argument<string?> Flow = new("FLOW")
    {
        Description = $"Only this flow; '{CostReport.SharedName}': what all flows say.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Create(CommandFrame frame) =>
        frame.Leaf("cost", "Count messages and segments, and price them from shared/prices.yaml.", RunAsync, Flow);

    private static async Task<int> RunAsync(CommandRun run)
    {
        var flow = run.Parsed.GetValue(Flow);
        var loaded = FlowBookLoader.Load(run.Flows.Path);
        var (prices, faults) = PricesFile.Load(run.Flows.Path);
        var chats = loaded.Book is null || flow == CostReport.SharedName ? [] : ChatFile.LoadAll(run.Flows.Path, flow).Where(CostReport.IsCore).ToList();
        var errors = loaded.Diagnostics.Concat(faults).Concat(chats.SelectMany(c => c.Diagnostics)).Where(d => d.Severity == Severity.Error).Distinct().ToList();
        foreach (var error in errors)
        {
            await run.SayAsync(error.ToString());
        }
        if (loaded.Book is not { } book || errors.Count > 0)
        {
            return ExitCode.Refused;
        }
        if (flow is not (null or CostReport.SharedName) && !book.Flows.ContainsKey(flow))
        {
            await run.SayAsync($"There is no flow '{flow}'. Known: {string.Join(", ", book.Flows.Keys.Append(CostReport.SharedName).Order(StringComparer.Ordinal))}.");
            return ExitCode.Refused;
        }
        await TellAsync(run, new CostTable(prices), CostReport.Prompts(book, flow), CostReport.Ways(book, chats));
        return ExitCode.Done;
    }

    private static async Task TellAsync(CommandRun run, CostTable table, IReadOnlyList<FlowCost> flows, IReadOnlyList<WayCost> ways)
    {
        foreach (var row in flows.Select(table.Data).Concat(ways.Select(table.Data)))
        {
            await JsonLines.WriteAsync(run, row);
        }
        await run.SayAsync("Each prompt once; segments with values as they mostly are, and with the longest.");
        foreach (var line in CostTable.Align([["flow", "language", "channel", "prompts", "own words", "messages", "segments", "price"], .. flows.Select(table.Cells)]))
        {
            await run.SayAsync(line);
        }
        if (ways.Count > 0)
        {
            await run.SayAsync("");
            await run.SayAsync("A whole conversation, from the first word to the end; only what is sent is priced.");
            foreach (var line in CostTable.Align([["flow", "language", "channel", "received", "sent", "segments", "price"], .. ways.Select(table.Cells)]))
            {
                await run.SayAsync(line);
            }
        }
        foreach (var price in table.Prices)
        {
            await run.SayAsync($"{price.Country} {CostTable.Name(price.Channel)}: {CostTable.Number(price.Amount)} {price.Currency} a {price.Unit.ToString().ToLowerInvariant()}, {price.Source}, seen on {price.CheckedOn:yyyy-MM-dd}.");
        }
    }
}
