using NSec.Cryptography;

namespace OutreachBot.Privacy;

/// <summary>Boxes under the server key: a version byte, then an <see cref="AeadBox"/>.</summary>
internal sealed class Vault : IVault, IDisposable
{
    private const byte Version = 1;
    private readonly Lazy<Key[]> _keys;

    public Vault(ServerKey server)
        : this(() => server)
    {
    }

    /// <param name="server">Asked at the first use: rooms are put together before the start has made the key.</param>
    public Vault(Func<ServerKey> server)
    {
        _keys = new Lazy<Key[]>(() => [.. Enum.GetValues<VaultPurpose>().Select(purpose => KeyFor(server(), purpose))]);
    }

    public byte[] Lock(VaultPurpose purpose, ReadOnlySpan<byte> context, ReadOnlySpan<byte> plain)
    {
        var box = new byte[1 + AeadBox.Overhead + plain.Length];
        box[0] = Version;
        AeadBox.Lock(_keys.Value[(int)purpose], context, plain, box.AsSpan(1));
        return box;
    }

    public byte[]? Unlock(VaultPurpose purpose, ReadOnlySpan<byte> context, ReadOnlySpan<byte> box) =>
        box.IsEmpty || box[0] != Version ? null : AeadBox.Unlock(_keys.Value[(int)purpose], context, box[1..]);

    public void Dispose()
    {
        if (_keys.IsValueCreated)
        {
            foreach (var key in _keys.Value)
            {
                key.Dispose();
            }
        }
    }

    // The name and not the number: a purpose put in between must not change the keys of those after it.
    private static Key KeyFor(ServerKey server, VaultPurpose purpose)
    {
        var bytes = server.DeriveBytes($"vault/{purpose}", AeadBox.Algorithm.KeySize);
        try
        {
            return AeadBox.Import(bytes);
        }
        finally
        {
            System.Security.Cryptography.CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
