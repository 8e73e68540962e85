using System.Buffers.Binary;

namespace OutreachBot.Media.Stripping;

/// <summary>Where the samples of a track lie in an MP4 file (ISO/IEC 14496-12 §8.7).</summary>
internal static class Mp4Samples
{
    /// <summary>Hours of voice; a table that says more is not believed.</summary>
    private const int MostSamples = 2_000_000;

    /// <returns>In the order they are played; null where the tables don't hold or reach out of the file.</returns>
    public static List<Range>? Of(ReadOnlySpan<byte> table, int fileLength)
    {
        var sizes = Sizes(Mp4Box.Find(table, "stsz"));
        var chunks = Chunks(table);
        var runs = Mp4Box.Find(table, "stsc");
        if (sizes is null || chunks is null || !HasRows(runs, 12))
        {
            return null;
        }
        var samples = new List<Range>(sizes.Length);
        long total = 0;
        var run = 0;
        for (var chunk = 0; chunk < chunks.Length && samples.Count < sizes.Length; chunk++)
        {
            while (run + 1 < Rows(runs) && Row(runs, 12, run + 1, 0) <= chunk + 1)
            {
                run++;
            }
            var at = chunks[chunk];
            var perChunk = Row(runs, 12, run, 4);
            for (long i = 0; i < perChunk && samples.Count < sizes.Length; i++)
            {
                long size = sizes[samples.Count];
                total += size;
                // Together more than the file: chunks that lie over each other would blow it up.
                if (at < 0 || at > fileLength - size || total > fileLength)
                {
                    return null;
                }
                samples.Add((int)at..(int)(at + size));
                at += size;
            }
        }
        return samples;
    }

    private static uint[]? Sizes(ReadOnlySpan<byte> box)
    {
        if (box.Length < 12)
        {
            return null;
        }
        var every = BinaryPrimitives.ReadUInt32BigEndian(box[4..]);
        var count = BinaryPrimitives.ReadUInt32BigEndian(box[8..]);
        if (count is 0 or > MostSamples || (every == 0 && box.Length < 12 + (4L * count)))
        {
            return null;
        }
        var sizes = new uint[count];
        for (var i = 0; i < sizes.Length; i++)
        {
            sizes[i] = every != 0 ? every : BinaryPrimitives.ReadUInt32BigEndian(box[(12 + (4 * i))..]);
        }
        return sizes;
    }

    private static long[]? Chunks(ReadOnlySpan<byte> table)
    {
        var narrow = Mp4Box.Find(table, "stco");
        var box = narrow.IsEmpty ? Mp4Box.Find(table, "co64") : narrow;
        var width = narrow.IsEmpty ? 8 : 4;
        if (!HasRows(box, width))
        {
            return null;
        }
        var chunks = new long[Rows(box)];
        for (var i = 0; i < chunks.Length; i++)
        {
            var row = box[(8 + (width * i))..];
            chunks[i] = width == 4 ? BinaryPrimitives.ReadUInt32BigEndian(row) : BinaryPrimitives.ReadInt64BigEndian(row);
        }
        return chunks;
    }

    private static bool HasRows(ReadOnlySpan<byte> box, int width) =>
        box.Length >= 8 && BinaryPrimitives.ReadUInt32BigEndian(box[4..]) is > 0 and <= MostSamples && box.Length >= 8 + ((long)width * Rows(box));

    private static int Rows(ReadOnlySpan<byte> box) => (int)BinaryPrimitives.ReadUInt32BigEndian(box[4..]);

    private static uint Row(ReadOnlySpan<byte> box, int width, int row, int column) =>
        BinaryPrimitives.ReadUInt32BigEndian(box[(8 + (width * row) + column)..]);
}
