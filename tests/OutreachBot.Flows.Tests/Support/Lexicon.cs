using OutreachBot.Flows.Languages;
using OutreachBot.Tests.Support;

namespace OutreachBot.Flows.Tests.Support;

/// <summary>The attested forms, and the training lines, kept beside the project.</summary>
internal static class Lexicon
{
    private static readonly LanguageTag[] Bolivia = [LanguageTag.Spanish, LanguageTag.Quechua, LanguageTag.Aymara];

    private static readonly LanguageTag[] Guatemala = [LanguageTag.Spanish, LanguageTag.Kiche, LanguageTag.Mam, LanguageTag.Qeqchi, LanguageTag.Qanjobal];

    public static IReadOnlyList<(string Concept, LanguageTag Language, string Form)> Forms() =>
        [.. Csv.Rows(File.ReadAllText(SharedData.PathOf("data/language/lexicon.csv"))).Select(r => (r["concept"], Tag(r["lang"]), r["form"]))];

    public static IEnumerable<(LanguageTag Language, string Text)> TrainingLines() =>
        File.ReadLines(SharedData.PathOf("data/language/train.tsv")).Select(l => l.Split('\t', 2)).Select(c => (Tag(c[0]), c[1]));

    /// <summary>The languages of the deployments that have this one.</summary>
    public static IEnumerable<LanguageTag> SpokenBeside(LanguageTag language) =>
        new[] { Bolivia, Guatemala }.Where(d => d.Contains(language)).SelectMany(d => d).Distinct();

    public static LanguageTag Tag(string text)
    {
        Assert.True(LanguageTag.TryParse(text, out var language), text);
        return language;
    }
}
