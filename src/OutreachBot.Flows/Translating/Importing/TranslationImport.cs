using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;

namespace OutreachBot.Flows.Translating.Importing;

/// <summary>What the one who imports says for the rows that don't say it.</summary>
/// <param name="By">Who translated or reviewed; null: the rows say it themselves.</param>
/// <param name="On">The day of a review that names none.</param>
public sealed record ImportWishes(string? By, DateOnly On);

/// <summary>What an import would do; nothing has been written yet.</summary>
/// <param name="Files">The whole new text of each language file that changes, by path below the flows folder.</param>
/// <param name="Changed">Prompts that change.</param>
/// <param name="Stale">Prompts of these that stay stale: the Spanish has changed since the file was exported.</param>
/// <param name="Notices">What the one who imports should know; nothing that hinders.</param>
/// <param name="Faults">All that is wrong; with any, there is nothing in <paramref name="Files"/>.</param>
public sealed record ImportPlan(
    LanguageTag? Language,
    IReadOnlyDictionary<string, string> Files,
    int Rows,
    int Changed,
    int Stale,
    IReadOnlyList<string> Notices,
    IReadOnlyList<RowFault> Faults);

/// <summary>Takes a translator's file in: all of it, or nothing.</summary>
/// <param name="book">The flows as they stand.</param>
/// <param name="files">The text of every YAML file of the flows, by path below their folder.</param>
public sealed class TranslationImport(FlowBook book, IReadOnlyDictionary<string, string> files)
{
    public ImportPlan Plan(TranslationFile file, ImportWishes wishes)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(wishes);
        var faults = new List<RowFault>(file.Faults);
        if (file.Rows.Count == 0 && faults.Count == 0)
        {
            faults.Add(new RowFault("line 1", null, "there is no row in it", "Export anew."));
        }
        if (file.Language is not { } language)
        {
            return Refuse(file, faults);
        }
        var changes = new List<PromptChange>();
        foreach (var rows in Match(file, language, faults))
        {
            changes.Add(new PromptChange(book, language, rows, wishes, faults));
        }
        if (faults.Count > 0)
        {
            return Refuse(file, faults);
        }
        var edits = changes.Where(c => c.Edit is not null).ToList();
        var texts = edits.GroupBy(c => PathOf(c.Edit!.Flow, language), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Write(g.Key, language, g), StringComparer.Ordinal);
        faults.AddRange(NewErrors(texts, edits, language));
        return faults.Count > 0
            ? Refuse(file, faults)
            : new ImportPlan(language, texts, file.Rows.Count, edits.Count, edits.Count(c => c.IsStale), [.. changes.SelectMany(c => c.Notices)], []);
    }

    private static ImportPlan Refuse(TranslationFile file, List<RowFault> faults) =>
        new(file.Language, new Dictionary<string, string>(StringComparer.Ordinal), file.Rows.Count, 0, 0, [], faults);

    private IEnumerable<IReadOnlyList<MatchedRow>> Match(TranslationFile file, LanguageTag language, List<RowFault> faults)
    {
        var units = UnitList.Of(book, language).ToDictionary(u => u.Key, StringComparer.Ordinal);
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        var matched = new List<MatchedRow>();
        foreach (var row in file.Rows)
        {
            if (!units.TryGetValue(row.Key, out var unit))
            {
                faults.Add(new RowFault(row.Place, "key", row.Key.Length == 0 ? "it is empty" : $"there is no wording '{row.Key}'", row.Key.Length == 0 ? "Keep the keys as they were exported." : Nearest.Mend(row.Key, units.Keys)));
            }
            else if (!places.TryAdd(row.Key, row.Place))
            {
                faults.Add(new RowFault(row.Place, "key", $"'{row.Key}' stands in {places[row.Key]} already", "Keep one of the two."));
            }
            else
            {
                matched.Add(new MatchedRow(unit, row));
            }
        }
        return matched.GroupBy(m => (m.Unit.Flow, m.Unit.Prompt)).Select(g => g.ToList());
    }

    private string Write(string path, LanguageTag language, IEnumerable<PromptChange> changes)
    {
        var flow = path[..path.IndexOf('/', StringComparison.Ordinal)];
        var order = UnitList.WordsOf(book, flow, LanguageTag.Spanish).Values.OrderBy(p => p.Spot.Line).ThenBy(p => p.Spot.Column).Select(p => p.Name).ToList();
        return WordsFile.Edit(files.GetValueOrDefault(path), language, [.. changes.Select(c => c.Edit!)], order);
    }

    /// <summary>The last net: what the flows would say of the new words that the rows' own checks don't.</summary>
    private IEnumerable<RowFault> NewErrors(Dictionary<string, string> texts, List<PromptChange> changes, LanguageTag language)
    {
        if (texts.Count == 0)
        {
            return [];
        }
        var after = new Dictionary<string, string>(files, StringComparer.Ordinal);
        foreach (var (path, text) in texts)
        {
            after[path] = text;
        }
        var loaded = FlowBookLoader.Load(after);
        var found = loaded.Diagnostics.Concat(loaded.Book is { } renewed ? Checks.FlowLinter.Lint(renewed) : [])
            .Where(d => d.Severity == Severity.Error && texts.Keys.Any(p => d.Spot.File == $"flows/{p}")).ToList();
        if (found.Count == 0)
        {
            return [];
        }
        var before = Checks.FlowLinter.Lint(book).Select(d => (d.Code, d.Problem)).ToHashSet();
        return found.Where(d => !before.Contains((d.Code, d.Problem))).Select(d => Told(d, changes, language));
    }

    private static RowFault Told(Diagnostic fault, List<PromptChange> changes, LanguageTag language)
    {
        var at = changes.Find(c => PathOf(c.Edit!.Flow, language) == fault.Spot.File["flows/".Length..] && fault.Problem.Contains($"'{c.Edit!.Prompt}'", StringComparison.Ordinal));
        return new RowFault(at?.Place ?? fault.Spot.ToString(), "target", fault.Problem, fault.Mend);
    }

    private static string PathOf(string flow, LanguageTag language) => $"{flow}/{language}.yaml";
}
