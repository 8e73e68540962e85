using System.Text.RegularExpressions;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Tests.Support;
using OutreachBot.Tests.Support;

namespace OutreachBot.Flows.Tests.Languages;

/// <summary>No word of an indigenous language is invented: whatever the bot says stands in a source, or follows from one by a rule.</summary>
public sealed partial class AttestedWordsTests
{
    private static readonly FlowBook Book = FlowBookLoader.Load(Repository.Flows).Book!;

    // Spanish words that stand in all languages' prompts: speakers use them, and a person must find them on her keyboard.
    private static readonly HashSet<string> Spanish = new(StringComparer.Ordinal)
    {
        "confidencial", "gratis", "código", "saltar", "departamento", "emergencia", "es", "no", "policia",
        "peligro", "idioma", "menu", "atras", "repetir", "borrar",
    };

    // Attested stem and attested suffix; the grammar is named where the prompt says where it is from.
    private static readonly Dictionary<string, (string Stem, string Suffix)> ByRule = new(StringComparer.Ordinal)
    {
        ["kawkhansa"] = ("kawkhana", "-sa, with question words"),
        ["jichhax"] = ("jichha", "-x(a), what is spoken of"),
        ["utjiti"] = ("utji", "-ti, yes or no"),
        ["yachananchu"] = ("yachanan", "-chu, denied by mana"),
        ["runawan"] = ("runa", "-wan, with"),
    };

    [Fact]
    public void Every_prompt_has_a_status_and_every_one_that_is_not_Spanish_says_where_its_words_are_from()
    {
        var prompts = Prompts().Where(p => p.Language != LanguageTag.Spanish).ToList();

        Assert.True(prompts.Count > 100);
        Assert.Empty(prompts.Where(p => string.IsNullOrWhiteSpace(p.Prompt.From) || p.Prompt.Source is null).Select(p => $"{p.Language} {p.Prompt.Name}"));
        Assert.Empty(Prompts().Where(p => !Enum.IsDefined(p.Prompt.Status)).Select(p => p.Prompt.Name));
    }

    [Fact]
    public void What_no_speaker_has_reviewed_is_a_draft() =>
        Assert.Empty(Prompts().Where(p => p.Prompt.Review is null && p.Prompt.Status != ReviewStatus.Draft).Select(p => $"{p.Language} {p.Prompt.Name}"));

    [Theory]
    [InlineData("qu")]
    [InlineData("ay")]
    [InlineData("quc")]
    public void Every_word_the_bot_says_is_attested_or_follows_by_a_named_rule(string tag)
    {
        Assert.True(LanguageTag.TryParse(tag, out var language));
        var known = Attested(tag);
        Assert.All(ByRule.Values, rule => Assert.NotEmpty(rule.Suffix));

        var invented = Prompts().Where(p => p.Language == language)
            .SelectMany(p => Words(p.Prompt).Select(word => (p.Prompt.Name, Word: word)))
            .Where(w => !Spanish.Contains(w.Word) && !known.Contains(w.Word) && !(ByRule.TryGetValue(w.Word, out var rule) && known.Contains(rule.Stem)))
            .Select(w => $"{w.Name}: {w.Word}");

        Assert.Empty(invented);
    }

    private static IEnumerable<(LanguageTag Language, Prompt Prompt)> Prompts() =>
        Book.Flows.Values.SelectMany(f => f.Layers.SelectMany(l => l.Value.Prompts.Values.Select(p => (l.Key, p))))
            .Concat(Book.SharedPrompts.SelectMany(l => l.Value.Values.Select(p => (l.Key, p))));

    private static IEnumerable<string> Words(Prompt prompt) =>
        new[] { prompt.Text, prompt.Hint ?? "", prompt.WhatsAppText ?? "" }.Concat(prompt.Options.Values)
            .Select(t => Placeholder().Replace(t, " "))
            .SelectMany(WordsOf);

    private static HashSet<string> Attested(string tag)
    {
        var lines = File.ReadLines(SharedData.PathOf("data/language/train.tsv")).Select(l => l.Split('\t')).Where(l => l[0] == tag).Select(l => l[1]);
        var forms = Csv.Rows(File.ReadAllText(SharedData.PathOf("data/language/lexicon.csv")))
            .Where(r => r["lang"] == tag || r["concept"].StartsWith("language_name", StringComparison.Ordinal)).Select(r => r["form"]);
        return lines.Concat(forms).SelectMany(WordsOf).ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> WordsOf(string text) =>
        Word().Matches(text.Replace('’', '\'')).Select(m => m.Value.Trim('\'').ToLowerInvariant()).Where(w => w.Length > 0 && char.IsLetter(w[0]));

    [GeneratedRegex(@"\{[a-z_]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[\p{L}']+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
