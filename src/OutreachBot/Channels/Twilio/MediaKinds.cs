using OutreachBot.Flows.Running;

namespace OutreachBot.Channels.Twilio;

/// <summary>What an attachment is to a person, by its content type.</summary>
/// <remarks>Voice and pictures of a kind that isn't taken (HEIC, TIFF, …) are <see cref="AttachmentKind.Other"/>: she is told so at once.</remarks>
internal static class MediaKinds
{
    public static AttachmentKind Of(string? contentType)
    {
        var type = (contentType ?? "").Split(';', 2)[0].Trim().ToLowerInvariant();
        return type switch
        {
            "image/webp" => AttachmentKind.Sticker,
            "application/ogg" => AttachmentKind.Voice,
            "text/vcard" or "text/x-vcard" or "text/directory" => AttachmentKind.Contact,
            "audio/ogg" or "audio/opus" or "audio/amr" or "audio/amr-nb" or "audio/amr-wb" or "audio/3gpp" or "audio/mpeg" or "audio/mp3"
                or "audio/mp4" or "audio/m4a" or "audio/x-m4a" or "audio/aac" or "audio/aacp" => AttachmentKind.Voice,
            "image/jpeg" or "image/jpg" or "image/png" or "image/gif" => AttachmentKind.Image,
            _ when type.StartsWith("video/", StringComparison.Ordinal) => AttachmentKind.Video,
            _ when type.StartsWith("application/", StringComparison.Ordinal) => AttachmentKind.Document,
            _ when type.StartsWith("text/", StringComparison.Ordinal) => AttachmentKind.Document,
            _ => AttachmentKind.Other,
        };
    }
}
