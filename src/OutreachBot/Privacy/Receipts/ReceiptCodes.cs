using System.Text;

namespace OutreachBot.Privacy.Receipts;

/// <summary>Draws and hashes receipt codes.</summary>
/// <remarks>The hash must be the same for every code, since a code is looked up by it: no salt of its own (see <see cref="KeyedSlowHash"/>).</remarks>
internal sealed class ReceiptCodes : IReceiptCodes, IDisposable
{
    /// <summary>Bytes of a hash.</summary>
    public const int HashSize = KeyedSlowHash.Size;

    private readonly KeyedSlowHash _hash;
    private readonly ReadyCodes _ready;

    public ReceiptCodes(ServerKey server)
        : this(() => server)
    {
    }

    /// <param name="server">Asked at the first use: rooms are put together before the start has made the key.</param>
    public ReceiptCodes(Func<ServerKey> server)
    {
        _hash = new KeyedSlowHash(server, "receipt");
        _ready = new ReadyCodes(Make);
    }

    /// <summary>Codes made ahead of need; a background service fills it.</summary>
    public ReadyCodes Ready => _ready;

    public (ReceiptCode Code, byte[] Hash) Draw() => _ready.TryTake(out var made) ? made : Make();

    public CodeReading Read(string text) => CodeReading.Of(text);

    public byte[] HashOf(ReceiptCode code) => _hash.Of(Encoding.ASCII.GetBytes(code.Digits));

    public void Dispose() => _hash.Dispose();

    private (ReceiptCode Code, byte[] Hash) Make()
    {
        var code = ReceiptCode.Draw();
        return (code, HashOf(code));
    }
}
