using System.Text;

namespace OutreachBot.Doctor.Theft;

/// <summary>Sentences that lie in the clear among bytes: several words of letters, parted by spaces.</summary>
/// <remarks>Encrypted bytes hold none of this length in a terabyte; ids, hashes and base64 have no spaces.</remarks>
internal static class OpenWords
{
    private const int ShortestWord = 2;

    /// <summary>What may stand between two words.</summary>
    public static char[] Between => [' ', ',', '.', ';', '?', '!'];

    /// <param name="leastWords">How many words in a row make a sentence.</param>
    /// <param name="leastLength">Bytes.</param>
    /// <param name="asked">Where one may begin.</param>
    /// <param name="isKnown">Told what was found: whether it may lie there.</param>
    public static int Count(ReadOnlySpan<byte> bytes, Range asked, int leastWords, int leastLength, Func<string, bool> isKnown)
    {
        var (from, length) = asked.GetOffsetAndLength(bytes.Length);
        var found = 0;
        for (var i = from; i < from + length; i++)
        {
            var end = EndOfRun(bytes, i, out var words);
            if (words >= leastWords && end - i >= leastLength && !isKnown(Encoding.UTF8.GetString(bytes[i..end])))
            {
                found++;
            }
            i = Math.Max(i, end - 1);
        }
        return found;
    }

    private static int EndOfRun(ReadOnlySpan<byte> bytes, int from, out int words)
    {
        words = 0;
        var (at, end) = (from, from);
        while (WordAt(bytes, at) is var length && length > 0)
        {
            words += length >= ShortestWord ? 1 : 0;
            at += length;
            end = at;
            while (at < bytes.Length && at - end < 3 && bytes[at] is (byte)' ' or (byte)',' or (byte)'.' or (byte)';' or (byte)'?' or (byte)'!')
            {
                at++;
            }
            if (at == end)
            {
                break;
            }
        }
        return end;
    }

    // Latin letters with their marks (two bytes of UTF-8, U+00C0 to U+017F), and the apostrophe that Quechua and K'iche' write.
    private static int WordAt(ReadOnlySpan<byte> bytes, int from)
    {
        var at = from;
        while (at < bytes.Length)
        {
            if (char.IsAsciiLetter((char)bytes[at]) || (bytes[at] == '\'' && at > from))
            {
                at++;
            }
            else if (bytes[at] is >= 0xC3 and <= 0xC5 && at + 1 < bytes.Length && bytes[at + 1] is >= 0x80 and <= 0xBF)
            {
                at += 2;
            }
            else
            {
                break;
            }
        }
        return at - from;
    }
}
