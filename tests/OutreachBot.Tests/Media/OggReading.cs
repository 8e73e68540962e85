using System.Buffers.Binary;

namespace OutreachBot.Tests.Media;

internal sealed record ReadPage(int Sequence, ulong Granule, bool IsLast, bool ChecksumHolds, IReadOnlyList<byte[]> Packets);

/// <summary>Reads an Ogg file strictly, by the letter of RFC 3533; packets that go over a page's end are not written by us.</summary>
internal static class OggReading
{
    public static List<ReadPage> Pages(byte[] file)
    {
        var pages = new List<ReadPage>();
        for (var at = 0; at < file.Length;)
        {
            Assert.Equal("OggS"u8.ToArray(), file[at..(at + 4)]);
            int lacings = file[at + 26];
            var body = at + 27 + lacings;
            var packets = new List<byte[]>();
            var size = 0;
            foreach (var lacing in file[(at + 27)..body])
            {
                size += lacing;
                if (lacing < 255)
                {
                    packets.Add(file[body..(body + size)]);
                    body += size;
                    size = 0;
                }
            }
            Assert.Equal(0, size);
            var page = file[at..body];
            var sum = BinaryPrimitives.ReadUInt32LittleEndian(page.AsSpan(22));
            page.AsSpan(22, 4).Clear();
            pages.Add(new ReadPage(
                BinaryPrimitives.ReadInt32LittleEndian(page.AsSpan(18)), BinaryPrimitives.ReadUInt64LittleEndian(page.AsSpan(6)),
                (page[5] & 4) != 0, Checksum(page) == sum, packets));
            at = body;
        }
        return pages;
    }

    // One bit at a time, and another way round than the table of the code under test.
    private static uint Checksum(byte[] page)
    {
        var sum = 0u;
        foreach (var b in page)
        {
            for (var bit = 7; bit >= 0; bit--)
            {
                var top = (sum >> 31) ^ ((uint)b >> bit & 1);
                sum = (sum << 1) ^ (top * 0x04c1_1db7u);
            }
        }
        return sum;
    }
}
