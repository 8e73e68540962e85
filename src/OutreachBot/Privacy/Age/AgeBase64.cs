namespace OutreachBot.Privacy.Age;

/// <summary>Base64 as age has it: RFC 4648, no padding, one spelling for each value.</summary>
internal static class AgeBase64
{
    public static string Encode(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    /// <returns>Null for anything that <see cref="Encode"/> would not have written.</returns>
    public static byte[]? Decode(ReadOnlySpan<char> text)
    {
        if (text.Length % 4 == 1 || text.ContainsAny('=', ' ', '\t') || text.ContainsAny('\r', '\n'))
        {
            return null;
        }
        var padded = string.Concat(text, "===".AsSpan(0, (4 - (text.Length % 4)) % 4));
        var bytes = new byte[padded.Length / 4 * 3];
        return Convert.TryFromBase64String(padded, bytes, out var count) && text.SequenceEqual(Encode(bytes.AsSpan(0, count)))
            ? bytes[..count]
            : null;
    }
}
