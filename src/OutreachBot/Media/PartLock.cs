using System.Buffers.Binary;
using OutreachBot.Privacy;

namespace OutreachBot.Media;

/// <summary>Locks the parts of a medium's bytes under its own key; each is bound to its place, so that none can be swapped.</summary>
internal static class PartLock
{
    /// <summary>Bytes of a part before it is locked.</summary>
    public const int PartSize = 256 * 1024;

    public static byte[] Lock(byte[] key, RandomId id, int number, ReadOnlySpan<byte> plain)
    {
        using var opened = AeadBox.Import(key);
        return AeadBox.Lock(opened, Context(id, number), plain);
    }

    /// <returns>Null for a part that is damaged or not in its place.</returns>
    public static byte[]? Unlock(byte[] key, RandomId id, int number, ReadOnlySpan<byte> box)
    {
        using var opened = AeadBox.Import(key);
        return AeadBox.Unlock(opened, Context(id, number), box);
    }

    private static byte[] Context(RandomId id, int number)
    {
        var context = new byte[20];
        id.ToBytes().CopyTo(context, 0);
        BinaryPrimitives.WriteInt32BigEndian(context.AsSpan(16), number);
        return context;
    }
}
