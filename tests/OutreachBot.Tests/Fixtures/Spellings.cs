using System.Text;

namespace OutreachBot.Tests.Fixtures;

/// <summary>How a word may lie in a file: UTF-8 and UTF-16 of either order; each of these plain, in hexadecimal, and in base64; in small and capital letters.</summary>
internal static class Spellings
{
    public static IReadOnlyList<byte[]> Of(string word)
    {
        var plain = new[] { word, word.ToLowerInvariant(), word.ToUpperInvariant() }
            .SelectMany(w => new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode }.Select(e => e.GetBytes(w)))
            .ToList();
        var texts = plain.SelectMany(p => Base64(p).Append(Convert.ToHexString(p)).Append(Convert.ToHexStringLower(p)));
        return [.. plain.Concat(texts.Select(Encoding.ASCII.GetBytes)).DistinctBy(Convert.ToHexString)];
    }

    // Within a longer text it may begin at any of three places of a group of four letters; the letters at its ends are others' too.
    private static IEnumerable<string> Base64(byte[] bytes)
    {
        foreach (var before in new[] { 0, 1, 2 })
        {
            var text = Convert.ToBase64String([.. new byte[before], .. bytes]).TrimEnd('=');
            var first = before == 0 ? 0 : before + 1;
            var whole = (before + bytes.Length) % 3 == 0 ? text.Length : text.Length - 1;
            yield return text[first..whole];
        }
    }
}
