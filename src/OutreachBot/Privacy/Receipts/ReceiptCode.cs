using System.Security.Cryptography;

namespace OutreachBot.Privacy.Receipts;

/// <summary>Ten digits, the last a check digit; shown as <c>123-456-7890</c>.</summary>
/// <remarks>
/// The shape of any customer number, so that a screen that shows it tells nothing. Codes that begin with 0 (phones drop it),
/// or like a number of the region (591 and 502 are the country codes, 800 is toll-free), are not drawn: somebody would ring
/// them. That leaves 897,000,000.
/// </remarks>
public readonly record struct ReceiptCode
{
    public const int Length = 10;

    private readonly string? _digits;

    private ReceiptCode(string digits) => _digits = digits;

    /// <summary>Ten ASCII digits.</summary>
    public string Digits => _digits ?? throw new InvalidOperationException("This receipt code was neither drawn nor read.");

    /// <summary>In groups, as it is said: <c>123-456-7890</c>.</summary>
    public string Grouped => $"{Digits[..3]}-{Digits[3..6]}-{Digits[6..]}";

    public static ReceiptCode Draw()
    {
        Span<char> digits = stackalloc char[Length];
        do
        {
            for (var i = 0; i < Length - 1; i++)
            {
                digits[i] = (char)('0' + RandomNumberGenerator.GetInt32(10));
            }
        }
        while (LooksLikeAPhone(digits));
        digits[^1] = Damm.CheckDigit(digits[..^1]);
        return new ReceiptCode(new string(digits));
    }

    /// <param name="digits">Ten ASCII digits with a right check digit; else null.</param>
    public static ReceiptCode? TryFrom(string digits) =>
        digits.Length == Length && digits.All(char.IsAsciiDigit) && Damm.IsRight(digits) ? new ReceiptCode(digits) : null;

    public override string ToString() => "[code]";

    private static bool LooksLikeAPhone(ReadOnlySpan<char> digits) =>
        digits[0] == '0' || digits[..3] is "591" or "502" or "800";
}
