using System.Globalization;
using System.Text;

namespace OutreachBot.Flows.Languages;

/// <summary>The form in which words are compared.</summary>
/// <remarks>
/// Two depths. <see cref="Key"/> takes off what a phone without the keys can't send: case, marks, apostrophes of any
/// kind, punctuation, emoji; the words that are left stand apart by one space. <see cref="Loose"/> also takes off how
/// people write: repeated letters (siii) in every language, and, where spelling wavers, old and new ways of one sound
/// (qu/k/c/q, hu/w, e/i, o/u, z/s, double consonants of aspirated stops stay). Two words with one loose form in one
/// language must be one concept: the lint <c>keyword_collision</c> holds that.
/// </remarks>
public static class Collation
{
    /// <summary>Lower case, no marks, no apostrophes, words apart by one space; empty when no letter or digit is left.</summary>
    public static string Key(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in Letters.Compose(text).EnumerateRunes())
        {
            if (rune.IsBmp && Letters.IsApostrophe((char)rune.Value) || IsMark(rune))
            {
                continue;
            }
            if (!Rune.IsLetterOrDigit(rune))
            {
                gap = true;
                continue;
            }
            if (gap && key.Length > 0)
            {
                key.Append(' ');
            }
            gap = false;
            AppendPlain(key, rune);
        }
        return key.ToString();
    }

    /// <summary><see cref="Key"/>, then repeated letters once and, for a language whose spelling wavers, one way for a sound.</summary>
    /// <param name="key">A form made by <see cref="Key"/>.</param>
    /// <param name="language">Whose spelling.</param>
    public static string Loose(string key, LanguageTag language)
    {
        ArgumentNullException.ThrowIfNull(key);
        var once = new StringBuilder(key.Length);
        foreach (var character in language == LanguageTag.Spanish ? key : OneSpelling(key, IsMayan(language)))
        {
            if (once.Length == 0 || once[^1] != character || char.IsDigit(character))
            {
                once.Append(character);
            }
        }
        return once.ToString();
    }

    private static void AppendPlain(StringBuilder key, Rune rune)
    {
        var lower = Rune.ToLowerInvariant(rune);
        if (lower.IsBmp)
        {
            key.Append(char.ToLowerInvariant(Letters.WithoutMarks((char)lower.Value)));
        }
        else
        {
            key.Append(lower.ToString());
        }
    }

    /// <summary>Old digraphs go to one letter; where three vowels and five are both written, to three.</summary>
    private static string OneSpelling(string key, bool mayan)
    {
        // Old "qu" and "hu" are single sounds before a vowel only; elsewhere the u is a vowel of its own (qullqi).
        var spelt = new StringBuilder(key)
            .Replace("ch", "č").Replace("que", "ke").Replace("qui", "ki").Replace("hua", "wa").Replace("hui", "wi").Replace("hue", "we")
            .Replace("tz", "ts").Replace('c', 'k').Replace('q', 'k').Replace('z', 's');
        if (!mayan)
        {
            // e and o are how i and u sound beside q.
            spelt.Replace('e', 'i').Replace('o', 'u').Replace('v', 'w').Replace("ua", "wa").Replace("ui", "wi");
        }
        return spelt.ToString();
    }

    private static bool IsMayan(LanguageTag language) =>
        language != LanguageTag.Spanish && language != LanguageTag.Quechua && language != LanguageTag.Aymara;

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
