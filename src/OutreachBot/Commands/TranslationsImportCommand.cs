using System.CommandLine;
using System.Globalization;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Translating;
using OutreachBot.Flows.Translating.Formats;
using OutreachBot.Flows.Translating.Importing;

namespace OutreachBot.Commands;

/// <summary><c>translations import FILE [--format F] [--by NAME] [--on DAY] [--dry-run]</c></summary>
internal static class TranslationsImportCommand
{
    public static Command Create(CommandFrame frame)
    {
        var file = new Argument<string>("FILE") { Description = "As 'translations export' wrote it, with words and reviews filled in." };
        var format = TranslationsCommands.FormatOption();
        var by = new Option<string?>("--by") { Description = "Who translated or reviewed, where the file doesn't say it.", HelpName = "NAME" };
        var on = new Option<DateOnly?>("--on") { Description = "The day of the review, where the file names none; today unless said.", HelpName = "YYYY-MM-DD", CustomParser = ReadDay };
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would be done, and does nothing." };
        return frame.Leaf(
            "import",
            "Takes a translator's file in: all of it, or nothing.",
            run => ImportAsync(
                run, run.Parsed.GetRequiredValue(file), run.Parsed.GetValue(format),
                new ImportWishes(Named(run.Parsed.GetValue(by)), run.Parsed.GetValue(on) ?? Today()), run.Parsed.GetValue(dryRun)),
            file, format, by, on, dryRun);
    }

    private static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);

    private static string? Named(string? by) => string.IsNullOrWhiteSpace(by) ? null : by.Trim();

    private static DateOnly? ReadDay(System.CommandLine.Parsing.ArgumentResult result)
    {
        if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }
        result.AddError("--on: write the day as 2026-11-24.");
        return null;
    }

    private static async Task<int> ImportAsync(CommandRun run, string path, string? format, ImportWishes wishes, bool dryRun)
    {
        if (await ReadAsync(run, path, format) is not { } file || await TranslationsCommands.LoadAsync(run) is not { } book)
        {
            return ExitCode.Refused;
        }
        var texts = FlowTexts.OfFolder(run.Flows.Path);
        var plan = new TranslationImport(book, texts).Plan(file, wishes);
        foreach (var fault in plan.Faults)
        {
            await run.SayAsync($"{path}: {fault}");
        }
        if (plan.Faults.Count > 0)
        {
            await run.SayAsync($"Nothing was imported: {plan.Faults.Count} to mend.");
            return ExitCode.Refused;
        }
        foreach (var notice in plan.Notices)
        {
            await run.SayAsync($"{path}: {notice}");
        }
        if (!dryRun && !await WriteAllAsync(run, plan.Files))
        {
            return ExitCode.Refused;
        }
        await JsonLines.WriteAsync(run, new
        {
            Language = plan.Language?.ToString(),
            plan.Rows,
            plan.Changed,
            plan.Stale,
            Files = plan.Files.Keys.Order(StringComparer.Ordinal),
            DryRun = dryRun,
        });
        await run.SayAsync(dryRun
            ? "Nothing was written: this was a dry run."
            : $"{plan.Changed} prompts have changed. 'languages coverage' shows how far {plan.Language} is.");
        return ExitCode.Done;
    }

    private static async Task<TranslationFile?> ReadAsync(CommandRun run, string path, string? format)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length > TranslationFormats.LargestFile)
        {
            await run.SayAsync(file.Exists
                ? $"{path}: larger than {TranslationFormats.LargestFile >> 20} MB, which no export of this line is. Export anew."
                : $"{path}: there is no such file.");
            return null;
        }
        if (TranslationFormats.Find(format ?? file.Extension) is not { } kind)
        {
            await run.SayAsync($"{path}: its extension tells no format. Name one with --format csv, xliff, po or xlsx.");
            return null;
        }
        return kind.Read(await File.ReadAllBytesAsync(path, run.Cancellation));
    }

    /// <summary>All are written beside their place first, so that a full disk changes none of them.</summary>
    private static async Task<bool> WriteAllAsync(CommandRun run, IReadOnlyDictionary<string, string> files)
    {
        var written = new List<(string From, string To)>();
        try
        {
            foreach (var (path, text) in files)
            {
                var to = Path.Combine(run.Flows.Path, path);
                var from = to + ".new";
                written.Add((from, to));
                await File.WriteAllTextAsync(from, text, run.Cancellation);
            }
            foreach (var (from, to) in written)
            {
                File.Move(from, to, overwrite: true);
            }
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            written.ForEach(w => File.Delete(w.From));
            await run.SayAsync("The flows folder can't be written. Give this user the right to, or make room on the disk.");
            return false;
        }
    }
}
