using CsCheck;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Tests.Support;
using OutreachBot.Flows.Translating;
using OutreachBot.Flows.Translating.Formats;
using OutreachBot.Flows.Translating.Importing;

namespace OutreachBot.Flows.Tests.Translating;

/// <summary>Words are changed in a language file as by a careful hand: what is named changes, nothing else does.</summary>
public sealed class LanguageFileLawTests
{
    private static readonly ImportWishes NoWishes = new(null, new DateOnly(2026, 11, 25));

    private static readonly Gen<string> Words = Gen.String[Gen.Char["abñé ':#\"\\-,[]&*!|>%@`?="], 1, 12].Select(w => "a" + w.Trim() + "a");

    // Two labels that sound alike would be refused, rightly.
    private static readonly string[] Apart = ["bac", "dad", "faf", "gag", "jaj", "lam", "nan", "pas", "rar", "sax", "vav", "zaz"];

    private readonly IReadOnlyDictionary<string, string> _shipped = FlowTexts.OfFolder(Repository.Flows);

    /// <summary>Every Spanish file as if it were another language's: short forms, long ones, comments, flow maps and blocks.</summary>
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Whatever_words_come_in_they_are_read_back_and_all_others_stay(string newLine)
    {
        var files = _shipped.Where(f => !f.Key.EndsWith("qu.yaml", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        foreach (var (path, text) in _shipped.Where(f => f.Key.EndsWith("/es.yaml", StringComparison.Ordinal)))
        {
            files[path.Replace("/es.yaml", "/qu.yaml", StringComparison.Ordinal)] = text.Replace("language: es", "language: qu", StringComparison.Ordinal).Replace("\n", newLine, StringComparison.Ordinal);
        }
        Hold(files, LanguageTag.Quechua, (before, after) =>
        {
            // Whole lines of the author's that no edit touched are there, in their order.
            var kept = after.Split(newLine);
            Assert.Equal(Comments(before, newLine), Comments(after, newLine));
            Assert.Equal(kept.Where(l => l.Contains("also:", StringComparison.Ordinal)), before.Split(newLine).Where(l => l.Contains("also:", StringComparison.Ordinal)));
        });
    }

    [Theory]
    [InlineData("qu")]
    [InlineData("ay")]
    [InlineData("quc")]
    public void Words_that_are_changed_and_changed_back_leave_every_shipped_file_byte_for_byte(string tag)
    {
        Assert.True(LanguageTag.TryParse(tag, out var language));
        Hold(_shipped.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal), language, changedBack: true);
    }

    private static IEnumerable<string> Comments(string text, string newLine) => text.Split(newLine).Where(l => l.TrimStart().StartsWith('#'));

    private static void Hold(Dictionary<string, string> files, LanguageTag language, Action<string, string>? check = null, bool changedBack = false)
    {
        var book = FlowBookLoader.Load(files).Book!;
        var csv = TranslationFormats.Find("csv")!;
        var file = csv.Read(csv.Write(UnitList.Of(book, language), language));
        var worded = file.Rows.Select((r, i) => (Row: r, At: i)).Where(r => r.Row.Target.Length > 0).Select(r => r.At).ToList();
        Gen.Select(Gen.Int[0, worded.Count - 1].Array[3, 12], Words.Array[12]).Sample(
            (picked, words) =>
            {
                var rows = file.Rows.ToList();
                for (var i = 0; i < picked.Length; i++)
                {
                    var at = worded[picked[i]];
                    rows[at] = rows[at] with { Target = words[i] + Apart[i] + Placeholders(rows[at].Source) };
                }
                var plan = new TranslationImport(book, files).Plan(file with { Rows = rows }, NoWishes);
                Assert.Equal([], plan.Faults.Select(f => f.ToString()));

                var after = new Dictionary<string, string>(files, StringComparer.Ordinal);
                foreach (var (path, text) in plan.Files)
                {
                    after[path] = text;
                    check?.Invoke(files[path], text);
                }
                var changed = FlowBookLoader.Load(after).Book!;
                Assert.Equal(rows.Select(r => (r.Key, r.Target)), UnitList.Of(changed, language).Select(u => (u.Key, u.Target ?? "")));
                if (changedBack)
                {
                    var back = new TranslationImport(changed, after).Plan(file, NoWishes);
                    Assert.Equal([], back.Faults.Select(f => f.ToString()));
                    Assert.Equal(plan.Files.Keys.ToDictionary(p => p, p => files[p]), back.Files.ToDictionary(f => f.Key, f => f.Value));
                }
            },
            iter: 3, threads: 1);
    }

    private static string Placeholders(string source) =>
        string.Concat(System.Text.RegularExpressions.Regex.Matches(source, @"\{[a-z_]+\}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Value).Distinct().Select(p => " " + p));
}
