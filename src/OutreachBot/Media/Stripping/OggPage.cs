using System.Buffers.Binary;

namespace OutreachBot.Media.Stripping;

/// <summary>A page of an Ogg file (RFC 3533 §6).</summary>
internal readonly ref struct OggPage
{
    public const int HeaderSize = 27;

    private OggPage(ReadOnlySpan<byte> page, int lacings)
    {
        Granule = BinaryPrimitives.ReadUInt64LittleEndian(page[6..]);
        Serial = BinaryPrimitives.ReadUInt32LittleEndian(page[14..]);
        Lacing = page.Slice(HeaderSize, lacings);
        Body = page[(HeaderSize + lacings)..];
        Size = page.Length;
    }

    /// <summary>The sample at which the last packet ends that ends here.</summary>
    public ulong Granule { get; }

    /// <summary>Which stream of the file it is of.</summary>
    public uint Serial { get; }

    /// <summary>Sizes of the pieces; one below 255 ends a packet.</summary>
    public ReadOnlySpan<byte> Lacing { get; }

    public ReadOnlySpan<byte> Body { get; }

    public int Size { get; }

    public static bool TryRead(ReadOnlySpan<byte> from, out OggPage page)
    {
        page = default;
        if (from.Length < HeaderSize || !from.StartsWith("OggS"u8) || from[4] != 0 || from.Length < HeaderSize + from[26])
        {
            return false;
        }
        int lacings = from[26];
        var size = HeaderSize + lacings;
        foreach (var lacing in from.Slice(HeaderSize, lacings))
        {
            size += lacing;
        }
        if (from.Length < size)
        {
            return false;
        }
        page = new OggPage(from[..size], lacings);
        return true;
    }
}
