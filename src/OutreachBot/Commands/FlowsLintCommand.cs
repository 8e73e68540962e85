using System.CommandLine;
using OutreachBot.Flows.Checks;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Translating;

namespace OutreachBot.Commands;

/// <summary><c>flows lint [FLOW]</c>: what is wrong, a line each as compilers print it; exit 1 where one is an error.</summary>
internal static class FlowsLintCommand
{
    public static Command Create(CommandFrame frame)
    {
        var flow = new Argument<string?>("FLOW") { Description = "Only this flow, and what all share.", Arity = ArgumentArity.ZeroOrOne };
        return frame.Leaf("lint", "Check the flows.", run => RunAsync(run, flow), flow);
    }

    private static async Task<int> RunAsync(CommandRun run, Argument<string?> argument)
    {
        var flow = run.Parsed.GetValue(argument);
        var loaded = FlowBookLoader.Load(run.Flows.Path);
        if (flow is not null && loaded.Book is { } book && !book.Flows.ContainsKey(flow))
        {
            await run.SayAsync($"There is no flow '{flow}'. Known: {string.Join(", ", book.Flows.Keys.Order(StringComparer.Ordinal))}.");
            return ExitCode.Refused;
        }
        // What doesn't load can't be looked into further.
        var found = loaded.Diagnostics.Concat(loaded.Book is null ? [] : FlowLinter.Lint(loaded.Book).Concat(PricesFile.Load(run.Flows.Path).Faults))
            .Where(d => flow is null || IsOf(d.Spot.File, flow)).Distinct().ToList();
        foreach (var fault in found)
        {
            await run.Terminal.Out.WriteLineAsync(fault.ToString());
        }
        if (loaded.Book is { } whole)
        {
            await SayDebtAsync(run, whole);
        }
        var errors = found.Count(d => d.Severity == Severity.Error);
        await run.SayAsync($"{errors} errors, {found.Count - errors} warnings.");
        return errors == 0 && loaded.Book is not null ? ExitCode.Done : ExitCode.Refused;
    }

    /// <summary>What is still owed to each language at the level the deployment sets: a table, no fault.</summary>
    private static async Task SayDebtAsync(CommandRun run, FlowBook book)
    {
        var level = LanguageSettings.GoLive();
        await run.SayAsync($"Translation debt at the level {StatusWords.Of(level)} (Languages__GoLive):");
        foreach (var language in LanguageTag.WithFlows.Where(l => l != LanguageTag.Spanish))
        {
            await run.SayAsync($"  {language,-4} {Debt.Of(book, language, level)}");
        }
    }

    private static bool IsOf(string file, string flow) =>
        file.StartsWith($"flows/{flow}/", StringComparison.Ordinal) || file.StartsWith("flows/shared/", StringComparison.Ordinal) || file == "flows";
}
