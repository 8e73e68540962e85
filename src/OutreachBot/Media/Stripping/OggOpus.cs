using System.Buffers.Binary;

namespace OutreachBot.Media.Stripping;

/// <summary>Ogg with Opus (RFC 3533, RFC 7845), as WhatsApp records voice: the sound packets go into pages of our own.</summary>
/// <remarks>Comments, vendor, pictures, other streams in the file, serial numbers and what follows the end stay behind.</remarks>
internal static class OggOpus
{
    private const int HeadSize = 19;

    public static Stripped? Strip(ReadOnlySpan<byte> file)
    {
        if (Packets(file) is not [var head, _, .. { Count: > 0 } sound] || HeadOf(head.Bytes) is not { } ownHead)
        {
            return null;
        }
        var pages = new OggPages();
        pages.Write([ownHead], 0);
        // No vendor, no comments.
        pages.Write([[.. "OpusTags"u8, 0, 0, 0, 0, 0, 0, 0, 0]], 0);
        foreach (var packet in sound)
        {
            if (packet.Bytes.Length > OggPages.LongestPacket)
            {
                return null;
            }
            OpusPacket.BlankPadding(packet.Bytes);
            pages.Add(packet.Bytes, packet.Granule);
        }
        return new Stripped(MediumType.OggOpus, pages.End());
    }

    /// <summary>A packet, and the sample it ends at.</summary>
    private readonly record struct Packet(byte[] Bytes, ulong Granule);

    /// <summary>The packets of the first stream, whole ones only, as far as the pages hold together.</summary>
    private static List<Packet> Packets(ReadOnlySpan<byte> file)
    {
        var packets = new List<Packet>();
        var begun = new List<byte>();
        uint? serial = null;
        for (var rest = file; OggPage.TryRead(rest, out var page); rest = rest[page.Size..])
        {
            serial ??= page.Serial;
            if (page.Serial != serial)
            {
                continue;
            }
            var firstOfPage = packets.Count;
            var body = page.Body;
            foreach (var lacing in page.Lacing)
            {
                begun.AddRange(body[..lacing]);
                body = body[lacing..];
                if (lacing < 255)
                {
                    packets.Add(new Packet([.. begun], page.Granule));
                    begun.Clear();
                }
            }
            EndEachWhereItEnds(packets, firstOfPage);
        }
        return packets;
    }

    // A page tells where its last packet ends; the ones before end so much earlier as those after them last.
    private static void EndEachWhereItEnds(List<Packet> packets, int firstOfPage)
    {
        for (var i = packets.Count - 2; i >= firstOfPage; i--)
        {
            var after = packets[i + 1];
            var lasts = OpusPacket.Samples(after.Bytes);
            packets[i] = packets[i] with { Granule = after.Granule >= lasts ? after.Granule - lasts : 0 };
        }
    }

    /// <returns>The head as any encoder would write it, with what is needed to play it; null for one that isn't plain Opus.</returns>
    private static byte[]? HeadOf(ReadOnlySpan<byte> head)
    {
        const byte mappingFamily = 0;
        if (head.Length < HeadSize || !head.StartsWith("OpusHead"u8) || head[8] != 1 || head[9] is not (1 or 2) || head[18] != mappingFamily)
        {
            return null;
        }
        var own = head[..HeadSize].ToArray();
        // The rate it was recorded at changes nothing in playing, and tells of the device.
        BinaryPrimitives.WriteUInt32LittleEndian(own.AsSpan(12), 48_000);
        return own;
    }
}
