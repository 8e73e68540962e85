using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace OutreachBot.Privacy;

/// <summary>The 32 bytes that all of the server's own encryption hangs on. It seals no story: people's keys do.</summary>
public sealed class ServerKey : IDisposable
{
    /// <summary>Bytes.</summary>
    public const int Size = 32;

    private readonly byte[] _bytes;

    private ServerKey(byte[] bytes) => _bytes = bytes;

    public static ServerKey Draw() => new(RandomNumberGenerator.GetBytes(Size));

    /// <param name="bytes">32 raw bytes, or 32 bytes in base64 with white space around it; anything else gives null.</param>
    public static ServerKey? TryFrom(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == Size)
        {
            return new ServerKey(bytes.ToArray());
        }
        Span<byte> raw = stackalloc byte[Size + 3];
        var text = Trim(bytes);
        return Base64.DecodeFromUtf8(text, raw, out var read, out var written) == System.Buffers.OperationStatus.Done
            && read == text.Length && written == Size
            ? new ServerKey(raw[..Size].ToArray())
            : null;
    }

    /// <param name="text">Base64.</param>
    public static ServerKey? TryFrom(string text) => TryFrom(Encoding.UTF8.GetBytes(text.Trim()));

    /// <summary>A key of its own for a use, by HKDF-SHA256 (RFC 5869).</summary>
    /// <param name="use">Names the use; two uses never share a key.</param>
    public byte[] DeriveBytes(string use, int count) =>
        KeyDerivationAlgorithm.HkdfSha256.DeriveBytes(_bytes, "outreachbot/v1"u8, Encoding.UTF8.GetBytes(use), count);

    /// <summary>Base64, for the key file.</summary>
    internal string Export() => Convert.ToBase64String(_bytes);

    public void Dispose() => CryptographicOperations.ZeroMemory(_bytes);

    public override string ToString() => "[server key]";

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> bytes) => bytes.Trim(" \t\r\n"u8);
}
