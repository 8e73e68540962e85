namespace OutreachBot.Media.Stripping;

/// <summary>Takes a file apart and makes a new one of its picture or sound alone.</summary>
/// <remarks>
/// Nothing is searched for and cut out: what isn't known to be picture or sound is never carried over, so a place for words
/// that nobody thought of can't come through. Known by its first bytes: a header may say anything.
/// </remarks>
internal static class Stripper
{
    /// <summary>Bytes of the largest file that is taken; what a provider carries at most.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    /// <summary>What a file is that came out of here.</summary>
    public static MediumType TypeOf(ReadOnlySpan<byte> stripped) =>
        stripped.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8]) ? MediumType.Jpeg
        : stripped.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50]) ? MediumType.Png
        : stripped.StartsWith("OggS"u8) ? MediumType.OggOpus
        : stripped.StartsWith(Amr.WideMagic) ? MediumType.AmrWide
        : stripped.StartsWith(Amr.NarrowMagic) ? MediumType.Amr
        : Adts.Fits(stripped) ? MediumType.Aac
        : MediumType.Mp3;

    /// <returns>Null for what is no picture and no voice that is known, or is damaged.</returns>
    public static Stripped? Strip(ReadOnlyMemory<byte> file)
    {
        var head = file.Span;
        return head.Length > MostBytes ? null
            : head.StartsWith("OggS"u8) ? OggOpus.Strip(head)
            : head.StartsWith("#!AMR"u8) ? Amr.Strip(head)
            : head.Length > 12 && head[4..8].SequenceEqual("ftyp"u8) ? Mp4Voice.Strip(head)
            : Adts.Fits(head) ? Adts.Strip(head)
            : head.StartsWith("ID3"u8) || Mp3.Fits(head) ? Mp3.Strip(head)
            : Pictures.Fits(head) ? Pictures.Strip(file)
            : null;
    }
}
