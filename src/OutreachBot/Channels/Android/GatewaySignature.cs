using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OutreachBot.Channels.Android;

/// <summary>Whether the app signed a call, lately.</summary>
/// <remarks>HMAC-SHA256 of the raw body and, right after it, the timestamp as it stands in its header (SMS Gate, "Payload Signing").</remarks>
internal sealed class GatewaySignature(string key)
{
    /// <summary>How far the timestamp may be from our time, either way: what was caught on the way is worth nothing later.</summary>
    public static readonly TimeSpan Leeway = TimeSpan.FromMinutes(5);

    private const int LongestTimestamp = 12;

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    /// <param name="signature">Hexadecimal.</param>
    /// <param name="timestamp">Unix seconds.</param>
    /// <param name="now">The real time; never the simulator's.</param>
    public bool Covers(string? signature, string? timestamp, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (timestamp is not { Length: > 0 and <= LongestTimestamp }
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Leeway.TotalSeconds
            || signature is not { Length: 2 * HMACSHA256.HashSizeInBytes } || !signature.All(char.IsAsciiHexDigit))
        {
            return false;
        }
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hash.AppendData(body);
        hash.AppendData(Encoding.ASCII.GetBytes(timestamp));
        return CryptographicOperations.FixedTimeEquals(hash.GetHashAndReset(), Convert.FromHexString(signature));
    }
}
