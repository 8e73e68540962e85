using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Checks;

public sealed class TranslatedWordsTests
{
    private const string Says = "a: {say: a, ends: true}";

    private static List<Diagnostic> Find(string code, string quechua, string spanish = "a: Hola") =>
        Linted.Find(code, "first: a", Says, spanish, ("probe/qu.yaml", Linted.Words(quechua, "qu")));

    private static string HashOf(string prompt, string spanish) =>
        SourceHash.Of(Linted.Book("first: a", Says, spanish).Flows["probe"].Layers[LanguageTag.Spanish].Prompts[prompt]);

    [Fact]
    public void Words_whose_Spanish_has_changed_are_warned_of_with_the_hash_to_write()
    {
        var words = $"a: {{text: Ari, status: draft, source: \"{HashOf("a", "a: Hola")}\"}}";
        Assert.Empty(Find("stale_words", words));

        var fault = Assert.Single(Find("stale_words", words, "a: Buenas"));
        Assert.Equal(Severity.Warning, fault.Severity);
        Assert.Equal("flows/probe/qu.yaml", fault.Spot.File);
        Assert.Contains(HashOf("a", "a: Buenas"), fault.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hash_changes_with_each_part_that_is_translated_and_with_no_other()
    {
        const string Whole = "a: {text: A, hint: B, whatsapp: C, options: {one: D}}";
        var hash = HashOf("a", Whole);
        Assert.All(["A", "B", "C", "D"], part => Assert.NotEqual(hash, HashOf("a", Whole.Replace($": {part}", $": {part}x", StringComparison.Ordinal))));
        Assert.Equal(hash, HashOf("a", "a: {options: {one: D}, whatsapp: C, hint: B, text: A, status: translated, audio: a.ogg}"));
        Assert.True(SourceHash.IsOne(hash));
    }

    [Fact]
    public void Words_without_a_hash_are_warned_of() =>
        Assert.Contains(HashOf("a", "a: Hola"), Assert.Single(Find("no_source", "a: Ari")).Mend, StringComparison.Ordinal);

    [Theory]
    [InlineData("status: draft", "", "")]
    [InlineData("status: translated", "unattested", "")]
    [InlineData("status: translated, from: \"GATITOS\"", "", "")]
    [InlineData("status: translated, reviewed_by: Rosa, reviewed_on: 2026-11-24", "", "")]
    [InlineData("status: community_reviewed, from: \"GATITOS\"", "", "unreviewed")]
    [InlineData("status: approved", "", "unreviewed")]
    [InlineData("status: approved, reviewed_by: Rosa, reviewed_on: 2026-11-24", "", "")]
    public void Words_past_draft_say_where_they_come_from_and_reviewed_ones_by_whom(string keys, string unattested, string unreviewed)
    {
        var words = $"a: {{text: Ari, {keys}}}";
        Assert.Equal(unattested.Length > 0, Find("unattested", words).Count == 1);
        Assert.Equal(unreviewed.Length > 0, Find("unreviewed", words).Count == 1);
    }

    [Fact]
    public void Words_whose_Spanish_has_changed_count_as_draft_and_keep_what_was_written()
    {
        var book = SmallFlows.Book(
            ("welcome/qu.yaml", "language: qu\nprompts:\n  learned: {text: Ari, status: approved, source: \"00000000\", reviewed_by: Rosa, reviewed_on: 2026-11-24}"));
        var words = book.Flows[FlowBook.Welcome].Layers[LanguageTag.Quechua].Prompts["learned"];

        Assert.Equal((ReviewStatus.Draft, ReviewStatus.Approved, "Ari"), (words.Status, words.WrittenStatus, words.Text));
        Assert.Equal(new Review("Rosa", new DateOnly(2026, 11, 24)), words.Review);
    }

    [Theory]
    [InlineData("source: \"GATITOS: a citation\"", "bad_value")]
    [InlineData("source: 5f1c", "bad_value")]
    [InlineData("reviewed_by: Rosa", "missing_key")]
    [InlineData("reviewed_on: 2026-11-24", "missing_key")]
    [InlineData("reviewed_by: Rosa, reviewed_on: yesterday", "bad_value")]
    public void A_citation_for_a_hash_and_half_a_review_are_refused_with_their_place(string keys, string code)
    {
        var files = SmallFlows.Files(("welcome/qu.yaml", $"language: qu\nprompts:\n  learned: {{text: Ari, {keys}}}"));
        var fault = Assert.Single(FlowBookLoader.Load(files).Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal((code, "flows/welcome/qu.yaml", 3), (fault.Code, fault.Spot.File, fault.Spot.Line));
    }

    [Fact]
    public void No_shipped_words_are_past_draft_unattested_or_unreviewed()
    {
        var book = FlowBookLoader.Load(Repository.Flows).Book!;
        Assert.Empty(Flows.Checks.FlowLinter.Lint(book).Where(d => d.Code is "unattested" or "unreviewed").Select(d => d.ToString()));
    }
}
