using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Tests.Support;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Tests.Texting;

/// <summary>What the folding table does to the words the line says and understands.</summary>
public sealed class ShippedPromptsOnSmsTests
{
    [Fact]
    public void No_prompt_of_any_flow_and_language_goes_out_as_Ucs_2_and_none_loses_a_word()
    {
        var texts = Texts().ToList();
        Assert.True(texts.Count > 400, $"{texts.Count} texts");
        Assert.All(texts, t =>
        {
            var folded = SmsFold.Fold(t.Text, t.Language);
            Assert.Null(SmsText.FirstNonGsm(folded));
            Assert.Equal(Collation.Key(t.Text), Collation.Key(folded));
            Assert.Equal(t.Text.Count("ñÑéÉüÜ¿¡äöèàùìò".Contains), folded.Count("ñÑéÉüÜ¿¡äöèàùìò".Contains));
        });
    }

    [Fact]
    public void No_word_of_a_concept_folds_to_a_word_of_another()
    {
        var words = Repository.Keywords.Words;
        Assert.All(words, word =>
        {
            var folded = SmsFold.Fold(word.Word, word.Language);
            Assert.Equal(Collation.Key(word.Word), Collation.Key(folded));
            Assert.DoesNotContain(words, o => o.Language == word.Language && o.Concept != word.Concept && string.Equals(o.Word, folded, StringComparison.OrdinalIgnoreCase));
        });
    }

    [Fact]
    public void Every_attested_form_folds_to_itself_but_for_marks()
    {
        Assert.All(Lexicon.Forms(), f =>
        {
            var folded = SmsFold.Fold(f.Form, f.Language);
            Assert.Null(SmsText.FirstNonGsm(folded));
            Assert.Equal(Collation.Key(f.Form), Collation.Key(folded));
        });
    }

    private static IEnumerable<(string Text, LanguageTag Language)> Texts()
    {
        var book = FlowBookLoader.Load(Repository.Flows).Book!;
        var prompts = book.SharedPrompts.SelectMany(l => l.Value.Values.Select(p => (Prompt: p, Language: l.Key)))
            .Concat(book.Flows.Values.SelectMany(f => f.Layers.Values).SelectMany(l => l.Prompts.Values.Select(p => (Prompt: p, l.Language))));
        return prompts.SelectMany(p => Said(p.Prompt).Select(t => (t, p.Language)));
    }

    private static IEnumerable<string> Said(Prompt prompt) =>
        new[] { prompt.Text, prompt.Hint }.OfType<string>().Concat(prompt.Options.Values);
}
