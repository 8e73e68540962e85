using OutreachBot.Addresses;
using OutreachBot.Conversations;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Texting;
using OutreachBot.Media;
using OutreachBot.Privacy;
using OutreachBot.Sounds;

namespace OutreachBot.Channels.Simulator;

/// <summary>Takes what a simulated phone writes to the conversation, as a webhook does, and puts the answer on the phone.</summary>
internal sealed class SimulatedLine(PhoneBoard board, IConversation conversation, SimulatedMedia media, SoundAddresses sounds, MediaAddresses given, TimeProvider time)
{
    private const int LongestText = 1600;

    /// <param name="request">Its phone is <paramref name="phone"/>; the rest has been checked.</param>
    public async Task SendAsync(Address phone, MessageRequest request, CancellationToken cancellationToken)
    {
        var shownOn = request.Channel ?? board.ShownOn(phone.Value);
        var text = request.Text ?? "";
        text = text.Length > LongestText ? text[..LongestText] : text;
        var sent = new BoardEntry(
            0, phone.Value, FromLine: false, shownOn, text, time.GetUtcNow(), Unasked: false,
            shownOn == "sms" ? SmsCost.Of(text) : null, [], request.Media ?? (request.Pin is null ? null : "pin"), Inside: null);
        var reply = await conversation.HandleAsync(Inbound(phone, shownOn, text, request), cancellationToken);
        board.Add(sent with { Inside = TraceReader.Read(reply.Inside) });
        foreach (var say in reply.Says)
        {
            board.Add(new BoardEntry(
                0, phone.Value, FromLine: true, shownOn, say.Text, time.GetUtcNow(), Unasked: false,
                shownOn == "sms" ? SmsCost.Of(say.Text) : null, NumberedOptions.Read(say.Text), Carries: null, Inside: null)
            {
                Sound = say.Audio is not { } name ? null : MediaAddresses.IsOne(name) ? given.Local(name) : sounds.Local(name),
                IsPicture = say.Audio is { } shown && MediaAddresses.IsPicture(shown),
            });
        }
    }

    private InboundMessage Inbound(Address phone, string shownOn, string text, MessageRequest request) => new(
        phone,
        shownOn == "sms" ? ChannelKind.Sms : ChannelKind.WhatsApp,
        request.Id is { Length: > 0 and <= 64 } id ? $"sim-{id}" : $"sim-{RandomId.Draw()}",
        text,
        request.Media switch
        {
            "voice" => [new Attachment(AttachmentKind.Voice, media.Hold(request.Bytes ?? SampleMedia.Voice()))],
            "image" => [new Attachment(AttachmentKind.Image, media.Hold(request.Bytes ?? SampleMedia.Picture()))],
            _ => [],
        },
        request.Pin is { Lat: { } lat, Lon: { } lon } ? new Pin(lat, lon) : null,
        Choice: null,
        CarrierWord.None,
        time.GetUtcNow(),
        SentAt: null);
}
