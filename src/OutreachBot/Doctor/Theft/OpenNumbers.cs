namespace OutreachBot.Doctor.Theft;

/// <summary>Telephone numbers that lie in the clear among bytes, written as ASCII or UTF-16.</summary>
/// <remarks>
/// A plus and 10 to 15 digits (E.164), or a mobile of Bolivia or Guatemala with or without its country, standing alone. In
/// encrypted bytes one turns up by chance about once in a terabyte.
/// </remarks>
internal static class OpenNumbers
{
    private const int LongestE164 = 15;
    private const int ShortestE164 = 10;

    /// <param name="bytes">With some bytes before and behind those that are asked about.</param>
    /// <param name="asked">Where a number may begin.</param>
    public static int Count(ReadOnlySpan<byte> bytes, Range asked)
    {
        var (from, length) = asked.GetOffsetAndLength(bytes.Length);
        var found = 0;
        foreach (var stride in (ReadOnlySpan<int>)[1, 2])
        {
            for (var i = from; i < from + length; i++)
            {
                if ((bytes[i] == '+' || char.IsAsciiDigit((char)bytes[i])) && IsOne(bytes, i, stride))
                {
                    found++;
                }
            }
        }
        return found;
    }

    private static bool IsOne(ReadOnlySpan<byte> bytes, int at, int stride)
    {
        var plus = bytes[at] == '+';
        if (!plus && at >= stride && JoinsNumbers(bytes[at - stride]))
        {
            return false;
        }
        Span<char> digits = stackalloc char[LongestE164 + 1];
        var count = 0;
        for (var i = plus ? at + stride : at; i < bytes.Length && char.IsAsciiDigit((char)bytes[i]); i += stride)
        {
            // In UTF-16 a digit has an empty byte on one side, whichever comes first.
            if (count == digits.Length || (stride == 2 && !HasEmptyNeighbour(bytes, i)))
            {
                return false;
            }
            digits[count++] = (char)bytes[i];
        }
        var next = (plus ? at + stride : at) + (count * stride);
        return plus
            ? count is >= ShortestE164 and <= LongestE164
            : IsMobile(digits[..count]) && (next >= bytes.Length || !char.IsAsciiLetterOrDigit((char)bytes[next]));
    }

    private static bool HasEmptyNeighbour(ReadOnlySpan<byte> bytes, int at) =>
        (at + 1 < bytes.Length && bytes[at + 1] == 0) || (at > 0 && bytes[at - 1] == 0);

    private static bool IsMobile(ReadOnlySpan<char> digits)
    {
        var national = digits.Length == 11 && (digits.StartsWith("591") || digits.StartsWith("502")) ? digits[3..] : digits;
        return national.Length == 8 && national[0] is >= '3' and <= '7';
    }

    // Part of a longer word, id, time or sum.
    private static bool JoinsNumbers(byte neighbour) => char.IsAsciiLetterOrDigit((char)neighbour) || neighbour is (byte)'+' or (byte)'-' or (byte)'.' or (byte)':' or (byte)'_';
}
