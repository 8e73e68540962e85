using System.Collections.Frozen;
using System.Text;

namespace OutreachBot.Flows.Languages;

/// <summary>One way in which people spell a sound otherwise: every <c>Old</c> is read as its <c>One</c>, in the order given.</summary>
/// <param name="Name">What the table of false matches in docs/languages.md calls it.</param>
/// <param name="Swaps">Plain letters: marks and apostrophes are off before a rule is asked.</param>
public sealed record SpellingRule(string Name, IReadOnlyList<(string Old, string One)> Swaps);

/// <summary>A language's named collation: which spellings of it are one word.</summary>
/// <remarks>
/// The rules are the data; nothing else in the program knows a spelling. They hold for words of
/// <see cref="WordIndex.ShortWord"/> letters and more only: under that each of them costs more false matches than it
/// brings (measured, docs/languages.md). Spanish has none: its words one letter apart are other words, and what
/// misspelt Spanish the line meets stands in keywords.yaml.
/// </remarks>
public sealed record Spelling(string Name, LanguageTag Language, IReadOnlyList<SpellingRule> Rules)
{
    // "Qhichwa", "Qichwa": the puff of air is not heard by who learned to write in Spanish.
    private static readonly SpellingRule Aspirates = new("aspirates", [("čh", "č"), ("ph", "p"), ("th", "t"), ("kh", "k"), ("qh", "q")]);

    // The five letters that were k before the alphabets of today: "quiché", "colque", "acabal".
    private static readonly SpellingRule Velars = new("velars", [("que", "ke"), ("qui", "ki"), ("c", "k"), ("q", "k")]);

    // "huahua", "guagua", "vinak".
    private static readonly SpellingRule Labials = new("labials",
        [("hua", "wa"), ("hue", "we"), ("hui", "wi"), ("gua", "wa"), ("v", "w")]);

    // "huk", "juk".
    private static readonly SpellingRule Breath = new("breath", [("h", "j")]);

    // Two vowels never meet in Quechua and Aymara: one of them is a glide, "yanapai", "uaua".
    private static readonly SpellingRule Glides = new("glides",
        [("ai", "ay"), ("ei", "ey"), ("oi", "oy"), ("ui", "uy"), ("ua", "wa"), ("ue", "we"), ("ia", "ya"), ("io", "yo"), ("iu", "yu")]);

    // "maltiox".
    private static readonly SpellingRule MayanGlides = new("glides", [("ai", "ay"), ("oi", "oy"), ("ui", "uy"), ("ia", "ya"), ("io", "yo"), ("iu", "yu")]);

    // Three vowels or five: e and o are how i and u sound beside q.
    private static readonly SpellingRule Vowels = new("vowels", [("e", "i"), ("o", "u")]);

    private static readonly SpellingRule Sibilants = new("sibilants", [("z", "s")]);

    // "ishok", "tsij".
    private static readonly SpellingRule MayanSibilants = new("sibilants", [("z", "s"), ("š", "x")]);

    private static readonly FrozenDictionary<string, Spelling> ByLanguage = new[]
    {
        new Spelling("spanish", LanguageTag.Spanish, []),
        new Spelling("southern-quechua", LanguageTag.Quechua, [Aspirates, Velars, Labials, Breath, Glides, Vowels, Sibilants]),
        new Spelling("aymara", LanguageTag.Aymara, [Aspirates, Velars, Labials, Breath, Glides, Vowels, Sibilants]),
        new Spelling("kiche", LanguageTag.Kiche, [Velars, Labials, Breath, MayanGlides, MayanSibilants]),
        new Spelling("mam", LanguageTag.Mam, [Velars, Labials, Breath, MayanGlides, MayanSibilants]),
        new Spelling("qeqchi", LanguageTag.Qeqchi, [Velars, Labials, MayanGlides, MayanSibilants]),
        new Spelling("qanjobal", LanguageTag.Qanjobal, [Velars, Labials, MayanGlides, MayanSibilants]),
    }.ToFrozenDictionary(s => s.Language.ToString(), StringComparer.Ordinal);

    /// <summary>The collation of a language.</summary>
    public static Spelling Of(LanguageTag language) => ByLanguage[language.ToString()];

    /// <summary>Letters that follow themselves once, and one way for each sound.</summary>
    /// <param name="key">A form made by <see cref="Collation.Key"/>.</param>
    public string Apply(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (Rules.Count == 0)
        {
            return Once(key);
        }
        var form = Once(key);
        for (var settled = false; !settled;)
        {
            // The h of these two is no sound of its own.
            var spelt = new StringBuilder(form).Replace("ch", "č").Replace("sh", "š");
            foreach (var (old, one) in Rules.SelectMany(r => r.Swaps))
            {
                spelt.Replace(old, one);
            }
            // A swap may bring equal letters, or a pair that another swap reads, together.
            var next = Once(spelt.ToString());
            settled = next == form;
            form = next;
        }
        return form;
    }

    private static string Once(string key)
    {
        var once = new StringBuilder(key.Length);
        foreach (var character in key)
        {
            if (once.Length == 0 || once[^1] != character || char.IsDigit(character))
            {
                once.Append(character);
            }
        }
        return once.ToString();
    }
}
