using System.CommandLine;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;

namespace OutreachBot.Commands;

/// <summary><c>keywords match --lang L</c></summary>
internal static class KeywordsCommands
{
    public static Command Create(CommandFrame frame)
    {
        var language = LanguageOption.Create("--lang", "The person's language.");
        language.Required = true;
        return new Command("keywords", "The words the line understands.")
        {
            frame.Leaf("match", "Says which concept each line of text is, as a whole message.", run => MatchAsync(run, language), language),
        };
    }

    private static async Task<int> MatchAsync(CommandRun run, Option<string> lang)
    {
        if (await ReadAsync(run) is not { } words)
        {
            return ExitCode.Refused;
        }
        var language = LanguageOption.Of(run.Parsed.GetValue(lang));
        return await JsonLines.AnswerAsync(run, line => ValueTask.FromResult(
            LineAnswer.Of(new { words.Recognise(TextCleaner.Clean(line), language)?.Concept })));
    }

    private static async Task<WordReader?> ReadAsync(CommandRun run)
    {
        var file = Path.Combine(run.Flows.Path, "shared", "keywords.yaml");
        if (!File.Exists(file))
        {
            await run.SayAsync("There is no shared/keywords.yaml in the flows folder. Name the folder with --flows.");
            return null;
        }
        var (keywords, faults) = KeywordsFile.Read(await File.ReadAllTextAsync(file, run.Cancellation), "flows/shared/keywords.yaml");
        foreach (var fault in faults)
        {
            await run.SayAsync(fault.ToString());
        }
        return faults.Count == 0 ? new WordReader(keywords) : null;
    }
}
