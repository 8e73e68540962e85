using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using NSec.Cryptography;

namespace OutreachBot.Privacy.Age;

/// <summary>Somebody's secret key, <c>AGE-SECRET-KEY-1…</c>.</summary>
public sealed class AgeIdentity : IDisposable
{
    internal const string Prefix = "age-secret-key-";

    private readonly byte[] _secret;

    private AgeIdentity(byte[] secret, Key key)
    {
        _secret = secret;
        Key = key;
        Recipient = AgeRecipient.Of(key.PublicKey);
    }

    /// <summary>Who it opens for.</summary>
    public AgeRecipient Recipient { get; }

    internal Key Key { get; }

    internal ReadOnlySpan<byte> Secret => _secret;

    public static AgeIdentity Draw() =>
        TryFrom(RandomNumberGenerator.GetBytes(AgeFormat.KeySize)) ?? throw new CryptographicException("X25519 takes any 32 bytes.");

    /// <param name="text">As <c>age-keygen</c> writes it.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AgeIdentity? identity)
    {
        identity = text is not null && Bech32.Decode(Prefix, text) is { } bytes ? TryFrom(bytes) : null;
        return identity is not null;
    }

    /// <param name="secret">32 bytes; taken over.</param>
    internal static AgeIdentity? TryFrom(byte[] secret) =>
        secret.Length == AgeFormat.KeySize && Key.TryImport(KeyAgreementAlgorithm.X25519, secret, KeyBlobFormat.RawPrivateKey, out var key) && key is not null
            ? new AgeIdentity(secret, key)
            : null;

    /// <summary>As <c>age-keygen</c> writes it: for a recovery sheet, and nowhere else.</summary>
    public string Export() => Bech32.Encode(Prefix, _secret).ToUpperInvariant();

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_secret);
        Key.Dispose();
    }

    public override string ToString() => "[identity]";
}
