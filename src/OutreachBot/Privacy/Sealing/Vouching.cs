using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;
using OutreachBot.Privacy.Age;

namespace OutreachBot.Privacy.Sealing;

/// <summary>The recovery key vouches for the coordinators' keys, and its fingerprint stands outside the database.</summary>
/// <remarks>Against whoever can write to the database and swaps a public key for her own.</remarks>
internal static class Vouching
{
    private static readonly SignatureAlgorithm Ed25519 = SignatureAlgorithm.Ed25519;

    /// <summary>The signing key that goes with a recovery key; derived, so that one line on the sheet is all there is to keep.</summary>
    public static Key SigningKey(AgeIdentity recovery)
    {
        var seed = KeyDerivationAlgorithm.HkdfSha256.DeriveBytes(recovery.Secret, default, "outreachbot/recovery/sign/v1"u8, 32);
        try
        {
            return Key.Import(Ed25519, seed, KeyBlobFormat.RawPrivateKey);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    public static byte[] PublicPart(Key signing) => signing.PublicKey.Export(KeyBlobFormat.RawPublicKey);

    /// <summary>64 hexadecimal digits over both public parts of the recovery key.</summary>
    public static string Fingerprint(string publicKey, ReadOnlySpan<byte> signingKey) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(
            $"outreachbot recovery v1\n{publicKey}\n{Convert.ToHexStringLower(signingKey)}\n")));

    public static string? Fingerprint(Recipient recovery) =>
        recovery.Voucher is { } signingKey ? Fingerprint(recovery.PublicKey, signingKey) : null;

    public static byte[] Sign(Key signing, Recipient recipient) => Ed25519.Sign(signing, Statement(recipient));

    public static bool IsVouchedFor(Recipient recipient, Recipient recovery) =>
        recipient.Voucher is { } signature && recovery.Voucher is { } signingKey
        && PublicKey.TryImport(Ed25519, signingKey, KeyBlobFormat.RawPublicKey, out var key) && key is not null
        && Ed25519.Verify(key, Statement(recipient), signature);

    // Whose it is belongs to it: binding a key to another responder would let an excluded coordinator read.
    // That it is an auditor's belongs to it too: as a coordinator's it would open tips.
    private static byte[] Statement(Recipient recipient) => Encoding.ASCII.GetBytes(
        $"outreachbot {(recipient.Kind is RecipientKind.Auditor ? "auditor" : "recipient")} v1\n{recipient.Id}\n{recipient.Responder?.ToString() ?? "-"}\n{recipient.PublicKey}\n");
}
