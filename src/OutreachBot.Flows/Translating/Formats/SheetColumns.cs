using System.Globalization;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Translating.Formats;

/// <summary>The columns of a sheet, CSV or spreadsheet, and what stands in them.</summary>
internal static class SheetColumns
{
    public static readonly IReadOnlyList<string> All =
        ["key", "language", "source", "target", "status", "from", "reviewer", "reviewed_on", "note", "source_hash"];

    private static readonly IReadOnlyList<string> Needed = ["key", "language", "source", "target", "status", "source_hash"];

    public static IReadOnlyList<string> CellsOf(TranslationUnit unit, LanguageTag language) =>
    [
        unit.Key, language.ToString(), Escape(unit.Source), Escape(unit.Target ?? ""), StatusOf(unit),
        Escape(unit.Target is null ? "" : unit.From ?? ""), Escape(unit.Target is null ? "" : unit.Review?.By ?? ""),
        unit.Target is null ? "" : unit.Review?.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", Escape(unit.Note), unit.SourceHash,
    ];

    /// <summary>A row from its cells by column.</summary>
    public static TranslationRow RowOf(string place, Func<string, string> cell) => new(
        place, cell("key").Trim(), Unescape(cell("source")), Unescape(cell("target")), cell("status").Trim(), cell("source_hash").Trim(),
        Unescape(cell("from")), Unescape(cell("reviewer")), cell("reviewed_on").Trim());

    /// <summary>The language that all rows name.</summary>
    /// <param name="languages">Place and cell of each row.</param>
    public static LanguageTag? LanguageOf(IReadOnlyList<(string Place, string Text)> languages, List<RowFault> faults)
    {
        LanguageTag? first = null;
        foreach (var (place, text) in languages)
        {
            if (Tags.Read(place, "language", text, faults) is not { } tag)
            {
                continue;
            }
            if (first is { } before && before != tag)
            {
                faults.Add(new RowFault(place, "language", $"it is '{tag}', the rows before it are '{before}'", "Keep one file a language."));
            }
            first ??= tag;
        }
        return first;
    }

    public static IEnumerable<RowFault> CheckHeader(string place, IReadOnlyList<string> header)
    {
        foreach (var missing in Needed.Except(header, StringComparer.Ordinal))
        {
            yield return new RowFault(place, missing, "the column is missing", $"Keep the columns as they were exported: {string.Join(',', All)}.");
        }
        foreach (var twice in header.Where(h => h.Length > 0).GroupBy(h => h, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return new RowFault(place, twice.Key, "the column is there twice", "Keep one of them.");
        }
    }

    /// <summary>A cell that a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    public static string Escape(string text) => IsFormula(text.AsSpan().TrimStart('\'')) ? "'" + text : text;

    public static string Unescape(string text) => text.StartsWith('\'') && IsFormula(text.AsSpan().TrimStart('\'')) ? text[1..] : text;

    private static bool IsFormula(ReadOnlySpan<char> text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];

    private static string StatusOf(TranslationUnit unit) =>
        unit.Status is not { } status ? "" : unit.IsStale ? StatusWords.Stale : StatusWords.Of(status);
}

/// <summary>Reads the language a file says it is in.</summary>
internal static class Tags
{
    public static LanguageTag? Read(string place, string column, string text, List<RowFault> faults)
    {
        if (!LanguageTag.TryParse(text.Trim(), out var tag))
        {
            var known = string.Join(", ", LanguageTag.WithFlows.Where(l => l != LanguageTag.Spanish));
            faults.Add(new RowFault(place, column, text.Trim().Length == 0 ? "no language is named" : $"'{text.Trim()}' is no language of the line", $"Known: {known}."));
            return null;
        }
        if (tag == LanguageTag.Spanish)
        {
            faults.Add(new RowFault(place, column, "Spanish is what is translated from", "It is written in the flows themselves."));
            return null;
        }
        return tag;
    }
}
