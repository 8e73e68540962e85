using System.Security.Cryptography;
using NSec.Cryptography;

namespace OutreachBot.Privacy;

/// <summary>The keyed slow hash of something short: HMAC-SHA-256 under a pepper, then Argon2id.</summary>
/// <remarks>
/// The pepper is derived from the server key, so a stolen disk alone tells nothing. The Argon2id pass slows down whoever has
/// both, hence the fixed salt (the pepper already makes it this installation's own). Parameters and figures are in
/// docs/threat-model.md.
/// </remarks>
internal sealed class KeyedSlowHash : IDisposable
{
    /// <summary>Bytes of a hash.</summary>
    public const int Size = 32;

    // 64 KiB and one pass: about 60 µs, so that a tip costs no more than a few messages do.
    private static readonly Argon2id Slow = PasswordBasedKeyDerivationAlgorithm.Argon2id(
        new Argon2Parameters { DegreeOfParallelism = 1, MemorySize = 64, NumberOfPasses = 1 });

    private readonly Lazy<(byte[] Pepper, byte[] Salt)> _secrets;

    /// <param name="server">Asked at the first use: rooms are put together before the start has made the key.</param>
    /// <param name="use">Names the use; two uses never share a pepper.</param>
    public KeyedSlowHash(Func<ServerKey> server, string use)
    {
        _secrets = new Lazy<(byte[], byte[])>(() =>
            (server().DeriveBytes($"{use}/pepper", 32), server().DeriveBytes($"{use}/salt", Slow.MaxSaltSize)));
    }

    public byte[] Of(ReadOnlySpan<byte> secret)
    {
        Span<byte> keyed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_secrets.Value.Pepper, secret, keyed);
        return Slow.DeriveBytes(keyed, _secrets.Value.Salt, Size);
    }

    public void Dispose()
    {
        if (_secrets.IsValueCreated)
        {
            CryptographicOperations.ZeroMemory(_secrets.Value.Pepper);
        }
    }
}
