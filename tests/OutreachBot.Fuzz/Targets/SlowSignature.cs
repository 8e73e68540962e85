using System.Security.Cryptography;
using System.Text;

namespace OutreachBot.Fuzz.Targets;

/// <summary>The provider's rule of signing, written the slow and plain way, to judge the quick one by.</summary>
internal static class SlowSignature
{
    public static string Of(string token, string url, byte[] body) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), (byte[])[.. Encoding.UTF8.GetBytes(url), .. Fields(body)]));

    /// <summary>Whether the signature fits the address as it was called, with its port or without.</summary>
    public static bool Accepts(string token, string host, string target, byte[] body, string signature) =>
        new[] { $"https://{host}{target}", $"https://{host}:443{target}" }.Any(url => Of(token, url, body) == signature)
        || OddAddress(host, target).Any(url => Of(token, url, body) == signature);

    /// <summary>Names and values, decoded, in the order they came.</summary>
    public static IReadOnlyList<(byte[] Name, byte[] Value)> Pairs(byte[] body)
    {
        var pairs = new List<(byte[], byte[])>();
        foreach (var pair in Encoding.Latin1.GetString(body).Split('&').Where(p => p.Length > 0))
        {
            var parts = pair.Split('=', 2);
            pairs.Add((Decoded(parts[0]), Decoded(parts.Length > 1 ? parts[1] : "")));
        }
        return pairs;
    }

    private static byte[] Fields(byte[] body)
    {
        var signed = new List<byte>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in Pairs(body)
            .OrderBy(p => Encoding.UTF8.GetString(p.Name), StringComparer.Ordinal)
            .ThenBy(p => Convert.ToHexString(p.Name), StringComparer.Ordinal)
            .ThenBy(p => Convert.ToHexString(p.Value), StringComparer.Ordinal))
        {
            if (seen.Add($"{Convert.ToHexString(name)}={Convert.ToHexString(value)}"))
            {
                signed.AddRange(name);
                signed.AddRange(value);
            }
        }
        return [.. signed];
    }

    private static byte[] Decoded(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && Uri.IsHexDigit(text[i + 1]) && Uri.IsHexDigit(text[i + 2]))
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.Add(text[i] == '+' ? (byte)' ' : (byte)text[i]);
            }
        }
        return [.. bytes];
    }

    // A target that is no path ("@other", ":8") runs into the host; the provider would sign it with or without what then looks like a port.
    private static IEnumerable<string> OddAddress(string host, string target)
    {
        if (target.StartsWith('/') || target.StartsWith('?') || target.Length == 0)
        {
            yield break;
        }
        var authority = target.Split('/', '?')[0];
        var rest = target[authority.Length..];
        yield return $"https://{host}{authority}:443{rest}";
        var colon = authority.LastIndexOf(':');
        if (colon >= 0)
        {
            yield return $"https://{host}{authority[..colon]}{rest}";
        }
    }
}
