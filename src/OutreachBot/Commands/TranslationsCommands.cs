using System.CommandLine;
using System.Text;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Translating;
using OutreachBot.Flows.Translating.Formats;

namespace OutreachBot.Commands;

/// <summary><c>translations export|import|status</c>: words out to translators, and in again.</summary>
internal static class TranslationsCommands
{
    private static readonly string[] Targets = [.. LanguageTag.WithFlows.Where(l => l != LanguageTag.Spanish).Select(l => l.ToString())];

    public static Command Create(CommandFrame frame) => new("translations", "Words out to translators, and in again.")
    {
        Export(frame),
        TranslationsImportCommand.Create(frame),
        Status(frame),
    };

    /// <summary>An option that takes a kind of file.</summary>
    public static Option<string> FormatOption()
    {
        var format = new Option<string>("--format") { Description = "The kind of file; else its extension tells.", HelpName = "csv|xliff|po|xlsx" };
        format.AcceptOnlyFromAmong([.. TranslationFormats.All.Select(f => f.Name)]);
        return format;
    }

    /// <summary>The flows; null after saying what is wrong with them.</summary>
    public static async Task<FlowBook?> LoadAsync(CommandRun run)
    {
        var loaded = FlowBookLoader.Load(run.Flows.Path);
        foreach (var fault in loaded.Diagnostics.Where(d => d.Severity == Severity.Error))
        {
            await run.SayAsync(fault.ToString());
        }
        return loaded.Book;
    }

    /// <summary>A language that words can be translated into; null after saying which there are.</summary>
    public static async Task<LanguageTag?> TargetAsync(CommandRun run, string text)
    {
        if (Targets.Contains(text, StringComparer.OrdinalIgnoreCase) && LanguageTag.TryParse(text, out var tag))
        {
            return tag;
        }
        await run.SayAsync($"'{text}' is no language that is translated into. Known: {string.Join(", ", Targets)}.");
        return null;
    }

    private static Command Export(CommandFrame frame)
    {
        var language = new Option<string>("--lang") { Description = $"Into which language: {string.Join(", ", Targets)}.", HelpName = "LANG", Required = true };
        var format = FormatOption();
        var file = new Option<string?>("--out") { Description = "Where to; text goes to the output without it.", HelpName = "FILE" };
        return frame.Leaf(
            "export",
            "Writes all wordings of one language beside their Spanish.",
            run => ExportAsync(run, run.Parsed.GetRequiredValue(language), run.Parsed.GetValue(format), run.Parsed.GetValue(file)),
            language, format, file);
    }

    private static async Task<int> ExportAsync(CommandRun run, string tag, string? format, string? path)
    {
        if (await TargetAsync(run, tag) is not { } language)
        {
            return ExitCode.Refused;
        }
        var kind = TranslationFormats.Find(format ?? Path.GetExtension(path) ?? "") ?? (path is null && format is null ? TranslationFormats.Find("csv") : null);
        if (kind is null)
        {
            await run.SayAsync($"{path}: its extension tells no format. Name one with --format csv, xliff, po or xlsx.");
            return ExitCode.Refused;
        }
        if (path is null && !kind.IsText)
        {
            await run.SayAsync("A spreadsheet is no text: say where to with --out FILE.xlsx.");
            return ExitCode.Refused;
        }
        if (await LoadAsync(run) is not { } book)
        {
            return ExitCode.Refused;
        }
        var units = UnitList.Of(book, language);
        var bytes = kind.Write(units, language);
        if (path is null)
        {
            await run.Terminal.Out.WriteAsync(Encoding.UTF8.GetString(bytes));
        }
        else if (!await WriteAsync(run, path, bytes))
        {
            return ExitCode.Refused;
        }
        await run.SayAsync($"{units.Count} wordings, {units.Count(u => u.Target is null)} without words in {language}, {units.Count(u => u.IsStale)} whose Spanish has changed.");
        if (UnitList.WithoutSpanish(book, language) is > 0 and var own)
        {
            await run.SayAsync($"{own} wordings of {language} have no Spanish beside them (its own shape) and are not in the file.");
        }
        return ExitCode.Done;
    }

    private static async Task<bool> WriteAsync(CommandRun run, string path, byte[] bytes)
    {
        try
        {
            await File.WriteAllBytesAsync(path, bytes, run.Cancellation);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await run.SayAsync($"{path}: it can't be written. Name a file in a folder that is there.");
            return false;
        }
    }

    private static Command Status(CommandFrame frame)
    {
        var language = new Option<string?>("--lang") { Description = "Only this language.", HelpName = "LANG" };
        return frame.Leaf("status", "What waits for whom: words to look over again, to review, to translate.", run => StatusAsync(run, run.Parsed.GetValue(language)), language);
    }

    private static async Task<int> StatusAsync(CommandRun run, string? only)
    {
        LanguageTag? chosen = only is null ? null : await TargetAsync(run, only);
        if ((only is not null && chosen is null) || await LoadAsync(run) is not { } book)
        {
            return ExitCode.Refused;
        }
        foreach (var language in LanguageTag.WithFlows.Where(l => l != LanguageTag.Spanish && (chosen is null || l == chosen)))
        {
            var waiting = WaitingWords.Of(book, language);
            foreach (var prompt in waiting)
            {
                await JsonLines.WriteAsync(run, new
                {
                    Language = language.ToString(),
                    prompt.Flow,
                    prompt.Prompt,
                    prompt.Core,
                    Waits = prompt.Waits.ToString().ToLowerInvariant(),
                    For = prompt.WaitsFor,
                    prompt.Status,
                });
            }
            await run.SayAsync($"{language}: {WaitingWords.Sum(waiting)}");
        }
        return ExitCode.Done;
    }
}
