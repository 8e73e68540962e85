using System.Security.Cryptography;
using OutreachBot.Privacy;

namespace OutreachBot.Relay;

/// <summary>The random key of one case, 32 bytes.</summary>
internal sealed class CaseKey
{
    private readonly byte[] _bytes;

    private CaseKey(byte[] bytes) => _bytes = bytes;

    public static CaseKey Draw() => new(RandomNumberGenerator.GetBytes(AeadBox.Algorithm.KeySize));

    /// <param name="bytes">32, as <see cref="ToBytes"/> gave them.</param>
    public static CaseKey FromBytes(byte[] bytes) => new(bytes);

    public byte[] ToBytes() => [.. _bytes];

    /// <param name="context">Bound to the box, so that boxes of one case can't be swapped.</param>
    public byte[] Lock(ReadOnlySpan<byte> context, ReadOnlySpan<byte> plain)
    {
        using var key = AeadBox.Import(_bytes);
        return AeadBox.Lock(key, context, plain);
    }

    /// <returns>Null for a box that is damaged, or of another key or context.</returns>
    public byte[]? Unlock(ReadOnlySpan<byte> context, ReadOnlySpan<byte> box)
    {
        using var key = AeadBox.Import(_bytes);
        return AeadBox.Unlock(key, context, box);
    }

    public override string ToString() => "[key]";
}
