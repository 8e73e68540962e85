using System.Security.Cryptography;
using NSec.Cryptography;

namespace OutreachBot.Privacy.Age;

/// <summary>Wrapping and unwrapping of a file key, and the keys made from it.</summary>
internal static class AgeKeys
{
    private static readonly KeyDerivationAlgorithm Hkdf = KeyDerivationAlgorithm.HkdfSha256;
    private static readonly AeadAlgorithm Aead = AeadAlgorithm.ChaCha20Poly1305;

    /// <summary>Wraps the file key for somebody; the secret behind the share is thrown away.</summary>
    public static AgeStanza Wrap(ReadOnlySpan<byte> fileKey, AgeRecipient recipient)
    {
        using var ephemeral = Key.Create(KeyAgreementAlgorithm.X25519);
        var share = ephemeral.PublicKey.Export(KeyBlobFormat.RawPublicKey);
        using var shared = KeyAgreementAlgorithm.X25519.Agree(ephemeral, recipient.Key)
            ?? throw new CryptographicException("A public key of low order was taken for a recipient.");
        using var key = WrapKey(shared, share, recipient);
        return new AgeStanza(
            [AgeFormat.X25519, AgeBase64.Encode(share)], Aead.Encrypt(key, stackalloc byte[Aead.NonceSize], default, fileKey));
    }

    /// <returns>False for a stanza of the right type with a wrong shape.</returns>
    public static bool TryUnwrap(AgeStanza stanza, AgeIdentity identity, out byte[]? fileKey)
    {
        fileKey = null;
        // The length of the body is checked first: a longer one could be made to open under two keys (partitioning oracle).
        if (stanza.Arguments.Count != 2 || AgeBase64.Decode(stanza.Arguments[1]) is not { Length: AgeFormat.KeySize } share
            || stanza.Body.Length != AgeFormat.FileKeySize + AgeFormat.TagSize
            || !PublicKey.TryImport(KeyAgreementAlgorithm.X25519, share, KeyBlobFormat.RawPublicKey, out var theirs) || theirs is null)
        {
            return false;
        }
        using var shared = KeyAgreementAlgorithm.X25519.Agree(identity.Key, theirs);
        if (shared is null)
        {
            return false;
        }
        using var key = WrapKey(shared, share, identity.Recipient);
        fileKey = Aead.Decrypt(key, stackalloc byte[Aead.NonceSize], default, stanza.Body);
        return true;
    }

    public static byte[] Mac(ReadOnlySpan<byte> fileKey, ReadOnlySpan<byte> signed)
    {
        Span<byte> key = stackalloc byte[AgeFormat.KeySize];
        Hkdf.DeriveBytes(fileKey, default, AgeFormat.HeaderInfo, key);
        return HMACSHA256.HashData(key, signed);
    }

    public static Key PayloadKey(ReadOnlySpan<byte> fileKey, ReadOnlySpan<byte> nonce) =>
        Hkdf.DeriveKey(fileKey, nonce, AgeFormat.PayloadInfo, Aead);

    private static Key WrapKey(SharedSecret shared, ReadOnlySpan<byte> share, AgeRecipient recipient)
    {
        Span<byte> salt = stackalloc byte[2 * AgeFormat.KeySize];
        share.CopyTo(salt);
        _ = recipient.Key.TryExport(KeyBlobFormat.RawPublicKey, salt[AgeFormat.KeySize..], out _);
        return Hkdf.DeriveKey(shared, salt, AgeFormat.X25519Info, Aead);
    }
}
