using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace OutreachBot.Alerts;

/// <summary>What an alert is called by on a phone: two random letters and two digits, such as <c>KT47</c>.</summary>
/// <remarks>
/// Random, so that somebody who is kept away from a tip can't see it missing from a sequence. Consonants that can't be taken
/// for a digit or for each other: no code spells a word, and none is misread from a small screen.
/// </remarks>
public readonly record struct AlertCode
{
    private const string Letters = "CDFGHJKLMNPRTVWX";
    private const string Digits = "23456789";

    private readonly string? _value;

    private AlertCode(string value) => _value = value;

    public static AlertCode Draw() => new(
        RandomNumberGenerator.GetString(Letters, 2) + RandomNumberGenerator.GetString(Digits, 2));

    /// <summary>Reads a code as somebody writes it: in any case, with spaces around it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AlertCode code)
    {
        var written = text?.Trim().ToUpperInvariant() ?? "";
        var reads = written.Length == 4
            && Letters.Contains(written[0]) && Letters.Contains(written[1])
            && Digits.Contains(written[2]) && Digits.Contains(written[3]);
        code = reads ? new AlertCode(written) : default;
        return reads;
    }

    public override string ToString() => _value ?? "";
}
