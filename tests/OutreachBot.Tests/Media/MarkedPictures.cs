using System.Buffers.Binary;
using System.Text;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.Metadata.Profiles.Exif;
using SixLabors.ImageSharp.PixelFormats;

namespace OutreachBot.Tests.Media;

/// <summary>Pictures that say where and by whom they were taken, in every place where such a thing may stand.</summary>
internal static class MarkedPictures
{
    public const string Canary = "zqxwvkjq-meta";

    private static byte[] Words => Encoding.ASCII.GetBytes(Canary);

    /// <summary>Taller than wide as it is to be seen: its file lies on its side, and says so.</summary>
    public static byte[] Jpeg()
    {
        var plain = Encode(Draw(withExif: true), new JpegEncoder());
        return Inserted(plain, at: 2,
            [
                .. Segment(0xe1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. "<x:xmpmeta>"u8, .. Words, .. "</x:xmpmeta>"u8]),
                .. Segment(0xe2, [.. "ICC_PROFILE\0\u0001\u0001"u8, .. Words]),
                .. Segment(0xed, [.. "Photoshop 3.0\0"u8, .. "8BIM\u0004\u0004\0\0"u8, 0, 0, 0, 20, 0x1c, 2, 5, 0, 13, .. Words, 0, 0]),
                .. Segment(0xef, Words),
                .. Segment(0xfe, Words),
            ]).Concat(Words).ToArray();
    }

    public static byte[] Png()
    {
        var plain = Encode(Draw(withExif: true), new PngEncoder());
        const int afterHeader = 8 + 25;
        return Inserted(plain, afterHeader,
            [
                .. Chunk("tEXt", [.. "Comment\0"u8, .. Words]),
                .. Chunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Words]),
                .. Chunk("tIME", [7, 234, 3, 2, 10, 0, 0]),
                .. Chunk("prVt", Words),
            ]).Concat(Words).ToArray();
    }

    public static byte[] Gif()
    {
        var plain = Encode(Draw(withExif: false), new GifEncoder());
        // Before the trailer: a comment, and words of a program.
        return
        [
            .. plain[..^1],
            0x21, 0xfe, (byte)Words.Length, .. Words, 0,
            0x21, 0xff, 11, .. "XMP DataXMP"u8, (byte)Words.Length, .. Words, 0,
            0x3b, .. Words,
        ];
    }

    public static byte[] Webp() => [.. Encode(Draw(withExif: true), new WebpEncoder()), .. Words];

    private static Image<Rgb24> Draw(bool withExif)
    {
        var picture = new Image<Rgb24>(48, 32, new Rgb24(20, 120, 60));
        picture[0, 0] = new Rgb24(250, 10, 10);
        if (withExif)
        {
            var exif = new ExifProfile();
            exif.SetValue(ExifTag.Orientation, (ushort)6);
            exif.SetValue(ExifTag.ImageDescription, Canary);
            exif.SetValue(ExifTag.Artist, Canary);
            exif.SetValue(ExifTag.GPSLatitudeRef, "S");
            exif.SetValue(ExifTag.GPSLatitude, [new Rational(19), new Rational(10), new Rational(0)]);
            picture.Metadata.ExifProfile = exif;
        }
        return picture;
    }

    private static byte[] Encode(Image picture, SixLabors.ImageSharp.Formats.IImageEncoder encoder)
    {
        using (picture)
        {
            var file = new MemoryStream();
            picture.Save(file, encoder);
            return file.ToArray();
        }
    }

    private static byte[] Inserted(byte[] file, int at, byte[] what) => [.. file[..at], .. what, .. file[at..]];

    private static byte[] Segment(byte marker, byte[] inside)
    {
        var head = new byte[4];
        (head[0], head[1]) = (0xff, marker);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(2), (ushort)(inside.Length + 2));
        return [.. head, .. inside];
    }

    private static byte[] Chunk(string kind, byte[] inside)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(kind), .. inside];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, inside.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Checksum(body));
        return [.. length, .. body, .. sum];
    }

    // PNG (ISO/IEC 15948) annex D, bit by bit.
    private static uint Checksum(byte[] bytes)
    {
        var sum = 0xffff_ffff;
        foreach (var b in bytes)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xedb8_8320 : sum >> 1;
            }
        }
        return ~sum;
    }
}
