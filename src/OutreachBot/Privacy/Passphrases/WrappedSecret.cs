using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;
using OutreachBot.Privacy.Age;

namespace OutreachBot.Privacy.Passphrases;

/// <summary>A secret key under its owner's passphrase: Argon2id, then XChaCha20-Poly1305 bound to the public key.</summary>
/// <remarks>Version (1 byte), memory in KiB (4, big-endian), passes (4), salt (16), then an <see cref="AeadBox"/>.</remarks>
internal static class WrappedSecret
{
    private const byte Version = 1;
    private const int SaltSize = 16;
    private const int HeadSize = 1 + 4 + 4 + SaltSize;

    public static byte[] Wrap(AgeIdentity identity, Passphrase passphrase, PassphraseCost cost)
    {
        Span<byte> head = stackalloc byte[HeadSize];
        head[0] = Version;
        BinaryPrimitives.WriteInt32BigEndian(head[1..], cost.MemoryKiB);
        BinaryPrimitives.WriteInt32BigEndian(head[5..], cost.Passes);
        RandomNumberGenerator.Fill(head[9..]);
        using var key = KeyFrom(passphrase, head[9..], cost);
        return [.. head, .. AeadBox.Lock(key, Context(identity.Recipient), identity.Secret)];
    }

    /// <returns>Null when the passphrase is another, or the box is damaged or somebody else's: which, can't be told.</returns>
    public static AgeIdentity? TryUnwrap(ReadOnlySpan<byte> wrapped, Passphrase passphrase, AgeRecipient owner)
    {
        if (wrapped.Length < HeadSize || wrapped[0] != Version)
        {
            return null;
        }
        var cost = new PassphraseCost(BinaryPrimitives.ReadInt32BigEndian(wrapped[1..]), BinaryPrimitives.ReadInt32BigEndian(wrapped[5..]));
        if (!cost.IsSane)
        {
            return null;
        }
        using var key = KeyFrom(passphrase, wrapped[9..HeadSize], cost);
        return AeadBox.Unlock(key, Context(owner), wrapped[HeadSize..]) is { } secret
            && AgeIdentity.TryFrom(secret) is { } identity && identity.Recipient.Equals(owner)
            ? identity
            : null;
    }

    private static Key KeyFrom(Passphrase passphrase, ReadOnlySpan<byte> salt, PassphraseCost cost)
    {
        var argon = PasswordBasedKeyDerivationAlgorithm.Argon2id(
            new Argon2Parameters { DegreeOfParallelism = 1, MemorySize = cost.MemoryKiB, NumberOfPasses = cost.Passes });
        return argon.DeriveKey(Encoding.UTF8.GetBytes(passphrase.Reveal()), salt, AeadBox.Algorithm);
    }

    private static byte[] Context(AgeRecipient owner) => Encoding.ASCII.GetBytes(owner.Text);
}
