using System.Globalization;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Translating.Importing;

/// <summary>The rows of one prompt put together, checked, and turned into an edit of its language file.</summary>
internal sealed class PromptChange
{
    private readonly IReadOnlyList<MatchedRow> _rows;
    private readonly List<RowFault> _faults;
    private readonly List<string> _notices = [];
    private readonly Prompt _spanish;
    private readonly Prompt? _before;
    private readonly LanguageShape _shape;

    public PromptChange(FlowBook book, LanguageTag language, IReadOnlyList<MatchedRow> rows, ImportWishes wishes, List<RowFault> faults)
    {
        _rows = rows;
        _faults = faults;
        var unit = rows[0].Unit;
        _spanish = UnitList.WordsOf(book, unit.Flow, LanguageTag.Spanish)[unit.Prompt];
        _before = UnitList.WordsOf(book, unit.Flow, language).GetValueOrDefault(unit.Prompt);
        _shape = new LanguageShape(book, unit.Flow, language);
        var count = faults.Count;
        var facts = new ReviewFacts(rows, _before, wishes, faults, _notices);
        if (rows.Any(r => r.HasNewWords) || facts.Differ)
        {
            CheckSource(unit.SourceHash);
            var candidate = CheckWords(new TargetCheck(book, language), unit.Flow);
            facts.Check();
            if (faults.Count == count && candidate is not null)
            {
                Edit = new PromptEdit(unit.Flow, unit.Prompt, Values(facts));
                IsStale = HashOf() != unit.SourceHash;
            }
        }
    }

    /// <summary>Where the first of its rows stands.</summary>
    public string Place => _rows[0].Row.Place;

    /// <summary>Null: nothing changes, or something is wrong.</summary>
    public PromptEdit? Edit { get; }

    /// <summary>The Spanish has changed since the file was exported: the words are taken, as a draft.</summary>
    public bool IsStale { get; }

    public IReadOnlyList<string> Notices => _notices;

    private void CheckSource(string current)
    {
        foreach (var (unit, row) in _rows)
        {
            var isCurrent = row.SourceHash.Length == 0 || row.SourceHash == current;
            if (row.SourceHash.Length > 0 && !SourceHash.IsOne(row.SourceHash))
            {
                Fault(row, "source_hash", $"'{row.SourceHash}' is none", "Keep it as it was exported.");
            }
            else if (isCurrent && Squeezed(row.Source) != Squeezed(unit.Source))
            {
                Fault(row, "source", "it isn't the Spanish that stands in the flow", "Keep the Spanish as it was exported; it is changed in the flow's es.yaml only.");
            }
        }
        if (HashOf() != current)
        {
            _notices.Add($"{Place}: the Spanish of '{_rows[0].Unit.Flow}.{_rows[0].Unit.Prompt}' has changed since this file was exported. The words are taken as a draft; export anew to see what has changed.");
        }
    }

    private Prompt? CheckWords(TargetCheck check, string flow)
    {
        var count = _faults.Count;
        var candidate = _before ?? _spanish with { Hint = null, WhatsAppText = null, Options = new Dictionary<string, string>(StringComparer.Ordinal), Text = "" };
        foreach (var matched in _rows.Where(r => r.HasNewWords))
        {
            if (matched.Target.Length == 0)
            {
                Fault(matched.Row, "target", $"it is empty, and there are words today ('{matched.Unit.Target}')", "Keep them, with the status draft if they are doubtful; what is to go is taken out in the language file.");
                continue;
            }
            foreach (var (problem, mend) in check.Words(_spanish, matched.Unit.Part, matched.Target))
            {
                Fault(matched.Row, "target", problem, mend);
            }
            candidate = matched.Unit.Part.Put(candidate, matched.Target);
        }
        if (_faults.Count > count)
        {
            return null;
        }
        CheckWhole(candidate);
        foreach (var (part, segments) in _faults.Count > count ? [] : check.TooLong(flow, candidate))
        {
            Fault(RowOf(part), "target", $"as SMS it has {segments} parts, with long values put in", $"Cut it to {TargetCheck.MostSegments}, better to one.");
        }
        return _faults.Count > count ? null : candidate;
    }

    // Half a question is none: it would show an option's key, or nothing at all.
    private void CheckWhole(Prompt candidate)
    {
        if (candidate.Text.Length == 0)
        {
            Fault(RowOf(PromptPart.Text), "target", $"the text of '{_spanish.Name}' is empty, and another part of it has words", "Translate the text as well.");
        }
        foreach (var option in _spanish.Options.Keys.Where(o => _shape.Offers(_spanish.Name, o) && !candidate.Options.ContainsKey(o)))
        {
            Fault(RowOf(PromptPart.Label(option)), "target", $"the option '{option}' of '{_spanish.Name}' has no label yet", "Translate all its options, or none of the question.");
        }
    }

    private List<KeyValuePair<string, string?>> Values(ReviewFacts facts)
    {
        var values = new List<KeyValuePair<string, string?>>();
        foreach (var matched in _rows.Where(r => r.HasNewWords))
        {
            values.Add(KeyValuePair.Create(matched.Unit.Part.Name, (string?)matched.Target));
        }
        values.Add(KeyValuePair.Create("status", (string?)StatusWords.Of(facts.Status)));
        values.Add(KeyValuePair.Create("source", (string?)HashOf()));
        values.Add(KeyValuePair.Create("from", facts.From.Length == 0 ? null : facts.From));
        values.Add(KeyValuePair.Create("reviewed_by", facts.Review?.By));
        values.Add(KeyValuePair.Create("reviewed_on", facts.Review?.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        return values;
    }

    /// <summary>The Spanish these words were made from: one row of an older file makes all of them older.</summary>
    private string HashOf() =>
        _rows.Select(r => r.Row.SourceHash).FirstOrDefault(h => h.Length > 0 && h != _rows[0].Unit.SourceHash) ?? _rows[0].Unit.SourceHash;

    private TranslationRow RowOf(PromptPart part) => _rows.FirstOrDefault(r => r.Unit.Part == part, _rows[0]).Row;

    private void Fault(TranslationRow row, string column, string problem, string mend) => _faults.Add(new RowFault(row.Place, column, problem, mend));

    private static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
