namespace OutreachBot.Media.Stripping;

/// <summary>AAC as a stream of frames (ISO/IEC 13818-7 §6.2), each under a header of our own.</summary>
internal static class Adts
{
    public const int HeaderSize = 7;

    private const int HeaderSizeWithChecksum = 9;
    private const int LongestFrame = (1 << 13) - 1;

    public static bool Fits(ReadOnlySpan<byte> file) => file.Length > HeaderSize && file[0] == 0xff && (file[1] & 0xf6) == 0xf0;

    public static Stripped? Strip(ReadOnlySpan<byte> file)
    {
        var own = new MemoryStream();
        while (Fits(file))
        {
            var headSize = (file[1] & 1) == 0 ? HeaderSizeWithChecksum : HeaderSize;
            var size = ((file[3] & 3) << 11) | (file[4] << 3) | (file[5] >> 5);
            var profile = file[2] >> 6;
            var rate = (file[2] >> 2) & 0xf;
            var channels = ((file[2] & 1) << 2) | (file[3] >> 6);
            var isOneBlock = (file[6] & 3) == 0;
            if (size <= headSize || size > file.Length || !isOneBlock || !TryWrite(own, profile, rate, channels, file[headSize..size]))
            {
                break;
            }
            file = file[size..];
        }
        return own.Length == 0 ? null : new Stripped(MediumType.Aac, own.ToArray());
    }

    /// <param name="profile">The audio object type less one, 0 to 3.</param>
    /// <param name="rate">Index of the sampling rate.</param>
    /// <param name="channels">1 to 7.</param>
    /// <returns>False for what no header can say.</returns>
    public static bool TryWrite(Stream to, int profile, int rate, int channels, ReadOnlySpan<byte> frame)
    {
        var size = HeaderSize + frame.Length;
        if (frame.IsEmpty || size > LongestFrame || profile is < 0 or > 3 || rate is < 0 or > 12 || channels is < 1 or > 7)
        {
            return false;
        }
        to.Write(
        [
            0xff, 0xf1,
            (byte)((profile << 6) | (rate << 2) | (channels >> 2)),
            (byte)(((channels & 3) << 6) | (size >> 11)),
            (byte)(size >> 3),
            (byte)((size << 5) | 0x1f),
            0xfc,
        ]);
        to.Write(frame);
        return true;
    }
}
