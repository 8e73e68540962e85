using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace OutreachBot.Privacy.Receipts;

/// <summary>Draws and hashes receipt codes: HMAC-SHA-256 under a pepper, then Argon2id.</summary>
/// <remarks>
/// The pepper is derived from the server key, so a stolen disk alone tells nothing. The Argon2id pass slows down whoever has
/// both; it must be the same for every code, since a code is looked up by its hash, hence the fixed salt (the pepper already
/// makes it this installation's own). Parameters and figures are in docs/threat-model.md.
/// </remarks>
internal sealed class ReceiptCodes : IReceiptCodes, IDisposable
{
    /// <summary>Bytes of a hash.</summary>
    public const int HashSize = 32;

    // 64 KiB and one pass: about 60 µs, so that a tip costs no more than a few messages do.
    private static readonly Argon2id Slow = PasswordBasedKeyDerivationAlgorithm.Argon2id(
        new Argon2Parameters { DegreeOfParallelism = 1, MemorySize = 64, NumberOfPasses = 1 });

    private readonly Lazy<(byte[] Pepper, byte[] Salt)> _secrets;
    private readonly ReadyCodes _ready;

    public ReceiptCodes(ServerKey server)
        : this(() => server)
    {
    }

    /// <param name="server">Asked at the first use: rooms are put together before the start has made the key.</param>
    public ReceiptCodes(Func<ServerKey> server)
    {
        _secrets = new Lazy<(byte[], byte[])>(() =>
            (server().DeriveBytes("receipt/pepper", 32), server().DeriveBytes("receipt/salt", Slow.MaxSaltSize)));
        _ready = new ReadyCodes(Make);
    }

    /// <summary>Codes made ahead of need; a background service fills it.</summary>
    public ReadyCodes Ready => _ready;

    public (ReceiptCode Code, byte[] Hash) Draw() => _ready.TryTake(out var made) ? made : Make();

    public CodeReading Read(string text) => CodeReading.Of(text);

    public byte[] HashOf(ReceiptCode code)
    {
        Span<byte> keyed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_secrets.Value.Pepper, Encoding.ASCII.GetBytes(code.Digits), keyed);
        return Slow.DeriveBytes(keyed, _secrets.Value.Salt, HashSize);
    }

    public void Dispose()
    {
        if (_secrets.IsValueCreated)
        {
            CryptographicOperations.ZeroMemory(_secrets.Value.Pepper);
        }
    }

    private (ReceiptCode Code, byte[] Hash) Make()
    {
        var code = ReceiptCode.Draw();
        return (code, HashOf(code));
    }
}
