using System.CommandLine;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Translating;

namespace OutreachBot.Commands;

/// <summary><c>languages coverage [--lang L] [--json]</c>: prompts by language, flow and review status.</summary>
internal static class LanguagesCoverageCommand
{
    private static readonly string Header = Row("", "prompts", "worded", "draft", "transl.", "reviewed", "approved", "stale", "core", "said", "");

    public static Command Create(CommandFrame frame)
    {
        var language = LanguageOption.Create("--lang", "Only this language.");
        var json = new Option<bool>("--json") { Description = "Only the lines of data, no table." };
        return frame.Leaf(
            "coverage",
            "How far each language is: prompts by flow and review status, and what is said in it.",
            run => RunAsync(run, run.Parsed.GetValue(language), run.Parsed.GetValue(json)),
            language, json);
    }

    private static async Task<int> RunAsync(CommandRun run, string? only, bool jsonOnly)
    {
        var level = LanguageSettings.GoLive();
        if (await TranslationsCommands.LoadAsync(run) is not { } book)
        {
            return ExitCode.Refused;
        }
        var chosen = only is null ? LanguageTag.WithFlows : [LanguageOption.Of(only)];
        foreach (var language in chosen)
        {
            var flows = Coverage.Of(book, language, level);
            foreach (var coverage in flows)
            {
                await JsonLines.WriteAsync(run, LineOf(coverage, language, level));
            }
            if (!jsonOnly)
            {
                await run.SayAsync(TableOf(flows, language, level));
            }
        }
        return ExitCode.Done;
    }

    private static object LineOf(Coverage coverage, LanguageTag language, ReviewStatus level) => new
    {
        Language = language.ToString(),
        coverage.Flow,
        coverage.Prompts,
        coverage.Worded,
        coverage.Draft,
        coverage.Translated,
        coverage.CommunityReviewed,
        coverage.Approved,
        coverage.Stale,
        coverage.Core,
        coverage.CoreWorded,
        coverage.CoreShown,
        coverage.Shown,
        GoLive = StatusWords.Of(level),
        coverage.Live,
    };

    private static string TableOf(IReadOnlyList<Coverage> flows, LanguageTag language, ReviewStatus level)
    {
        var lines = flows.Select(f => Row(
            f.Flow ?? "all", f.Prompts, f.Worded, f.Draft, f.Translated, f.CommunityReviewed, f.Approved, f.Stale,
            f.Core == 0 ? "" : $"{f.CoreWorded}/{f.Core}", f.Shown, f.Live ? "live" : ""));
        return $"{language}, at the level {StatusWords.Of(level)}\n{Header}\n{string.Join('\n', lines)}\n";
    }

    private static string Row(object name, params object[] cells) =>
        $"  {name,-10}{string.Concat(cells.Select(c => $"{c,9}"))}".TrimEnd();
}
