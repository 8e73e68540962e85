using OutreachBot.Addresses;

namespace OutreachBot.Responders.Pins;

/// <summary>Four digits that a responder chooses, and which of them somebody would try first.</summary>
internal static class PinDigits
{
    public const int Count = 4;

    /// <summary>The digits written twice in one message, once.</summary>
    /// <returns>Null: not twice the same.</returns>
    public static string? Twice(string digits) =>
        digits.Length == 2 * Count && digits[..Count] == digits[Count..] ? digits[..Count] : null;

    /// <summary>All alike, in a row up or down, a pair twice, a year that somebody alive was born in or lives in, or the end of her own number.</summary>
    public static bool AreWeak(string digits, Address phone) =>
        Steps(digits).Distinct().Count() == 1 && Steps(digits)[0] is 0 or 1 or -1
        || digits[..2] == digits[2..]
        || string.CompareOrdinal(digits, "1920") >= 0 && string.CompareOrdinal(digits, "2039") <= 0
        || phone.Value.EndsWith(digits, StringComparison.Ordinal);

    private static List<int> Steps(string digits) => [.. digits.Zip(digits.Skip(1), (a, b) => b - a)];
}
