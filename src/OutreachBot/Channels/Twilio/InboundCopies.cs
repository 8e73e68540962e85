using OutreachBot.Addresses;
using OutreachBot.Conversations;
using OutreachBot.Flows.Running;
using OutreachBot.Outbox;
using OutreachBot.Transactions;

namespace OutreachBot.Channels.Twilio;

/// <summary>Has the provider's copy of what a person wrote deleted, once it is kept here.</summary>
/// <remarks>One with voice or a picture stays there until that has been fetched: see <see cref="TwilioMediaSource"/>.</remarks>
internal sealed class InboundCopies(IProviderCopies copies) : IInboundListener
{
    /// <summary>The provider finishes its own record after we have answered.</summary>
    private static readonly TimeSpan AfterAnswer = TimeSpan.FromMinutes(1);

    public void Taken(UnitOfWork unit, InboundMessage message)
    {
        if (message.From.Channel is Channel.Sms or Channel.WhatsApp && !message.Attachments.Any(IsFetched) && TwilioMedia.IsSid(message.ProviderId))
        {
            copies.PlanDeletion(unit, TwilioCopies.MessageKind, message.ProviderId, unit.Now + AfterAnswer);
        }
    }

    private static bool IsFetched(Attachment attachment) => attachment is { Kind: AttachmentKind.Voice or AttachmentKind.Image, Handle.Length: > 0 };
}
