using System.Collections.Frozen;
using System.Text;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Texting;

/// <summary>Spells a text in letters that go out as GSM-7.</summary>
/// <remarks>
/// One letter outside GSM-7 cuts a message from 160 to 70 characters. Letters of the alphabet are never touched, so
/// ñ é ü ä ö ¿ ¡ stay. What is folded is said by a table for all languages and one for each; a table may only
/// take a mark off or change a sign, never make another word.
/// </remarks>
public static class SmsFold
{
    private static readonly FrozenDictionary<int, string> Everywhere = Table(
        ("‚", ","), ("“”„‟«»″＂", "\""), ("‹›", "'"), ("‐‑‒–—―−⁃﹘－", "-"), ("…", "..."),
        ("•‣◦∙·●▪■►▶", "-"), ("\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000\t\v\u1680", " "),
        ("\u2028\u2029\u0085", "\n"), ("ç", "c"), ("×✕✖", "x"), ("÷", "/"), ("°º", "o"), ("ª", "a"), ("¹", "1"), ("²", "2"), ("³", "3"),
        ("½", "1/2"), ("¼", "1/4"), ("¾", "3/4"), ("№", "No."), ("→⇒➡", "->"), ("←", "<-"), ("œ", "oe"), ("Œ", "OE"), ("ﬁ", "fi"), ("ﬂ", "fl"),
        ("¢", "c"), ("©", "(c)"), ("®", "(r)"), ("¦", "|"), ("≤", "<="), ("≥", ">="), ("≈", "~"), ("¸¨¯", ""));

    /// <summary>By language: what it means there, where the table for all would say otherwise or nothing.</summary>
    private static readonly FrozenDictionary<string, FrozenDictionary<int, string>> ByLanguage =
        new Dictionary<string, FrozenDictionary<int, string>>(StringComparer.Ordinal)
        {
            // Capitals and small letters that carry the stress only.
            ["es"] = Table(("á", "a"), ("í", "i"), ("ó", "o"), ("ú", "u"), ("Á", "A"), ("Í", "I"), ("Ó", "O"), ("Ú", "U")),
            // Stress of a few loans (arí); five-vowel spellings carry no mark.
            ["qu"] = Table(("á", "a"), ("í", "i"), ("ó", "o"), ("ú", "u")),
            // Length: ä and ü are in GSM-7, ï isn't; "jisa" for "jïsa" is attested.
            ["ay"] = Table(("ï", "i"), ("Ï", "I")),
            // Relaxed vowels: ä ö ü are in GSM-7, ë ï aren't; the glottal stop is a letter and stays.
            ["quc"] = Table(("ë", "e"), ("Ë", "E"), ("ï", "i"), ("Ï", "I")),
            ["mam"] = Table(("ẍ", "x"), ("Ẍ", "X")),
            ["kjb"] = Table(("ẍ", "x"), ("Ẍ", "X")),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The text in GSM-7 letters. Never fails; what has no spelling (emoji) is left out, an unknown letter becomes '?'.</summary>
    public static string Fold(string text, LanguageTag language)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (SmsText.FirstNonGsm(text) is null)
        {
            return text;
        }
        var composed = Letters.Compose(text);
        var own = ByLanguage.GetValueOrDefault(language.ToString());
        var folded = new StringBuilder(composed.Length);
        var leftOut = false;
        foreach (var rune in composed.EnumerateRunes())
        {
            var spelling = Spell(rune, own);
            var doubled = leftOut && spelling == " " && (folded.Length == 0 || folded[^1] is ' ' or '\n');
            if (!doubled)
            {
                folded.Append(spelling);
            }
            leftOut = spelling.Length == 0 || doubled;
        }
        return folded.ToString();
    }

    /// <summary>The first character that folding can't spell: a letter of another alphabet, an emoji; null where all is said.</summary>
    public static OddCharacter? FirstLost(string text, LanguageTag language)
    {
        ArgumentNullException.ThrowIfNull(text);
        var own = ByLanguage.GetValueOrDefault(language.ToString());
        var column = 1;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Spell(rune, own) is "" or "?" && rune.Value != '?' && !IsJoined(text, column - 1))
            {
                return new OddCharacter(rune, column);
            }
            column += rune.Utf16SequenceLength;
        }
        return null;
    }

    // A mark behind its letter is composed before it is folded.
    private static bool IsJoined(string text, int at) => at > 0 && Letters.Compose(text[(at - 1)..(at + 1)]).Length == 1;

    private static string Spell(Rune rune, FrozenDictionary<int, string>? own)
    {
        if (rune.IsBmp && Gsm7.Has((char)rune.Value))
        {
            return rune.ToString();
        }
        if ((own is not null && own.TryGetValue(rune.Value, out var spelling)) || Everywhere.TryGetValue(rune.Value, out spelling))
        {
            return spelling;
        }
        if (rune.IsBmp && Letters.IsApostrophe((char)rune.Value))
        {
            return "'";
        }
        if (rune.IsBmp && Letters.WithoutMarks((char)rune.Value) is var bare && Gsm7.Has(bare))
        {
            return bare.ToString();
        }
        if (LookAlikes.Meant(rune) is { } meant)
        {
            return meant;
        }
        if (Rune.IsDigit(rune))
        {
            return ((int)Rune.GetNumericValue(rune)).ToString();
        }
        return Rune.IsLetter(rune) ? "?" : "";
    }

    private static FrozenDictionary<int, string> Table(params ReadOnlySpan<(string Signs, string Spelling)> rows)
    {
        var table = new Dictionary<int, string>();
        foreach (var (signs, spelling) in rows)
        {
            foreach (var rune in signs.EnumerateRunes())
            {
                table.Add(rune.Value, spelling);
            }
        }
        return table.ToFrozenDictionary();
    }
}
