using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Tests.Support;
using OutreachBot.Tests.Support;

namespace OutreachBot.Flows.Tests.Languages;

/// <summary>Every attested form is understood however a phone sends it, and none is taken for another.</summary>
public sealed class LexiconTests
{
    private static readonly WordReader Words = new(Repository.Keywords);

    [Fact]
    public void Every_attested_form_and_its_variants_are_recognised_as_what_they_mean()
    {
        var misses = new List<string>();
        foreach (var (concept, language, form) in Lexicon())
        {
            misses.AddRange(Variants(form)
                .Select(v => (Variant: v, Found: Words.Recognise(v, language)?.Concept))
                .Where(v => v.Found != concept)
                .Select(v => $"{language} '{v.Variant}' ({form}): {concept}, found {v.Found ?? "nothing"}"));
        }
        Assert.True(misses.Count == 0, string.Join('\n', misses));
    }

    [Fact]
    public void A_typo_finds_its_own_word_or_nothing()
    {
        var wrong = new List<string>();
        int tried = 0, found = 0;
        var known = Lexicon().Select(l => Collation.Key(l.Form)).ToHashSet(StringComparer.Ordinal);
        foreach (var (concept, language, form) in Lexicon().Where(l => Collation.Key(l.Form).Length >= 6))
        {
            foreach (var typo in Slips(Collation.Key(form)).Where(t => !known.Contains(t)))
            {
                tried++;
                var read = Words.Recognise(typo, language)?.Concept;
                found += read == concept ? 1 : 0;
                if (read is not null && read != concept)
                {
                    wrong.Add($"{language} '{typo}' ({form}): {concept}, found {read}");
                }
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(found > tried * 0.8, $"{found} of {tried} slips understood");
    }

    [Fact]
    public void A_word_that_only_looks_like_one_of_ours_is_none()
    {
        var homographs = Csv.Rows(File.ReadAllText(SharedData.PathOf("data/language/keyword_collisions.csv")))
            .Where(r => r["kind"] == "homograph").Select(r => r["folded"]).ToList();
        Assert.NotEmpty(homographs);
        Assert.Empty(from word in homographs
                     from language in LanguageTag.All
                     let concept = Words.Concept(word, language)
                     where concept is not null
                     select $"{language} '{word}': {concept}");
    }

    private static IEnumerable<(string Concept, LanguageTag Language, string Form)> Lexicon() =>
        Csv.Rows(File.ReadAllText(SharedData.PathOf("data/language/lexicon.csv"))).Select(r =>
        {
            Assert.True(LanguageTag.TryParse(r["lang"], out var language));
            return (r["concept"], language, r["form"]);
        });

    private static IEnumerable<string> Variants(string form)
    {
        yield return form;
        yield return form.ToUpperInvariant();
        yield return form.ToLowerInvariant();
        yield return Collation.Key(form);
        yield return $"¡{form}!";
        yield return $"  {form} . ";
        yield return form + form[^1] + form[^1];
        foreach (var apostrophe in "’ʼ´`ꞌ‘")
        {
            yield return form.Replace('\'', apostrophe);
        }
        yield return form.Replace("'", "", StringComparison.Ordinal);
    }

    /// <summary>Each letter of the longer words left out, doubled over its neighbour, or replaced; and two swapped.</summary>
    private static IEnumerable<string> Slips(string key)
    {
        for (var i = 1; i < key.Length - 1; i++)
        {
            if (key[i] == ' ' || key[i - 1] == ' ' || key[i + 1] == ' ' || WordAt(key, i).Length < 5)
            {
                continue;
            }
            yield return key.Remove(i, 1);
            yield return key.Remove(i, 1).Insert(i, "z");
            yield return key.Insert(i, "z");
            yield return key[..(i - 1)] + key[i] + key[i - 1] + key[(i + 1)..];
        }
    }

    private static string WordAt(string key, int at)
    {
        var start = key.LastIndexOf(' ', at) + 1;
        var end = key.IndexOf(' ', at);
        return key[start..(end < 0 ? key.Length : end)];
    }
}
