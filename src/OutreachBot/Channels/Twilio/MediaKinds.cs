using OutreachBot.Flows.Running;

namespace OutreachBot.Channels.Twilio;

/// <summary>What an attachment is to a person, by its content type.</summary>
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
            _ when type.StartsWith("audio/", StringComparison.Ordinal) => AttachmentKind.Voice,
            _ when type.StartsWith("image/", StringComparison.Ordinal) => AttachmentKind.Image,
            _ when type.StartsWith("video/", StringComparison.Ordinal) => AttachmentKind.Video,
            _ when type.StartsWith("application/", StringComparison.Ordinal) => AttachmentKind.Document,
            _ when type.StartsWith("text/", StringComparison.Ordinal) => AttachmentKind.Document,
            _ => AttachmentKind.Other,
        };
    }
}
