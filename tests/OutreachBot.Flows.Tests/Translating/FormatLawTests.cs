using CsCheck;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Translating;
using OutreachBot.Flows.Translating.Formats;

namespace OutreachBot.Flows.Tests.Translating;

/// <summary>Whatever words there are, each format gives back what was put in, and writes the same bytes for the same words.</summary>
public sealed class FormatLawTests
{
    // What a person can type and YAML can hold: no control character, no half of a surrogate pair.
    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.String[Gen.Char[' ', '\u2FFF'].Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\u2028' or '\u2029')), 0, 40],
        OneOf("=1+1", "'=1", "''-x", "+59171234567", "-", "@a", "'", "\"", "a\"b", "{line} {options}", "{ph}x{ph}", "a,b;c\td", "_x000D_", "_x0041_", "<x id=\"1\"/>", "&amp;",
            "  spaces  ", "Ch'ab'al", "k’iche’", "ñandú ¿?", "# status: approved", "msgid \"x\"", "007", "1e10", "2026-11-24", "TRUE", "😀", "\\n", "{", "}", "{}", "{A}"));

    private static readonly Gen<TranslationUnit> Units =
        from source in Words.Where(w => w.Trim().Length > 0)
        from target in Words
        from status in Gen.Enum<ReviewStatus>()
        from reviewed in Gen.Bool
        from cited in Gen.Bool
        from stale in Gen.Bool
        from name in OneOf("Rosa Mamani", "A, B", "'x'", "=Rosa", "José \"Pepe\" Q'uq")
        let has = target.Trim().Length > 0
        select new TranslationUnit(
            "report", "where", PromptPart.Text, source, has ? target : null, has ? stale ? ReviewStatus.Draft : status : null, has && stale, "0123abcd",
            cited ? name : null, reviewed ? new Review(name, new DateOnly(2026, 11, 24)) : null, "Nota: 'x', \"y\"; z.");

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    public static TheoryData<string> Formats => [.. TranslationFormats.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Any_words_come_back_as_they_were(string name)
    {
        var format = TranslationFormats.Find(name)!;
        Units.Array[1, 6].Sample(
            drawn =>
            {
                var units = drawn.Select((u, i) => u with { Prompt = "p" + i }).ToList();
                var bytes = format.Write(units, LanguageTag.Kiche);
                var read = format.Read(bytes);
                Assert.Equal([], read.Faults.Select(f => f.ToString()));
                Assert.Equal(LanguageTag.Kiche, read.Language);
                Assert.Equal(units.Select(Expected), read.Rows.Select(Seen));
                Assert.Equal(bytes, format.Write(units, LanguageTag.Kiche));
            },
            iter: 400);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Whatever_bytes_are_read_the_answer_is_rows_or_faults(string name)
    {
        var format = TranslationFormats.Find(name)!;
        var good = format.Write([new TranslationUnit("report", "where", PromptPart.Text, "¿Dónde? {line}", "¿Maypi? {line}", ReviewStatus.Draft, false, "0123abcd", "x", null, "n")], LanguageTag.Quechua);
        var cut = Gen.Int[0, good.Length - 1];
        Gen.Select(cut, cut, Gen.Byte).Sample(
            (a, b, noise) =>
            {
                var bad = good.ToArray();
                bad[a] = noise;
                var read = format.Read(bad.AsMemory(0, Math.Max(a, b)));
                Assert.NotNull(read.Rows);
            },
            iter: 600);
        Assert.NotEmpty(format.Read(Array.Empty<byte>()).Faults);
    }

    private static (string, string, string, ReviewStatus?, string, string, string, string) Expected(TranslationUnit unit) => (
        unit.Key, unit.Source, unit.Target ?? "", unit.Status, unit.SourceHash,
        unit.Target is null ? "" : unit.From ?? "", unit.Target is null ? "" : unit.Review?.By ?? "", unit.Target is null || unit.Review is null ? "" : "2026-11-24");

    private static (string, string, string, ReviewStatus?, string, string, string, string) Seen(TranslationRow row) => (
        row.Key, row.Source, row.Target, row.Status.Length > 0 && StatusWords.TryRead(row.Status, out var status) ? status : null, row.SourceHash, row.From, row.Reviewer, row.ReviewedOn);
}
