using System.Globalization;
using OutreachBot.Addresses;
using OutreachBot.Conversations;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Channels.Twilio;

/// <summary>Reads a message out of the provider's form.</summary>
/// <remarks>
/// Only the fields named here are read: what a name or a pin's label says of a person (ProfileName, Label, Address, the city
/// fields) is left at the door. By the field that is there, never by MessageType, whose values change.
/// </remarks>
internal sealed class TwilioInbound(TwilioMedia media, TimeProvider time)
{
    private const int MaxAttachments = 10;
    private const int MaxPayload = 256;

    /// <summary>Two letters and 32 hexadecimal digits.</summary>
    private const int SidLength = 34;
    private const string WhatsAppPrefix = "whatsapp:";

    /// <returns>Null when the form is not one of the provider's messages.</returns>
    public InboundMessage? Read(TwilioForm form)
    {
        // Required by name and whole: names and values are signed without a seam between them, so 'Fro' + 'm+591…' signs
        // alike, and a captured message with the next name swallowed by its id would pass for another one.
        if (form.HasRepeatedName
            || form.Get("MessageSid"u8) is not { Length: SidLength } sid || sid[..2] is not ("SM" or "MM") || !TwilioMedia.IsSid(sid)
            || form.Get("AccountSid"u8) is not { Length: SidLength } account || !account.StartsWith("AC", StringComparison.Ordinal) || !TwilioMedia.IsSid(account)
            || ReadSender(form.Get("From"u8)) is not { } sender)
        {
            return null;
        }
        return new InboundMessage(
            sender,
            sender.Channel == Channel.WhatsApp ? ChannelKind.WhatsApp : ChannelKind.Sms,
            sid,
            // What is longer than the provider carries is cut, never refused.
            Twiml.Cut(form.Get("Body"u8) ?? ""),
            ReadAttachments(form),
            ReadPin(form),
            ReadChoice(form),
            ReadCarrierWord(form),
            time.GetUtcNow(),
            SentAt: null);
    }

    /// <summary>A number, or a business-scoped id that hides it: both are opaque here.</summary>
    private static Address? ReadSender(string? from) =>
        from is not null && from.StartsWith(WhatsAppPrefix, StringComparison.OrdinalIgnoreCase)
            ? Address.TryFrom(Channel.WhatsApp, from[WhatsAppPrefix.Length..])
            : Address.TryFrom(Channel.Sms, from);

    private List<Attachment> ReadAttachments(TwilioForm form)
    {
        var attachments = new List<Attachment>();
        if (!int.TryParse(form.Get("NumMedia"u8), NumberStyles.None, null, out var count))
        {
            return attachments;
        }
        for (var i = 0; i < Math.Min(count, MaxAttachments); i++)
        {
            var kind = MediaKinds.Of(form.Get(System.Text.Encoding.ASCII.GetBytes($"MediaContentType{i}")));
            var handle = media.HandleOf(form.Get(System.Text.Encoding.ASCII.GetBytes($"MediaUrl{i}")));
            // What will never be fetched is not said to have been understood.
            attachments.Add(new Attachment(handle.Length == 0 ? AttachmentKind.Other : kind, handle));
        }
        return attachments;
    }

    private static Pin? ReadPin(TwilioForm form) =>
        TryDegrees(form.Get("Latitude"u8), 90, out var latitude) && TryDegrees(form.Get("Longitude"u8), 180, out var longitude)
            ? new Pin(latitude, longitude)
            : null;

    private static bool TryDegrees(string? text, double most, out double degrees) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out degrees)
        && Math.Abs(degrees) <= most;

    private static string? ReadChoice(TwilioForm form) =>
        form.Get("ButtonPayload"u8) is { Length: > 0 and <= MaxPayload } button ? button
        : form.Get("ListId"u8) is { Length: > 0 and <= MaxPayload } item ? item
        : null;

    private static CarrierWord ReadCarrierWord(TwilioForm form) => form.Get("OptOutType"u8)?.ToUpperInvariant() switch
    {
        "STOP" => CarrierWord.Stop,
        "START" => CarrierWord.Start,
        "HELP" => CarrierWord.Help,
        _ => CarrierWord.None,
    };
}
