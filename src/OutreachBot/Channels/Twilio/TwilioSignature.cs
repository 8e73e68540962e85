using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OutreachBot.Channels.Twilio;

/// <summary>Whether the provider signed what came.</summary>
internal interface ITwilioSignature
{
    bool Covers(string? header, string url, TwilioForm form);

    /// <summary>For a body that is no form.</summary>
    bool Covers(string? header, string url, ReadOnlySpan<byte> body);
}

/// <summary>Checks <c>X-Twilio-Signature</c>: base64 of HMAC-SHA-1 under the account's token.</summary>
/// <remarks>
/// What is signed is the address as the provider was told it (with query, without fragment), then each field's name and value
/// by name; for JSON the address alone, which then holds the body's SHA-256. The provider signs some addresses with the port
/// and some without, so both are tried, as its own libraries do. There is no time in it: a captured request can be played
/// again, and only the message's id stands against that.
/// </remarks>
internal sealed class TwilioSignature : ITwilioSignature
{
    private readonly byte[][] _tokens;

    /// <param name="tokens">Any of them may have signed; none: nothing is ever right.</param>
    public TwilioSignature(IEnumerable<string> tokens) => _tokens = [.. tokens.Select(Encoding.UTF8.GetBytes)];

    public bool Covers(string? header, string url, TwilioForm form)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(form.MaxSignedLength);
        try
        {
            return IsRight(header, url, buffer.AsSpan(0, form.CopySigned(buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    public bool Covers(string? header, string url, ReadOnlySpan<byte> body)
    {
        Span<byte> claimed = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> actual = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, actual);
        return TryReadBodyHash(url, claimed)
            && CryptographicOperations.FixedTimeEquals(claimed, actual)
            && IsRight(header, url, []);
    }

    private bool IsRight(string? header, string url, ReadOnlySpan<byte> fields)
    {
        if (string.IsNullOrEmpty(header))
        {
            return false;
        }
        var given = Encoding.UTF8.GetBytes(header);
        foreach (var candidate in Candidates(url))
        {
            foreach (var token in _tokens)
            {
                if (IsSignedBy(token, given, candidate, fields))
                {
                    return true;
                }
            }
        }
        return false;
    }

    private static bool IsSignedBy(byte[] token, ReadOnlySpan<byte> given, string url, ReadOnlySpan<byte> fields)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(url.Length) + fields.Length);
        try
        {
            var length = Encoding.UTF8.GetBytes(url, buffer);
            fields.CopyTo(buffer.AsSpan(length));
            Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
            HMACSHA1.HashData(token, buffer.AsSpan(0, length + fields.Length), hash);
            Span<byte> expected = stackalloc byte[28];
            Base64.EncodeToUtf8(hash, expected, out _, out _);

            // In constant time: how far a guess is right must not show.
            return CryptographicOperations.FixedTimeEquals(given, expected);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>The address as it is, then without its port, or with the port its scheme stands for.</summary>
    private static IEnumerable<string> Candidates(string url)
    {
        yield return url;
        var start = url.IndexOf("://", StringComparison.Ordinal) + 3;
        if (start < 3)
        {
            yield break;
        }
        var end = url.AsSpan(start).IndexOfAny('/', '?');
        end = end < 0 ? url.Length : start + end;
        var at = url.AsSpan(start, end - start).LastIndexOf('@');
        var host = start + at + 1;
        var colon = url.AsSpan(host, end - host).LastIndexOf(':');

        // Within brackets a colon belongs to the host.
        if (colon >= 0 && url.AsSpan(host + colon, end - host - colon).IndexOf(']') < 0)
        {
            yield return string.Concat(url.AsSpan(0, host + colon), url.AsSpan(end));
        }
        else
        {
            var port = url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80";
            yield return string.Concat(url.AsSpan(0, end), port, url.AsSpan(end));
        }
    }

    private static bool TryReadBodyHash(string url, Span<byte> hash)
    {
        const string name = "bodySHA256=";
        var query = url.IndexOf('?', StringComparison.Ordinal);
        if (query < 0)
        {
            return false;
        }
        foreach (var range in url.AsSpan(query + 1).Split('&'))
        {
            var pair = url.AsSpan(query + 1)[range];
            if (pair.StartsWith(name, StringComparison.Ordinal))
            {
                var digits = pair[name.Length..];
                return digits.Length == 2 * hash.Length
                    && Convert.FromHexString(digits, hash, out _, out _) == OperationStatus.Done;
            }
        }
        return false;
    }
}
