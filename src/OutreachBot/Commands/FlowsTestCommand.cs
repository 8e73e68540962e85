using System.CommandLine;
using OutreachBot.Flows.Chats;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Loading;

namespace OutreachBot.Commands;

/// <summary><c>flows test [FLOW] [--accept]</c>: runs the transcripts, says what differs and what none went through.</summary>
internal static class FlowsTestCommand
{
    private static readonly Argument<string?> Flow = new("FLOW") { Description = "Only this flow's transcripts.", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<bool> Accept = new("--accept") { Description = "Write what was seen into the transcripts." };

    private static readonly Option<bool> Missed = new("--missed") { Description = "Name each state and arrow that no transcript went through." };

    public static Command Create(CommandFrame frame) =>
        frame.Leaf("test", "Run the transcripts.", RunAsync, Flow, Accept, Missed);

    private static async Task<int> RunAsync(CommandRun run)
    {
        var flow = run.Parsed.GetValue(Flow);
        var loaded = FlowBookLoader.Load(run.Flows.Path);
        foreach (var fault in loaded.Diagnostics.Where(d => d.Severity == Severity.Error))
        {
            await run.SayAsync(fault.ToString());
        }
        if (loaded.Book is not { } book)
        {
            return ExitCode.Refused;
        }
        if (flow is not null && !book.Flows.ContainsKey(flow))
        {
            await run.SayAsync($"There is no flow '{flow}'. Known: {string.Join(", ", book.Flows.Keys.Order(StringComparer.Ordinal))}.");
            return ExitCode.Refused;
        }
        return await RunAllAsync(run, book, flow);
    }

    private static async Task<int> RunAllAsync(CommandRun run, FlowBook book, string? flow)
    {
        var coverage = new ChatCoverage(book);
        var passed = 0;
        var failed = 0;
        foreach (var file in ChatFile.LoadAll(run.Flows.Path, flow))
        {
            var result = ChatRunner.Run(book, file);
            coverage.Add(result);
            if (result.Passed || (run.Parsed.GetValue(Accept) && await AcceptAsync(run, result)))
            {
                passed++;
            }
            else
            {
                failed++;
                await run.Terminal.Out.WriteLineAsync(result.Difference());
            }
        }
        foreach (var covered in coverage.Flows().Where(c => flow is null || c.Flow == flow))
        {
            await run.SayAsync(covered.ToString());
            if (run.Parsed.GetValue(Missed))
            {
                await SayAllAsync(run, covered.StatesMissed.Concat(covered.ArrowsMissed));
            }
        }
        await run.SayAsync($"{passed} transcripts agree, {failed} differ.");
        return failed == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    /// <summary>Writes what was seen; false where languages or channels differ among themselves.</summary>
    private static async Task<bool> AcceptAsync(CommandRun run, ChatResult result)
    {
        if (result.Accepted() is not { } text)
        {
            return false;
        }
        var path = Path.Combine(run.Flows.Path, result.File.Path["flows/".Length..]);
        await File.WriteAllTextAsync(path, text, run.Cancellation);
        await run.SayAsync($"{result.File.Path}: written");
        return true;
    }

    private static async Task SayAllAsync(CommandRun run, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            await run.SayAsync("  " + line);
        }
    }
}
