using System.Security.Cryptography;
using NSec.Cryptography;

namespace OutreachBot.Privacy;

/// <summary>XChaCha20-Poly1305 with a random nonce of 24 bytes: nonce, then ciphertext and tag.</summary>
/// <remarks>A nonce that long may be drawn at random for every box under one key (draft-irtf-cfrg-xchacha, section 1).</remarks>
internal static class AeadBox
{
    public const int NonceSize = 24;

    /// <summary>What a box is longer than its plain bytes.</summary>
    public const int Overhead = NonceSize + 16;

    public static readonly AeadAlgorithm Algorithm = AeadAlgorithm.XChaCha20Poly1305;

    /// <param name="box">As long as the plain bytes and <see cref="Overhead"/>.</param>
    public static void Lock(Key key, ReadOnlySpan<byte> context, ReadOnlySpan<byte> plain, Span<byte> box)
    {
        RandomNumberGenerator.Fill(box[..NonceSize]);
        Algorithm.Encrypt(key, box[..NonceSize], context, plain, box[NonceSize..]);
    }

    public static byte[] Lock(Key key, ReadOnlySpan<byte> context, ReadOnlySpan<byte> plain)
    {
        var box = new byte[plain.Length + Overhead];
        Lock(key, context, plain, box);
        return box;
    }

    /// <returns>Null when the box is damaged, foreign, or under another context.</returns>
    public static byte[]? Unlock(Key key, ReadOnlySpan<byte> context, ReadOnlySpan<byte> box)
    {
        if (box.Length < Overhead)
        {
            return null;
        }
        var plain = new byte[box.Length - Overhead];
        return Algorithm.Decrypt(key, box[..NonceSize], context, box[NonceSize..], plain) ? plain : null;
    }

    public static Key Import(ReadOnlySpan<byte> bytes) => Key.Import(Algorithm, bytes, KeyBlobFormat.RawSymmetricKey);
}
