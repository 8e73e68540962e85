using System.Globalization;
using System.Text;

namespace OutreachBot.Flows.Languages;

/// <summary>Brings what came in from a channel to the one form that everything behind it reads.</summary>
public static class TextCleaner
{
    /// <summary>Longest text kept, in UTF-16 units: what the longest SMS or WhatsApp message of our providers holds.</summary>
    public const int MaxLength = 1600;

    // Not of category Cf, and yet invisible: fillers, joiners, selectors, blank patterns.
    private const string Invisible = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0\uFFFE\uFFFF";

    /// <summary>
    /// Composed letters (NFC), no control characters but line feeds, no bidi marks, nothing of zero width, no half
    /// surrogate pairs, at most <see cref="MaxLength"/> units and no spaces at the ends. Never throws.
    /// </summary>
    public static string Clean(string? raw)
    {
        if (string.IsNullOrEmpty(raw))
        {
            return "";
        }
        // Marks may follow a letter after something invisible: take that out first, then compose.
        var kept = new StringBuilder(Math.Min(raw.Length, MaxLength));
        var afterReturn = false;
        for (var i = 0; i < raw.Length && kept.Length < 4 * MaxLength;)
        {
            var status = Rune.DecodeFromUtf16(raw.AsSpan(i), out var rune, out var length);
            i += length;
            if (status == System.Buffers.OperationStatus.Done && !(afterReturn && rune.Value == '\n'))
            {
                Append(kept, rune);
            }
            afterReturn = rune.Value == '\r';
        }
        return Cut(Letters.Compose(kept.ToString()).Trim());
    }

    private static void Append(StringBuilder kept, Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.Control when rune.Value is '\n' or '\r' or '\u0085' or '\v' or '\f':
            case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                kept.Append('\n');
                return;
            case UnicodeCategory.Control when rune.Value == '\t':
            case UnicodeCategory.SpaceSeparator:
                kept.Append(' ');
                return;
            case UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate:
                return;
            default:
                if (!IsInvisible(rune.Value))
                {
                    kept.Append(rune.ToString());
                }
                return;
        }
    }

    private static bool IsInvisible(int value) =>
        value is (>= 0xFE00 and <= 0xFE0F) or (>= 0x180B and <= 0x180F) or (>= 0xE0000 and <= 0xE0FFF)
        || (value <= char.MaxValue && Invisible.Contains((char)value));

    private static string Cut(string text)
    {
        if (text.Length <= MaxLength)
        {
            return text;
        }
        var end = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return text[..end].TrimEnd();
    }
}
