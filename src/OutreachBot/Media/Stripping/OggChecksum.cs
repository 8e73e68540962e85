namespace OutreachBot.Media.Stripping;

/// <summary>The checksum of an Ogg page: CRC-32 with polynomial 0x04C11DB7, neither reflected nor inverted (RFC 3533 §6).</summary>
internal static class OggChecksum
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i => Entry((uint)i << 24))];

    /// <param name="page">Its own checksum set to zero.</param>
    public static uint Of(ReadOnlySpan<byte> page)
    {
        var sum = 0u;
        foreach (var b in page)
        {
            sum = (sum << 8) ^ Table[(sum >> 24) ^ b];
        }
        return sum;
    }

    private static uint Entry(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value << 1) ^ ((value & 0x8000_0000) != 0 ? 0x04C1_1DB7u : 0);
        }
        return value;
    }
}
