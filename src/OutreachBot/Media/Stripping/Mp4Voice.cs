using System.Buffers.Binary;

namespace OutreachBot.Media.Stripping;

/// <summary>Voice in an MP4 or 3GP file: AAC comes out as a stream of frames, AMR in its storage format. The file itself stays behind.</summary>
internal static class Mp4Voice
{
    public static Stripped? Strip(ReadOnlySpan<byte> file)
    {
        var table = VoiceTable(Mp4Box.Find(file, "moov"));
        var entry = Mp4Box.Find(table, "stsd");
        // A full box: version and count go before the entries.
        if (entry.Length < 16 || Mp4Samples.Of(table, file.Length) is not { } samples)
        {
            return null;
        }
        var rest = entry[8..];
        if (!Mp4Box.TryNext(ref rest, out var kind, out var inside))
        {
            return null;
        }
        return kind.SequenceEqual("mp4a"u8) ? FromAac(file, samples, inside)
            : kind.SequenceEqual("samr"u8) ? FromAmr(file, samples, Amr.NarrowMagic)
            : kind.SequenceEqual("sawb"u8) ? FromAmr(file, samples, Amr.WideMagic)
            : null;
    }

    private static ReadOnlySpan<byte> VoiceTable(ReadOnlySpan<byte> movie)
    {
        while (Mp4Box.TryNext(ref movie, out var kind, out var track))
        {
            var handler = Mp4Box.Find(track, "mdia", "hdlr");
            if (kind.SequenceEqual("trak"u8) && handler.Length >= 12 && handler.Slice(8, 4).SequenceEqual("soun"u8))
            {
                return Mp4Box.Find(track, "mdia", "minf", "stbl");
            }
        }
        return default;
    }

    private static Stripped? FromAmr(ReadOnlySpan<byte> file, List<Range> samples, ReadOnlySpan<byte> magic)
    {
        var own = new MemoryStream();
        own.Write(magic);
        foreach (var sample in samples)
        {
            own.Write(file[sample]);
        }
        return Amr.Strip(own.ToArray());
    }

    private static Stripped? FromAac(ReadOnlySpan<byte> file, List<Range> samples, ReadOnlySpan<byte> entry)
    {
        if (Configuration(entry) is not { Length: >= 2 } configuration)
        {
            return null;
        }
        // Object type, rate, channels: 5, 4 and 4 bits (ISO/IEC 14496-3 §1.6.2.1). The types above 4 are LC with something that a player finds by itself.
        var type = configuration[0] >> 3;
        var rate = ((configuration[0] & 7) << 1) | (configuration[1] >> 7);
        var channels = (configuration[1] >> 3) & 0xf;
        var own = new MemoryStream();
        foreach (var sample in samples)
        {
            if (!Adts.TryWrite(own, type is >= 1 and <= 4 ? type - 1 : 1, rate, channels, file[sample]))
            {
                return null;
            }
        }
        return new Stripped(MediumType.Aac, own.ToArray());
    }

    /// <summary>How the decoder is set up, from the descriptors in <c>esds</c> (ISO/IEC 14496-1 §7.2.6).</summary>
    private static byte[]? Configuration(ReadOnlySpan<byte> entry)
    {
        const int plain = 28;
        if (entry.Length < plain)
        {
            return null;
        }
        var quickTime = BinaryPrimitives.ReadUInt16BigEndian(entry[8..]) switch { 1 => 16, 2 => 36, _ => 0 };
        if (entry.Length < plain + quickTime)
        {
            return null;
        }
        var descriptors = Mp4Box.Find(entry[(plain + quickTime)..], "esds");
        if (descriptors.Length < 4 || Descriptor(descriptors[4..], 3) is not { Length: > 3 } stream || stream[2] != 0
            || Descriptor(stream.AsSpan(3), 4) is not { Length: > 13 } decoder)
        {
            return null;
        }
        return Descriptor(decoder.AsSpan(13), 5);
    }

    /// <returns>What is in the descriptor that stands here; null for another.</returns>
    private static byte[]? Descriptor(ReadOnlySpan<byte> from, byte tag)
    {
        if (from.IsEmpty || from[0] != tag)
        {
            return null;
        }
        var size = 0;
        var at = 1;
        for (; at <= 4 && at < from.Length; at++)
        {
            size = (size << 7) | (from[at] & 0x7f);
            if ((from[at] & 0x80) == 0)
            {
                at++;
                break;
            }
        }
        return size <= from.Length - at ? from.Slice(at, size).ToArray() : null;
    }
}
