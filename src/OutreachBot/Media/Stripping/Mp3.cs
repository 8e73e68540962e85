using System.Buffers.Binary;

namespace OutreachBot.Media.Stripping;

/// <summary>MPEG layer III (ISO/IEC 11172-3 §2.4): its frames, without tags before, between and after them.</summary>
/// <remarks>What an encoder hides in the spare bits within a frame goes along: it can't be told from sound without decoding.</remarks>
internal static class Mp3
{
    private const int FewestFrames = 2;
    private const int Id3HeaderSize = 10;

    private static readonly int[] KilobitsV1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] KilobitsV2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] RatesV1 = [44_100, 48_000, 32_000];

    public static bool Fits(ReadOnlySpan<byte> file) => FrameSize(file) > 0;

    public static Stripped? Strip(ReadOnlySpan<byte> file)
    {
        var own = new MemoryStream();
        var frames = 0;
        var rest = file;
        while (true)
        {
            if (rest.StartsWith("ID3"u8) && rest.Length >= Id3HeaderSize)
            {
                rest = rest[Math.Min(Id3Size(rest), rest.Length)..];
                continue;
            }
            var size = FrameSize(rest);
            if (size == 0 || size > rest.Length)
            {
                break;
            }
            if (!TellsOfTheFile(rest[..size]))
            {
                own.Write(WithoutMarks(rest[..size]));
                frames++;
            }
            rest = rest[size..];
        }
        return frames < FewestFrames ? null : new Stripped(MediumType.Mp3, own.ToArray());
    }

    // Four times seven bits (id3.org/id3v2.4.0-structure, 3.1), and a footer where it is said.
    private static int Id3Size(ReadOnlySpan<byte> tag) =>
        Id3HeaderSize
        + (((tag[6] & 0x7f) << 21) | ((tag[7] & 0x7f) << 14) | ((tag[8] & 0x7f) << 7) | (tag[9] & 0x7f))
        + ((tag[5] & 0x10) != 0 ? Id3HeaderSize : 0);

    /// <returns>Bytes with the header; 0 for what is no frame.</returns>
    private static int FrameSize(ReadOnlySpan<byte> frame)
    {
        const int noFrame = 0;
        if (frame.Length < 4 || frame[0] != 0xff || (frame[1] & 0xe6) != 0xe2)
        {
            return noFrame;
        }
        var version = (frame[1] >> 3) & 3;
        var kilobits = frame[2] >> 4;
        var rate = (frame[2] >> 2) & 3;
        if (version == 1 || kilobits is 0 or 15 || rate == 3)
        {
            return noFrame;
        }
        var isV1 = version == 3;
        var hertz = RatesV1[rate] / (isV1 ? 1 : version == 2 ? 2 : 4);
        var padding = (frame[2] >> 1) & 1;
        return ((isV1 ? 144_000 : 72_000) * (isV1 ? KilobitsV1 : KilobitsV2)[kilobits] / hertz) + padding;
    }

    /// <summary>A first frame without sound, in which encoders leave their name and the file's measures.</summary>
    private static bool TellsOfTheFile(ReadOnlySpan<byte> frame)
    {
        const int longestSideInformation = 4 + 2 + 32;
        var head = frame[..Math.Min(frame.Length, longestSideInformation + 4)];
        return head.IndexOf("Xing"u8) >= 0 || head.IndexOf("Info"u8) >= 0 || head.IndexOf("VBRI"u8) >= 0;
    }

    /// <summary>Without the bits that are nobody's business: private, copyright, original, emphasis.</summary>
    private static byte[] WithoutMarks(ReadOnlySpan<byte> frame)
    {
        var own = frame.ToArray();
        var hasChecksum = (own[1] & 1) == 0;
        if (!hasChecksum)
        {
            var head = BinaryPrimitives.ReadUInt32BigEndian(own);
            BinaryPrimitives.WriteUInt32BigEndian(own, head & 0xffff_fef0);
        }
        return own;
    }
}
