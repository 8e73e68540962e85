using System.Collections.Frozen;
using System.Text;

namespace OutreachBot.Flows.Languages;

/// <summary>Characters that look like a Latin letter or a digit and are another: of Cyrillic and Greek keyboards, full width, circled.</summary>
/// <remarks>Full width and circled as Unicode's own compatibility decompositions have them; the letters are those whose capitals or small forms can't be told apart by eye.</remarks>
public static class LookAlikes
{
    private const string Letters = "АAΑAВBΒBЕEΕEЁEНHΗHІIΙIЇIЈJКKΚKМMΜMΝNОOΟOРPΡPСCЅSТTΤTХXΧXУYΥYΖZаaαaеeεeёeіiιiїiјjкkκkоoοoрpρpсcѕsуyхxχxνvυuһh";

    private static readonly FrozenDictionary<int, string> Plain = Pairs().ToFrozenDictionary();

    /// <summary>What a person meant by it, in plain letters or digits; null where the character is what it looks like.</summary>
    public static string? Meant(Rune rune) =>
        rune.Value < 0x80 ? null
        : rune.Value is >= 0xFF01 and <= 0xFF5E ? ((char)(rune.Value - 0xFF01 + '!')).ToString()
        : Plain.GetValueOrDefault(rune.Value);

    private static IEnumerable<KeyValuePair<int, string>> Pairs()
    {
        for (var i = 0; i < Letters.Length; i += 2)
        {
            yield return KeyValuePair.Create((int)Letters[i], Letters[i + 1].ToString());
        }
        for (var n = 1; n <= 20; n++)
        {
            // Circled, in brackets and with a full stop.
            yield return KeyValuePair.Create(0x2460 + n - 1, $"{n}");
            yield return KeyValuePair.Create(0x2474 + n - 1, $"{n}");
            yield return KeyValuePair.Create(0x2488 + n - 1, $"{n}");
        }
        for (var n = 1; n <= 10; n++)
        {
            yield return KeyValuePair.Create(0x2776 + n - 1, $"{n}");
            yield return KeyValuePair.Create(0x2780 + n - 1, $"{n}");
            yield return KeyValuePair.Create(0x278A + n - 1, $"{n}");
        }
        for (var letter = 'a'; letter <= 'z'; letter++)
        {
            yield return KeyValuePair.Create(0x24D0 + letter - 'a', $"{letter}");
            yield return KeyValuePair.Create(0x24B6 + letter - 'a', $"{letter}");
            yield return KeyValuePair.Create(0x1F170 + letter - 'a', $"{letter}");
        }
        yield return KeyValuePair.Create(0x24EA, "0");
        yield return KeyValuePair.Create(0x1F51F, "10");
        yield return KeyValuePair.Create(0xB9, "1");
        yield return KeyValuePair.Create(0xB2, "2");
        yield return KeyValuePair.Create(0xB3, "3");
    }
}
