using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace OutreachBot.Media.Stripping;

/// <summary>JPEG, PNG, GIF and WebP: the pixels, turned upright, in a new JPEG or PNG. Of a moving picture the first.</summary>
internal static class Pictures
{
    /// <summary>More than the phones of those who write here take; unpacked it is three bytes a pixel, or four.</summary>
    private const long MostPixels = 25_000_000;

    private const int Quality = 88;

    private static readonly Configuration Settings = new(
        new JpegConfigurationModule(), new PngConfigurationModule(), new GifConfigurationModule(), new WebpConfigurationModule())
    {
        // What one picture took is given back, not pooled: they come seldom.
        MemoryAllocator = MemoryAllocator.Create(new MemoryAllocatorOptions { MaximumPoolSizeMegabytes = 1 }),
        MaxDegreeOfParallelism = 1,
    };

    public static bool Fits(ReadOnlySpan<byte> file) =>
        file.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]) || file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4e, 0x47])
        || file.StartsWith("GIF8"u8) || (file.Length > 12 && file.StartsWith("RIFF"u8) && file[8..12].SequenceEqual("WEBP"u8));

    public static Stripped? Strip(ReadOnlyMemory<byte> file)
    {
        var isPng = file.Span[0] is 0x89 or (byte)'G';
        try
        {
            using var from = new MemoryStream(file.ToArray(), writable: false);
            if (Image.Identify(Settings, from) is not { } size || (long)size.Width * size.Height > MostPixels)
            {
                return null;
            }
            from.Position = 0;
            return isPng ? Draw<Rgba32>(from, MediumType.Png, new PngEncoder { IgnoreMetadata = true })
                : Draw<Rgb24>(from, MediumType.Jpeg, new JpegEncoder { Quality = Quality });
        }
        // A decoder of foreign bytes: whatever it chokes on, the file is damaged, and is not taken.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static Stripped Draw<TPixel>(Stream from, MediumType type, IImageEncoder encoder)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        using var picture = Image.Load<TPixel>(Settings, from);
        while (picture.Frames.Count > 1)
        {
            picture.Frames.RemoveFrame(picture.Frames.Count - 1);
        }
        picture.Mutate(p => p.AutoOrient());
        var told = picture.Metadata;
        (told.ExifProfile, told.XmpProfile, told.IptcProfile, told.IccProfile) = (null, null, null, null);
        told.ResolutionUnits = SixLabors.ImageSharp.Metadata.PixelResolutionUnit.AspectRatio;
        (told.HorizontalResolution, told.VerticalResolution) = (1, 1);
        var own = new MemoryStream();
        picture.Save(own, encoder);
        return new Stripped(type, own.ToArray());
    }
}
