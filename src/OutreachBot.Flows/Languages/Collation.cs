using System.Globalization;
using System.Text;

namespace OutreachBot.Flows.Languages;

/// <summary>The form in which words are compared.</summary>
/// <remarks>
/// Two depths. <see cref="Key"/> takes off what a phone without the keys can't send: case, marks, apostrophes of any
/// kind, punctuation, emoji, letters of another alphabet that look like ours; the words that are left stand apart by
/// one space. <see cref="Loose"/> also takes off how people write: repeated letters (siii) in every language, and
/// where spelling wavers the ways of one sound, by the language's <see cref="Spelling"/>. Two words with one loose
/// form in one language must be one concept: the lint <c>keyword_collision</c> holds that.
/// </remarks>
public static class Collation
{
    // Typed or put by the phone in place of an apostrophe, between two letters only.
    private const string DoubleQuotes = "\"“”„‟″＂";

    /// <summary>Lower case, no marks, no apostrophes, words apart by one space; empty when no letter or digit is left.</summary>
    public static string Key(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = new StringBuilder(text.Length);
        var gap = false;
        var composed = Letters.Compose(text);
        for (var at = 0; at < composed.Length;)
        {
            Rune.DecodeFromUtf16(composed.AsSpan(at), out var rune, out var length);
            at += length;
            if ((rune.IsBmp && IsApostrophe((char)rune.Value, key, gap, composed, at)) || IsUnseen(rune))
            {
                continue;
            }
            var meant = LookAlikes.Meant(rune);
            if (meant is null ? !Rune.IsLetterOrDigit(rune) : !char.IsAsciiLetterOrDigit(meant[0]))
            {
                gap = true;
                continue;
            }
            if (gap && key.Length > 0)
            {
                key.Append(' ');
            }
            gap = false;
            Append(key, rune, meant);
        }
        return key.ToString();
    }

    /// <summary><see cref="Key"/>, then repeated letters once and, for a language whose spelling wavers, one way for a sound.</summary>
    /// <param name="key">A form made by <see cref="Key"/>.</param>
    /// <param name="language">Whose spelling.</param>
    public static string Loose(string key, LanguageTag language) => Spelling.Of(language).Apply(key);

    private static void Append(StringBuilder key, Rune rune, string? meant)
    {
        if (meant is not null)
        {
            key.Append(meant.ToLowerInvariant());
            return;
        }
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

    private static bool IsApostrophe(char character, StringBuilder before, bool gap, string text, int next) =>
        Letters.IsApostrophe(character)
        || (DoubleQuotes.Contains(character) && !gap && before.Length > 0 && char.IsLetter(before[^1]) && next < text.Length && char.IsLetter(text[next]));

    /// <summary>A mark of its own, or something of no width inside a word.</summary>
    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
}
