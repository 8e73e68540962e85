namespace OutreachBot.Media.Stripping;

/// <summary>What a stripped file is. All that comes in is brought to one of these.</summary>
public enum MediumType
{
    Jpeg,
    Png,
    OggOpus,
    Amr,
    AmrWide,
    Mp3,
    Aac,
}

internal static class MediumTypes
{
    /// <summary>For the header of an answer; known by what the bytes are, never by what somebody said of them.</summary>
    public static string ContentType(this MediumType type) => type switch
    {
        MediumType.Jpeg => "image/jpeg",
        MediumType.Png => "image/png",
        MediumType.OggOpus => "audio/ogg",
        MediumType.Amr => "audio/amr",
        MediumType.AmrWide => "audio/amr-wb",
        MediumType.Mp3 => "audio/mpeg",
        MediumType.Aac => "audio/aac",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>How a file of it ends.</summary>
    public static string Ending(this MediumType type) => type switch
    {
        MediumType.Jpeg => ".jpg",
        MediumType.Png => ".png",
        MediumType.OggOpus => ".ogg",
        MediumType.Amr => ".amr",
        MediumType.AmrWide => ".awb",
        MediumType.Mp3 => ".mp3",
        MediumType.Aac => ".aac",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    public static bool IsPicture(this MediumType type) => type is MediumType.Jpeg or MediumType.Png;
}
