using System.Text;

namespace OutreachBot.Privacy;

/// <summary>What a PIN is kept as.</summary>
public interface IPinHashes
{
    /// <summary>Bound to its owner: two who choose the same digits have other hashes.</summary>
    /// <returns>32 bytes.</returns>
    byte[] HashOf(RandomId owner, string digits);
}

/// <summary>The keyed slow hash that receipt codes have too, under a pepper of its own.</summary>
internal sealed class PinHashes(Func<ServerKey> server) : IPinHashes, IDisposable
{
    private readonly KeyedSlowHash _hash = new(server, "pin");

    public byte[] HashOf(RandomId owner, string digits) => _hash.Of([.. owner.ToBytes(), .. Encoding.ASCII.GetBytes(digits)]);

    public void Dispose() => _hash.Dispose();
}
