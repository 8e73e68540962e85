using System.Globalization;

namespace OutreachBot.Flows.Languages.Identification;

/// <summary>Brings a message to the forms that its language is read from.</summary>
/// <remarks>
/// Three views, each harder than the one before, so that a spelling nobody saw still shares pieces with one that was
/// seen: <b>full</b> (lower case, one apostrophe, marks kept), <b>bare</b> (no marks, no apostrophes, a letter never
/// twice in a row), <b>sound</b> (the old and new ways of one sound are one: qu/c/q/k, hu/gu/w, e/i, o/u, z/s, j/h).
/// Each begins and ends with a space and has one between words.
/// </remarks>
internal static class SpellingViews
{
    /// <summary>Letters of a message that are looked at; more say nothing new.</summary>
    public const int MaxLetters = 360;

    /// <summary>Room that a view needs.</summary>
    public const int Room = MaxLetters + 2;

    // Cyrillic and Greek letters that look like Latin ones, in pairs.
    private const string LookAlikes = "аaеeоoрpсcхxуyіiјjѕsкkтtмmнhвbοoαaεeιiρpτtυuκkνvχx";

    /// <summary>The full view.</summary>
    /// <param name="view">At least <see cref="Room"/> long.</param>
    /// <returns>Its length; 1 when there is no letter.</returns>
    public static int Full(string text, Span<char> view)
    {
        var composed = Letters.Compose(text);
        view[0] = ' ';
        var length = 1;
        var start = 0;
        while (start < composed.Length && length < MaxLetters)
        {
            while (start < composed.Length && char.IsWhiteSpace(composed[start]))
            {
                start++;
            }
            var end = start;
            while (end < composed.Length && !char.IsWhiteSpace(composed[end]))
            {
                end++;
            }
            var chunk = composed.AsSpan(start, end - start);
            if (!IsAddress(chunk))
            {
                length = Append(chunk, view, length);
            }
            start = end;
        }
        return DropLaughter(view, length);
    }

    /// <summary>The bare view of a full one.</summary>
    public static int Bare(ReadOnlySpan<char> full, Span<char> view)
    {
        var length = 0;
        foreach (var character in full)
        {
            var plain = Letters.WithoutMarks(character);
            if (plain != '\'' && (length == 0 || view[length - 1] != plain))
            {
                view[length++] = plain;
            }
        }
        return length;
    }

    /// <summary>The bare view of a text.</summary>
    public static string BareOf(string text)
    {
        Span<char> full = stackalloc char[Room];
        Span<char> bare = stackalloc char[Room];
        return new string(bare[..Bare(full[..Full(text, full)], bare)]);
    }

    /// <summary>The sound view of a bare one.</summary>
    public static int Sound(ReadOnlySpan<char> bare, Span<char> view)
    {
        var length = 0;
        for (var i = 0; i < bare.Length; i++)
        {
            var next = i + 1 < bare.Length ? bare[i + 1] : ' ';
            var after = i + 2 < bare.Length ? bare[i + 2] : ' ';
            var (sound, letters) = SoundOf(bare[i], next, after);
            i += letters - 1;
            if (length == 0 || view[length - 1] != sound)
            {
                view[length++] = sound;
            }
        }
        return length;
    }

    private static (char Sound, int Letters) SoundOf(char letter, char next, char after) => letter switch
    {
        'c' when next == 'h' => ('č', 2),
        't' when next == 'x' => ('č', 2),
        's' when next == 'h' => ('x', 2),
        't' when next is 'z' or 's' => ('ț', 2),
        'q' when next == 'u' && after is 'e' or 'i' or '\'' => ('k', 2),
        'h' or 'g' when next == 'u' && IsVowel(after) => ('w', 2),
        'k' or 'q' or 'p' or 't' when next == 'h' => (letter == 'q' ? 'k' : letter, 2),
        'c' or 'q' => ('k', 1),
        'z' => ('s', 1),
        'e' or 'y' => ('i', 1),
        'o' => ('u', 1),
        'v' => ('w', 1),
        'h' => ('j', 1),
        _ => (letter, 1),
    };

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    private static int Append(ReadOnlySpan<char> chunk, Span<char> view, int length)
    {
        foreach (var raw in chunk)
        {
            if (length >= MaxLetters)
            {
                break;
            }
            var character = Plain(raw);
            if (char.IsLetter(character))
            {
                view[length++] = character;
            }
            else if (Letters.IsApostrophe(raw))
            {
                // Between or behind letters it is a sound; elsewhere, or twice, a quote.
                if (view[length - 1] is not (' ' or '\''))
                {
                    view[length++] = '\'';
                }
            }
            else if (view[length - 1] != ' ' && !IsInvisible(raw))
            {
                view[length++] = ' ';
            }
        }
        if (view[length - 1] != ' ')
        {
            view[length++] = ' ';
        }
        return length;
    }

    private static char Plain(char raw)
    {
        if (Letters.IsApostrophe(raw))
        {
            return '\'';
        }
        var lower = char.ToLowerInvariant(raw is >= '！' and <= '～' ? (char)(raw - '！' + '!') : raw);
        var at = lower < 'ɐ' ? -1 : LookAlikes.IndexOf(lower, StringComparison.Ordinal);
        return at >= 0 && at % 2 == 0 ? LookAlikes[at + 1] : lower;
    }

    private static bool IsInvisible(char character) =>
        char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.Control;

    /// <summary>Links and addresses of mail tell no language.</summary>
    private static bool IsAddress(ReadOnlySpan<char> chunk) =>
        chunk.Contains("://", StringComparison.Ordinal)
        || chunk.Contains('@')
        || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        || chunk.Contains(".com", StringComparison.OrdinalIgnoreCase)
        || chunk.Contains(".org/", StringComparison.OrdinalIgnoreCase)
        || chunk.Contains(".me/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes out laughter and drawn-out sounds: jajaja, hehe, jsjs, mmm, and ja ja ja.</summary>
    private static int DropLaughter(Span<char> view, int length)
    {
        var kept = 1;
        var before = (' ', ' ');
        for (var start = 1; start < length;)
        {
            var letters = view[start..length].IndexOf(' ');
            var word = view.Slice(start, letters);
            start += letters + 1;
            var syllable = letters == 2 && word[0] is 'j' or 'h' && word[1] is 'a' or 'e' or 'i' or 'o' ? (word[0], word[1]) : (' ', ' ');
            var isRepeated = syllable.Item1 != ' ' && (syllable == before || view[start..length].StartsWith([syllable.Item1, syllable.Item2, ' ']));
            before = syllable;
            if (!isRepeated && !IsLaughter(word))
            {
                word.CopyTo(view[kept..]);
                kept += letters;
                view[kept++] = ' ';
            }
        }
        return kept;
    }

    private static bool IsLaughter(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
        {
            return false;
        }
        var letters = 0;
        var breath = 0;
        var other = '\0';
        foreach (var character in word)
        {
            if (character is 'j' or 'h')
            {
                breath++;
            }
            else if (other == '\0' || other == character)
            {
                other = character;
            }
            else
            {
                return false;
            }
            letters++;
        }
        return other == '\0' || breath == 0 || (letters >= 4 && breath >= 2 && other is 'a' or 'e' or 'i' or 'o' or 's');
    }
}
