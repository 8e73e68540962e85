using System.Text;

namespace OutreachBot.Flows.Texting;

/// <summary>A character that the 7-bit alphabet doesn't have.</summary>
/// <param name="Character">The character; U+FFFD for half of a surrogate pair.</param>
/// <param name="Column">Where it stands, counting UTF-16 units from 1.</param>
public readonly record struct OddCharacter(Rune Character, int Column);

/// <summary>Counts SMS units as the network bills them.</summary>
/// <remarks>3GPP TS 23.038 §6.2.1; an escape pair is never split across segments (TS 23.040 §9.2.3.24.1), nor a surrogate pair.</remarks>
public static class SmsText
{
    private const int SeptetsAlone = 160;
    private const int SeptetsOfPart = 153;
    private const int UnitsAlone = 70;
    private const int UnitsOfPart = 67;

    /// <summary>How many GSM-7 characters so many segments hold.</summary>
    public static int CharactersIn(int segments) => segments == 1 ? SeptetsAlone : segments * SeptetsOfPart;

    /// <summary>What a text costs as it stands; it is not folded first.</summary>
    public static SmsMeasure Measure(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var septets = 0;
        foreach (var character in text)
        {
            var cost = Gsm7.SeptetsOf(character);
            if (cost == 0)
            {
                return MeasureWide(text);
            }
            septets += cost;
        }
        var segments = septets <= SeptetsAlone ? 1 : Parts(text, SeptetsOfPart, static (t, i) => (Gsm7.SeptetsOf(t[i]), 1));
        return new SmsMeasure(SmsEncoding.Gsm7, septets, segments);
    }

    /// <summary>The first character that forces UCS-2; null where the text is GSM-7.</summary>
    public static OddCharacter? FirstNonGsm(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (!Gsm7.Has(text[i]))
            {
                Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out _);
                return new OddCharacter(rune, i + 1);
            }
        }
        return null;
    }

    private static SmsMeasure MeasureWide(string text)
    {
        var segments = text.Length <= UnitsAlone ? 1 : Parts(text, UnitsOfPart, static (t, i) =>
            i + 1 < t.Length && char.IsSurrogatePair(t[i], t[i + 1]) ? (2, 2) : (1, 1));
        return new SmsMeasure(SmsEncoding.Ucs2, text.Length, segments);
    }

    /// <summary>Fills parts one after the other; what would straddle a border moves whole to the next.</summary>
    private static int Parts(string text, int room, Func<string, int, (int Cost, int Length)> unit)
    {
        var parts = 1;
        var used = 0;
        for (var i = 0; i < text.Length;)
        {
            var (cost, length) = unit(text, i);
            if (used + cost > room)
            {
                parts++;
                used = 0;
            }
            used += cost;
            i += length;
        }
        return parts;
    }
}
