using System.Buffers.Binary;
using System.Text;

namespace OutreachBot.Tests.Media;

/// <summary>Voice files that say by whom and on what they were recorded, in every place where such a thing may stand.</summary>
internal static class MarkedVoices
{
    public const string Canary = MarkedPictures.Canary;

    private static byte[] Words => Encoding.ASCII.GetBytes(Canary);

    /// <summary>Twenty milliseconds of a code that a decoder takes for sound; each packet another.</summary>
    public static byte[] OpusPacket(int i) => [0x08, (byte)i, (byte)(i * 7), 0x55];

    /// <summary>As WhatsApp makes them, with comments, a second stream, words in the padding and after the end.</summary>
    public static byte[] Ogg(int packets = 120)
    {
        byte[] head = [.. "OpusHead"u8, 1, 1, 0x38, 1, 0x80, 0x3e, 0, 0, 0, 0, 0];
        byte[] tags = [.. "OpusTags"u8, (byte)Words.Length, 0, 0, 0, .. Words, 1, 0, 0, 0, (byte)(Words.Length + 8), 0, 0, 0, .. "comment="u8, .. Words];
        // Three frames of nothing, said to be followed by padding.
        byte[] padded = [0x0b, 0x43, (byte)Words.Length, 1, 1, 1, .. Words];
        var file = new List<byte>();
        file.AddRange(OggPage(2, 0, 7, 0, [head]));
        file.AddRange(OggPage(2, 0, 9, 0, [[.. "theora"u8, .. Words]]));
        file.AddRange(OggPage(0, 0, 7, 1, [tags]));
        var sequence = 2;
        for (var i = 0; i < packets; i += 50)
        {
            var last = Math.Min(i + 50, packets);
            file.AddRange(OggPage(0, (ulong)last * 960, 7, sequence++, [.. Enumerable.Range(i, last - i).Select(OpusPacket)]));
        }
        file.AddRange(OggPage(4, ((ulong)packets + 3) * 960, 7, sequence, [padded]));
        file.AddRange(Words);
        return [.. file];
    }

    public static byte[] Amr() => [.. "#!AMR\n"u8, .. Enumerable.Range(0, 50).SelectMany(_ => AmrFrame()), .. Words];

    /// <summary>Fifty frames whose sound is these words.</summary>
    /// <param name="words">At most 31 letters.</param>
    public static byte[] AmrOf(string words)
    {
        byte[] frame = [0x3c, .. Encoding.ASCII.GetBytes(words.PadRight(31, '.'))];
        return [.. "#!AMR\n"u8, .. Enumerable.Repeat(frame, 50).SelectMany(f => f)];
    }

    public static byte[] Mp3()
    {
        byte[] id3 = [.. "ID3"u8, 4, 0, 0, 0, 0, 0, (byte)(Words.Length + 11), .. "TPE1"u8, 0, 0, 0, (byte)(Words.Length + 1), 0, 0, 3, .. Words];
        byte[] tag1 = new byte[128];
        "TAG"u8.CopyTo(tag1);
        Words.CopyTo(tag1, 3);
        return [.. id3, .. Mp3Frame([.. new byte[17], .. "Info"u8, .. Words]), .. Mp3Frame([1]), .. Mp3Frame([2]), .. Mp3Frame([3]), .. "APETAGEX"u8, .. Words, .. tag1];
    }

    /// <summary>Twenty frames in an M4A, with a title, a place and words between the sound.</summary>
    public static byte[] M4a()
    {
        var frames = Enumerable.Range(1, 20).Select(AacFrame).ToArray();
        byte[] type = Box("ftyp", "M4A \0\0\0\0M4A isom"u8);
        byte[] sound = [.. Words, .. frames.SelectMany(f => f), .. Words];
        var media = Box("mdat", sound);
        var first = type.Length + 8 + Words.Length;
        byte[] esds = [0, 0, 0, 0, 3, 25, 0, 0, 0, 4, 17, 0x40, 0x15, .. new byte[11], 5, 2, 0x14, 0x08, 6, 1, 2];
        byte[] entry = [.. new byte[6], 0, 1, .. new byte[8], 0, 1, 0, 16, 0, 0, 0, 0, 0x3e, 0x80, 0, 0, .. Box("esds", esds)];
        var table = Box("stbl",
        [
            .. Box("stsd", [0, 0, 0, 0, 0, 0, 0, 1, .. Box("mp4a", entry)]),
            .. Box("stsc", [.. new byte[4], .. Number(1), .. Number(1), .. Number(20), .. Number(1)]),
            .. Box("stsz", [.. new byte[4], .. Number(0), .. Number(20), .. frames.SelectMany(f => Number(f.Length))]),
            .. Box("stco", [.. new byte[4], .. Number(1), .. Number(first)]),
        ]);
        byte[] handler = [0, 0, 0, 0, 0, 0, 0, 0, .. "soun"u8, .. new byte[12], .. Words, 0];
        var track = Box("trak", Box("mdia", [.. Box("hdlr", handler), .. Box("minf", table)]));
        var data = Box("udta", [.. Box("\u00a9xyz", [0, 12, 0, 0, .. "-19.1-65.3/"u8, .. Words]), .. Box("meta", [0, 0, 0, 0, .. Words])]);
        return [.. type, .. media, .. Box("moov", [.. track, .. data]), .. Box("free", Words), .. Words];
    }

    public static byte[] AacFrame(int i) => [0x21, (byte)i, 0x40, (byte)(i * 3), 0x1c];

    public static byte[] Box(string kind, ReadOnlySpan<byte> inside) => [.. Number(inside.Length + 8), .. Encoding.Latin1.GetBytes(kind), .. inside];

    private static byte[] AmrFrame() => [0x04, .. Enumerable.Range(0, 12).Select(i => (byte)(i * 11))];

    // MPEG-1 layer III, 32 kbit/s, 44.1 kHz, one channel: 104 bytes.
    private static byte[] Mp3Frame(byte[] inside)
    {
        var frame = new byte[104];
        (frame[0], frame[1], frame[2], frame[3]) = (0xff, 0xfb, 0x11, 0xcf);
        inside.CopyTo(frame, 4);
        return frame;
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] OggPage(byte flags, ulong granule, uint serial, int sequence, byte[][] packets)
    {
        var head = new byte[27];
        "OggS"u8.CopyTo(head);
        head[5] = flags;
        BinaryPrimitives.WriteUInt64LittleEndian(head.AsSpan(6), granule);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(14), serial);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(18), sequence);
        head[26] = (byte)packets.Length;
        // The checksum is left out: we are to read what careless programs write.
        return [.. head, .. packets.Select(p => (byte)p.Length), .. packets.SelectMany(p => p)];
    }
}
