using OutreachBot.Media.Stripping;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace OutreachBot.Channels.Simulator;

/// <summary>What a simulated phone sends when nobody has picked a file.</summary>
internal static class SampleMedia
{
    /// <summary>Two seconds of silence, as WhatsApp would record it.</summary>
    public static byte[] Voice()
    {
        const int packets = 100;
        const int samples = 960;
        var file = new OggPages();
        file.Write([[.. "OpusHead"u8, 1, 1, 0x38, 1, 0x80, 0xbb, 0, 0, 0, 0, 0]], 0);
        file.Write([[.. "OpusTags"u8, 0, 0, 0, 0, 0, 0, 0, 0]], 0);
        for (var i = 1; i <= packets; i++)
        {
            // Twenty milliseconds in which nothing is coded.
            file.Add([0xf8, 0xff, 0xfe], (ulong)(i * samples));
        }
        return file.End();
    }

    public static byte[] Picture()
    {
        using var picture = new Image<Rgb24>(96, 64);
        picture.ProcessPixelRows(rows =>
        {
            for (var y = 0; y < rows.Height; y++)
            {
                rows.GetRowSpan(y).Fill(y < rows.Height / 2 ? new Rgb24(120, 170, 220) : new Rgb24(150, 120, 80));
            }
        });
        using var file = new MemoryStream();
        picture.SaveAsPng(file);
        return file.ToArray();
    }
}
