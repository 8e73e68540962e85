using System.Security.Cryptography;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Privacy.Passphrases;

/// <summary>What somebody keeps in her head. Letters are composed, so that it is the same whatever keyboard it is typed on.</summary>
public sealed class Passphrase
{
    /// <summary>Characters. Offline guessing at the cost of <see cref="PassphraseCost.Normal"/> makes fewer worthless.</summary>
    public const int MinLength = 8;

    // No 0 o 1 l i: it is read from a screen and typed in. 31 signs give 4.95 bits each.
    private const string Signs = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int Groups = 4;
    private const int GroupLength = 5;

    private readonly string _text;

    private Passphrase(string text) => _text = text;

    /// <summary>Characters.</summary>
    public int Length => _text.Length;

    /// <param name="text">Taken without a line's end at its end; null when nothing is left, or it isn't well-formed Unicode.</param>
    public static Passphrase? TryFrom(string text)
    {
        var line = text.TrimEnd('\r', '\n');
        return line.Length == 0 || !IsWellFormed(line) ? null : new Passphrase(Letters.Compose(line));
    }

    /// <summary>Four groups of five: 99 bits.</summary>
    public static Passphrase Draw() => new(string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Signs, GroupLength))));

    /// <summary>To be shown once, to the person it is for.</summary>
    public string Reveal() => _text;

    public override string ToString() => "[passphrase]";

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }
        return true;
    }
}
