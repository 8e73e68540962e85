using System.Globalization;
using System.Text;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Languages;

/// <summary>What each way of comparing costs: running words of the training text that are no form and are taken for one because of it.</summary>
public sealed class FalseMatchTests
{
    private const int ShortWord = 5;

    private static readonly WordReader Words = new(Repository.Keywords);

    [Fact]
    public void The_table_of_false_matches_in_the_docs_is_what_is_measured()
    {
        var table = Table();
        var docs = File.ReadAllText(Path.Combine(Repository.Root, "docs", "languages.md")).ReplaceLineEndings("\n");
        Assert.True(docs.Contains(table, StringComparison.Ordinal), $"docs/languages.md should hold\n{table}");
    }

    [Fact]
    public void Almost_no_line_of_ordinary_text_is_a_word_of_the_line()
    {
        var lines = Lexicon.TrainingLines().ToList();
        var forms = Repository.Keywords.Words.Select(w => Collation.Key(w.Word)).ToHashSet(StringComparer.Ordinal);
        var taken = lines
            .Where(l => !forms.Contains(Collation.Key(l.Text)) && Words.Recognise(l.Text, l.Language) is { By: MatchedBy.Slip or MatchedBy.Repeats })
            .Select(l => $"{l.Language} '{l.Text}'")
            .ToList();
        // "ayudar", "teléfono", "servicio", "pendiente" and two more: of 60,337 lines.
        Assert.True(taken.Count <= 8, string.Join('\n', taken));
    }

    private static string Table()
    {
        var counts = RunningWords();
        var rows = new Dictionary<string, Row>(StringComparer.Ordinal);
        foreach (var ((language, word), times) in counts)
        {
            if (Words.Recognise(word, language) is { By: not MatchedBy.Writing } match)
            {
                Add(rows, RuleOf(match, word, language), language, times);
            }
        }
        var text = new StringBuilder("| rule | es | qu | ay | quc | mam | kek | kjb | brings | if short words took it |\n|---|---|---|---|---|---|---|---|---|---|\n");
        text.Append(CultureInfo.InvariantCulture, $"| running words | {string.Join(" | ", LanguageTag.All.Select(l => counts.Where(c => c.Key.Language == l).Sum(c => c.Value)))} | | |\n");
        foreach (var rule in new[] { "spaces", "repeats", "aspirates", "velars", "labials", "breath", "glides", "vowels", "sibilants", "several", "slip" })
        {
            var row = rows.GetValueOrDefault(rule) ?? new Row();
            text.Append(CultureInfo.InvariantCulture, $"| {rule} | {string.Join(" | ", LanguageTag.All.Select(row.Cell))} | {Brought(rule)} | {ShortCost(rule, counts)} |\n");
        }
        return text.ToString();
    }

    private static Dictionary<(LanguageTag Language, string Word), int> RunningWords()
    {
        var counts = new Dictionary<(LanguageTag, string), int>();
        foreach (var (language, text) in Lexicon.TrainingLines())
        {
            foreach (var word in Collation.Key(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                counts[(language, word)] = counts.GetValueOrDefault((language, word)) + 1;
            }
        }
        return counts;
    }

    /// <summary>The only rule without which it wouldn't match; "several" where more than one is needed.</summary>
    private static string RuleOf(WordMatch match, string word, LanguageTag language)
    {
        if (match.By != MatchedBy.Spelling)
        {
            return match.By.ToString().ToLowerInvariant();
        }
        var spelling = Spelling.Of(language);
        var needed = spelling.Rules.Where(r => !SameWithout(spelling, r, word, match.Word.Word)).ToList();
        return needed.Count == 1 ? needed[0].Name : "several";
    }

    private static bool SameWithout(Spelling spelling, SpellingRule rule, string one, string other)
    {
        var less = spelling with { Rules = [.. spelling.Rules.Where(r => r != rule)] };
        return less.Apply(one) == less.Apply(Collation.Key(other));
    }

    /// <summary>Attested forms, written as the rule is there for, that are understood and would not be without it.</summary>
    private static int Brought(string rule)
    {
        var brought = 0;
        foreach (var (concept, language, form) in Lexicon.Forms())
        {
            var key = Collation.Key(form);
            brought += Respelt(rule, key, language).Distinct(StringComparer.Ordinal)
                .Count(v => v != key && Words.Recognise(v, language) is { By: not MatchedBy.Writing } match && match.Concept == concept && RuleOf(match, v, language) == rule);
        }
        return brought;
    }

    private static IEnumerable<string> Respelt(string rule, string key, LanguageTag language) => rule switch
    {
        "spaces" => [key.Replace(" ", "", StringComparison.Ordinal)],
        "repeats" => [key + key[^1] + key[^1]],
        "slip" => FormVariants.Slips(key),
        _ => Spelling.Of(language).Rules.Where(r => r.Name == rule).SelectMany(r => r.Swaps)
            .SelectMany(s => new[] { key.Replace(s.One, s.Old, StringComparison.Ordinal), key.Replace(s.Old, s.One, StringComparison.Ordinal) }),
    };

    /// <summary>Running words that would be taken for a form of under five letters.</summary>
    private static string ShortCost(string rule, Dictionary<(LanguageTag Language, string Word), int> counts)
    {
        var forms = Lexicon.Forms().Select(f => (f.Language, Key: Collation.Key(f.Form))).Where(f => f.Key.Length < ShortWord).Distinct().ToList();
        var known = Lexicon.Forms().Select(f => (f.Language, Collation.Key(f.Form))).ToHashSet();
        var cost = counts.Where(c => c.Key.Word.Length <= ShortWord && !known.Contains(c.Key))
            .Where(c => forms.Exists(f => f.Language == c.Key.Language && IsTakenFor(rule, c.Key.Word, f.Key, f.Language)))
            .Sum(c => c.Value);
        return rule is "spaces" or "repeats" or "several" ? "" : cost.ToString(CultureInfo.InvariantCulture);
    }

    private static bool IsTakenFor(string rule, string word, string form, LanguageTag language) =>
        rule == "slip"
            ? FormVariants.IsOneSlip(word, form)
            : Spelling.Of(language) is var spelling && spelling.Rules.FirstOrDefault(r => r.Name == rule) is { } only
                && (spelling with { Rules = [only] }) is var alone && alone.Apply(word) == alone.Apply(form) && !SameWithout(alone, only, word, form);

    private static void Add(Dictionary<string, Row> rows, string rule, LanguageTag language, int times)
    {
        if (!rows.TryGetValue(rule, out var row))
        {
            rows[rule] = row = new Row();
        }
        row.Add(language, times);
    }

    private sealed class Row
    {
        private readonly Dictionary<LanguageTag, (int Words, int Times)> _cells = [];

        public void Add(LanguageTag language, int times)
        {
            var (words, before) = _cells.GetValueOrDefault(language);
            _cells[language] = (words + 1, before + times);
        }

        public string Cell(LanguageTag language) => _cells.TryGetValue(language, out var cell) ? $"{cell.Times} ({cell.Words})" : "0";
    }
}
