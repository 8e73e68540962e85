using System.Buffers.Binary;

namespace OutreachBot.Media.Stripping;

/// <summary>Boxes of an MP4 file (ISO/IEC 14496-12 §4.2).</summary>
internal static class Mp4Box
{
    private const int HeaderSize = 8;

    /// <summary>What is in the first box of a kind; empty where there is none.</summary>
    /// <param name="path">Kinds from the outside in, four letters each.</param>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> boxes, params ReadOnlySpan<string> path)
    {
        foreach (var kind in path)
        {
            boxes = First(boxes, kind);
        }
        return boxes;
    }

    /// <summary>The first box there is, and what follows it.</summary>
    /// <returns>False at the end, and where the sizes don't hold.</returns>
    public static bool TryNext(scoped ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> kind, out ReadOnlySpan<byte> inside)
    {
        kind = inside = default;
        if (rest.Length < HeaderSize)
        {
            return false;
        }
        long size = BinaryPrimitives.ReadUInt32BigEndian(rest);
        var head = HeaderSize;
        if (size == 1 && rest.Length >= 2 * HeaderSize)
        {
            size = (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(rest[HeaderSize..]), long.MaxValue);
            head = 2 * HeaderSize;
        }
        else if (size == 0)
        {
            size = rest.Length;
        }
        if (size < head || size > rest.Length)
        {
            return false;
        }
        kind = rest.Slice(4, 4);
        inside = rest[head..(int)size];
        rest = rest[(int)size..];
        return true;
    }

    private static ReadOnlySpan<byte> First(ReadOnlySpan<byte> boxes, string kind)
    {
        Span<byte> wanted = stackalloc byte[4];
        System.Text.Encoding.ASCII.GetBytes(kind, wanted);
        while (TryNext(ref boxes, out var found, out var inside))
        {
            if (found.SequenceEqual(wanted))
            {
                return inside;
            }
        }
        return default;
    }
}
