using CsCheck;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Loading;

public sealed class KeywordsFileTests
{
    [Fact]
    public void A_word_is_read_with_all_that_is_said_of_it()
    {
        var (keywords, faults) = Read("""
            sources: {a: First source, b: Second source}
            concepts:
              "no":
                qu:
                  - {word: Mana, from: [a, b], confidence: medium, use: [stored_only, exact], not_in: [ay]}
              help: {es: [{word: socorro, answers_as: danger}, ayuda]}
            """);
        Assert.Empty(faults);
        var mana = keywords.Words[0];
        Assert.Equal(("no", LanguageTag.Quechua, "Mana", "First source; Second source", Confidence.Medium), (mana.Concept, mana.Language, mana.Word, mana.Source, mana.Confidence));
        Assert.Equal(KeywordUse.StoredOnly | KeywordUse.Exact, mana.Use);
        Assert.Equal([LanguageTag.Aymara], mana.NotIn);
        Assert.Equal((5, 9), (mana.Spot.Line, mana.Spot.Column));
        Assert.Equal("danger", keywords.Words[1].AnswersAs);
        Assert.Equal(["no", "help"], keywords.Concepts);
    }

    [Theory]
    [InlineData("concepts:\n  yes: {qu: [Ari]}", 2, "no source")]
    [InlineData("concepts:\n  yes: {xx: [si]}", 2, "no language")]
    [InlineData("concepts:\n  yes:\n    qu:\n      - {word: Ari, from: [nowhere]}", 4, "no source")]
    [InlineData("concepts:\n  yes: {es: [\"!\"]}", 2, "empty")]
    [InlineData("concepts:\n  yes:\n    es:\n      - {word: si, sure: very}", 4, "no 'sure'")]
    [InlineData("concepts:\n  yes:\n    es:\n      - {word: si, use: seldom}", 4, "not known")]
    [InlineData("concepts:\n  yes: [si]", 2, "under their language")]
    [InlineData("words: {}", 1, "no part")]
    [InlineData("- a\n- b", 1, "A mapping belongs here")]
    [InlineData("concepts: {yes: ]}", 1, "not YAML")]
    [InlineData("", 1, "empty")]
    public void What_is_wrong_is_told_by_line_and_with_a_mend(string yaml, int line, string problem)
    {
        var fault = Read(yaml).Faults[0];
        Assert.Equal(("flows/shared/keywords.yaml", line), (fault.Spot.File, fault.Spot.Line));
        Assert.Contains(problem, fault.Problem, StringComparison.Ordinal);
        Assert.NotEmpty(fault.Mend);
    }

    [Fact]
    public void A_file_changed_at_random_never_throws()
    {
        var whole = File.ReadAllText(Path.Combine(Repository.Flows, "shared", "keywords.yaml"));
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[0, 40], Gen.String[Gen.Char["{}[]:,\"'-#&*!|>%@ \n\tab"], 0, 12]).Sample(
            (at, length, put) =>
            {
                var mutated = whole.Remove(at, Math.Min(length, whole.Length - at)).Insert(at, put);
                var (keywords, faults) = Read(mutated);
                Assert.All(faults, f => Assert.True(f.Spot.Line >= 1 && f.Problem.Length > 0 && f.Mend.Length > 0));
                Assert.True(faults.Count > 0 || keywords.Words.Count > 100);
            },
            iter: 150);
    }

    private static (Keywords Keywords, IReadOnlyList<Diagnostic> Faults) Read(string yaml) => KeywordsFile.Read(yaml, "flows/shared/keywords.yaml");
}
