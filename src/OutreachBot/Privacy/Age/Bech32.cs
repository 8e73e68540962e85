using System.Text;

namespace OutreachBot.Privacy.Age;

/// <summary>Bech32 (BIP 173), without its limit of 90 characters, as age writes its keys.</summary>
internal static class Bech32
{
    private const string Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private const int ChecksumLength = 6;

    /// <param name="prefix">Lower case.</param>
    public static string Encode(string prefix, ReadOnlySpan<byte> data)
    {
        var values = ToFiveBits(data);
        var checksum = Polymod([.. Expand(prefix), .. values, 0, 0, 0, 0, 0, 0]) ^ 1;
        var text = new StringBuilder(prefix).Append('1');
        foreach (var value in values)
        {
            text.Append(Alphabet[value]);
        }
        for (var i = 0; i < ChecksumLength; i++)
        {
            text.Append(Alphabet[(int)(checksum >> (5 * (ChecksumLength - 1 - i))) & 31]);
        }
        return text.ToString();
    }

    /// <param name="prefix">Lower case; the text may be all upper case instead.</param>
    /// <returns>Null when the prefix, the alphabet, the case or the checksum is wrong, or the padding isn't zero.</returns>
    public static byte[]? Decode(string prefix, string text)
    {
        var lower = text.ToLowerInvariant();
        if (!string.Equals(text, lower, StringComparison.Ordinal) && !string.Equals(text, text.ToUpperInvariant(), StringComparison.Ordinal))
        {
            return null;
        }
        var split = lower.LastIndexOf('1');
        if (split < 0 || lower.Length - split - 1 < ChecksumLength || !lower.AsSpan(0, split).SequenceEqual(prefix))
        {
            return null;
        }
        var values = new byte[lower.Length - split - 1];
        for (var i = 0; i < values.Length; i++)
        {
            var value = Alphabet.IndexOf(lower[split + 1 + i], StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }
            values[i] = (byte)value;
        }
        return Polymod([.. Expand(prefix), .. values]) == 1 ? ToBytes(values.AsSpan(0, values.Length - ChecksumLength)) : null;
    }

    private static byte[] ToFiveBits(ReadOnlySpan<byte> data)
    {
        var values = new byte[((data.Length * 8) + 4) / 5];
        for (var bit = 0; bit < data.Length * 8; bit++)
        {
            if ((data[bit / 8] >> (7 - (bit % 8)) & 1) == 1)
            {
                values[bit / 5] |= (byte)(1 << (4 - (bit % 5)));
            }
        }
        return values;
    }

    private static byte[]? ToBytes(ReadOnlySpan<byte> values)
    {
        var bytes = new byte[values.Length * 5 / 8];
        for (var bit = 0; bit < values.Length * 5; bit++)
        {
            if ((values[bit / 5] >> (4 - (bit % 5)) & 1) == 0)
            {
                continue;
            }
            if (bit / 8 >= bytes.Length)
            {
                return null;
            }
            bytes[bit / 8] |= (byte)(1 << (7 - (bit % 8)));
        }
        // Padding is at most four bits; five would be a character that says nothing.
        return (values.Length * 5) - (bytes.Length * 8) < 5 ? bytes : null;
    }

    private static IEnumerable<byte> Expand(string prefix) =>
        [.. prefix.Select(c => (byte)(c >> 5)), 0, .. prefix.Select(c => (byte)(c & 31))];

    private static uint Polymod(IEnumerable<byte> values)
    {
        ReadOnlySpan<uint> generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
        var checksum = 1u;
        foreach (var value in values)
        {
            var top = checksum >> 25;
            checksum = ((checksum & 0x1ffffff) << 5) ^ value;
            for (var i = 0; i < 5; i++)
            {
                if (((top >> i) & 1) == 1)
                {
                    checksum ^= generator[i];
                }
            }
        }
        return checksum;
    }
}
