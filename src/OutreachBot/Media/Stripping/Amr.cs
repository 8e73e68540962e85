namespace OutreachBot.Media.Stripping;

/// <summary>AMR and AMR-WB in the storage format (RFC 4867 §5), one channel: frames that are frames, up to the first that isn't.</summary>
internal static class Amr
{
    // Octets of a frame's speech by its type; below zero: none is defined.
    private static readonly sbyte[] Narrow = [12, 13, 15, 17, 19, 20, 26, 31, 5, -1, -1, -1, -1, -1, -1, 0];
    private static readonly sbyte[] Wide = [17, 23, 32, 36, 40, 46, 50, 58, 60, 5, -1, -1, -1, -1, 0, 0];

    public static ReadOnlySpan<byte> NarrowMagic => "#!AMR\n"u8;

    public static ReadOnlySpan<byte> WideMagic => "#!AMR-WB\n"u8;

    public static Stripped? Strip(ReadOnlySpan<byte> file) =>
        file.StartsWith(NarrowMagic) ? Strip(file, NarrowMagic, Narrow, MediumType.Amr)
        : file.StartsWith(WideMagic) ? Strip(file, WideMagic, Wide, MediumType.AmrWide)
        : null;

    private static Stripped? Strip(ReadOnlySpan<byte> file, ReadOnlySpan<byte> magic, sbyte[] sizes, MediumType type)
    {
        var at = magic.Length;
        while (at < file.Length && IsFrame(file[at]) && sizes[(file[at] >> 3) & 0xf] is >= 0 and var size && at + 1 + size <= file.Length)
        {
            at += 1 + size;
        }
        return at == magic.Length ? null : new Stripped(type, file[..at].ToArray());
    }

    // The first bit and the last two are padding, and zero.
    private static bool IsFrame(byte head) => (head & 0b1000_0011) == 0;
}
