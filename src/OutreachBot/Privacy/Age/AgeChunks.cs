using System.Buffers.Binary;
using NSec.Cryptography;

namespace OutreachBot.Privacy.Age;

/// <summary>The STREAM construction over a payload: each chunk's nonce counts it and says whether it is the last.</summary>
/// <param name="key">The payload's; disposed by the caller.</param>
internal sealed class AgeChunks(Key key)
{
    private static readonly AeadAlgorithm Aead = AeadAlgorithm.ChaCha20Poly1305;

    private long _count;

    /// <param name="sealedChunk">As long as the plain bytes and the tag.</param>
    public void Seal(ReadOnlySpan<byte> plain, bool last, Span<byte> sealedChunk)
    {
        Span<byte> nonce = stackalloc byte[Aead.NonceSize];
        Next(nonce, last);
        Aead.Encrypt(key, nonce, default, plain, sealedChunk);
    }

    /// <param name="plain">As long as the sealed chunk without its tag.</param>
    /// <returns>False when it is damaged, out of order, or not the last though it should be (or the other way round).</returns>
    public bool Open(ReadOnlySpan<byte> sealedChunk, bool last, Span<byte> plain)
    {
        var isFirst = _count == 0;
        Span<byte> nonce = stackalloc byte[Aead.NonceSize];
        Next(nonce, last);
        // An empty chunk is the whole of an empty file, and never the end of another.
        return (!plain.IsEmpty || (last && isFirst)) && Aead.Decrypt(key, nonce, default, sealedChunk, plain);
    }

    // 11 bytes count, big-endian; eight of them are more than any file needs.
    private void Next(Span<byte> nonce, bool last)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce[3..], _count++);
        nonce[^1] = last ? (byte)1 : (byte)0;
    }
}
