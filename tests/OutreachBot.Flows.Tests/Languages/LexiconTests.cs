using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Languages;

/// <summary>Every attested form is understood however a phone sends it, and none is taken for another.</summary>
public sealed class LexiconTests
{
    private static readonly WordReader Words = new(Repository.Keywords);

    [Fact]
    public void Every_attested_form_is_recognised_in_every_way_of_writing_it()
    {
        var misses = new List<string>();
        foreach (var (concept, language, form) in Lexicon.Forms())
        {
            misses.AddRange(FormVariants.Of(form)
                .Select(v => (Variant: v, Found: Read(v, language)))
                .Where(v => v.Found != concept)
                .Select(v => $"{language} '{v.Variant}' ({form}): {concept}, found {v.Found ?? "nothing"}"));
        }
        Assert.True(misses.Count == 0, string.Join('\n', misses));
    }

    [Fact]
    public void No_form_in_any_writing_is_another_concept_in_any_language()
    {
        var crossed = new List<string>();
        foreach (var (concept, own, form) in Lexicon.Forms())
        {
            foreach (var language in LanguageTag.All)
            {
                crossed.AddRange(FormVariants.Of(form)
                    .Select(v => (Variant: v, Found: Read(v, language)))
                    .Where(v => v.Found is not null && v.Found != concept)
                    .Select(v => $"{own} '{v.Variant}' ({form}) under {language}: {concept}, found {v.Found}"));
            }
        }
        Assert.True(crossed.Count == 0, string.Join('\n', crossed));
    }

    [Fact]
    public void A_letter_held_down_is_not_heard_except_where_another_word_is_near()
    {
        var (tried, missed) = (0, new List<string>());
        foreach (var (concept, language, form) in Lexicon.Forms())
        {
            foreach (var held in FormVariants.HeldDown(form))
            {
                tried++;
                var found = Read(held, language);
                Assert.True(found is null || found == concept, $"{language} '{held}' ({form}): {concept}, found {found}");
                if (found is null)
                {
                    missed.Add(held);
                }
            }
        }
        // One letter from "Manam", "Sayt'ayaña" and "Alliq".
        Assert.Equal(["maam", "Sayt'aaña", "Alli"], missed);
        Assert.True(tried > 4000);
    }

    [Fact]
    public void A_courtesy_changes_no_word()
    {
        var misses = new List<string>();
        foreach (var (concept, language, form) in Lexicon.Forms())
        {
            misses.AddRange(FormVariants.Politely(form)
                .Select(v => (Variant: v, Found: Read(v, language)))
                .Where(v => v.Found != concept)
                .Select(v => $"{language} '{v.Variant}': {concept}, found {v.Found ?? "nothing"}"));
        }
        Assert.True(misses.Count == 0, string.Join('\n', misses));
    }

    [Fact]
    public void One_typo_finds_its_own_word_and_never_another_in_every_language_of_the_deployment()
    {
        var faults = new List<string>();
        var tried = 0;
        var known = Lexicon.Forms().Select(l => Collation.Key(l.Form)).ToHashSet(StringComparer.Ordinal);
        foreach (var (concept, own, form) in Lexicon.Forms().Where(l => Collation.Key(l.Form).Length >= 5))
        {
            var guessed = Repository.Keywords.Words.Any(w => w.Language == own && w.Word == form && !w.Use.HasFlag(KeywordUse.Exact));
            foreach (var typo in FormVariants.Slips(Collation.Key(form)).Where(t => t.Length >= 5 && !known.Contains(t)))
            {
                foreach (var language in Lexicon.SpokenBeside(own))
                {
                    var read = Read(typo, language);
                    var must = guessed && language == own && !IsOrdinary(typo, own);
                    tried += must ? 1 : 0;
                    if ((must ? read != concept : read is not null && read != concept) && !AnotherIsNear(typo, concept, language))
                    {
                        faults.Add($"{own} '{typo}' ({form}) under {language}: {concept}, found {read ?? "nothing"}");
                    }
                }
            }
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(tried > 7000, $"{tried} slips");
    }

    [Fact]
    public void Under_five_letters_nothing_is_guessed()
    {
        var forms = Lexicon.Forms();
        var known = forms.Select(l => Collation.Key(l.Form)).Concat(Repository.Keywords.Words.Select(w => Collation.Key(w.Word))).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(from form in forms
                     where Collation.Key(form.Form).Length < 5
                     from typo in FormVariants.Slips(Collation.Key(form.Form))
                     where typo.Length < 5 && !known.Contains(typo) && !known.Contains(Collation.Loose(typo, LanguageTag.Spanish))
                     from language in Lexicon.SpokenBeside(form.Language)
                     let read = Read(typo, language)
                     where read is not null
                     select $"{language} '{typo}' ({form.Form}): {read}");
    }

    /// <summary>A word of another concept is as near: the typo may be either.</summary>
    private static bool AnotherIsNear(string typo, string concept, LanguageTag language) =>
        Repository.Keywords.Words.Any(w => w.Concept != concept && (w.Language == language || w.Language == LanguageTag.Spanish)
            && (FormVariants.IsOneSlip(typo, Collation.Key(w.Word)) || FormVariants.IsOneSlip(Once(typo), Once(Collation.Key(w.Word)))));

    /// <summary>It is a word of its own, or has one in it.</summary>
    private static bool IsOrdinary(string typo, LanguageTag language) =>
        Repository.Keywords.Apart.Any(a => (a.Language == language || a.Language == LanguageTag.Spanish) && $" {typo} ".Contains($" {Collation.Key(a.Word)} ", StringComparison.Ordinal));

    private static string Once(string key) => Collation.Loose(key, LanguageTag.Spanish);

    private static string? Read(string text, LanguageTag language) => Words.Recognise(TextCleaner.Clean(text), language)?.Concept;
}
