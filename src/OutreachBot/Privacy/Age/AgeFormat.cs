namespace OutreachBot.Privacy.Age;

/// <summary>Sizes and fixed words of age-encryption.org/v1 (C2SP age.md).</summary>
internal static class AgeFormat
{
    public const string VersionLine = "age-encryption.org/v1";
    public const string X25519 = "X25519";
    public const string Scrypt = "scrypt";

    /// <summary>Bytes of an X25519 key, of a share, and of the keys derived.</summary>
    public const int KeySize = 32;

    public const int FileKeySize = 16;
    public const int TagSize = 16;
    public const int MacSize = 32;

    /// <summary>Bytes that begin the payload; its key is derived with them.</summary>
    public const int PayloadNonceSize = 16;

    /// <summary>Plain bytes of a chunk; only the last may have fewer.</summary>
    public const int ChunkSize = 64 * 1024;

    /// <summary>Columns of a stanza's body; the last line has fewer, if need be none.</summary>
    public const int BodyColumns = 64;

    /// <summary>Bytes of a header we read at most: some thousand recipients. The format names no bound.</summary>
    public const int MaxHeaderSize = 256 * 1024;

    public static ReadOnlySpan<byte> X25519Info => "age-encryption.org/v1/X25519"u8;

    public static ReadOnlySpan<byte> HeaderInfo => "header"u8;

    public static ReadOnlySpan<byte> PayloadInfo => "payload"u8;
}
