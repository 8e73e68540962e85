using OutreachBot.Addresses;
using OutreachBot.Conversations;
using OutreachBot.Outbox;
using OutreachBot.Transactions;

namespace OutreachBot.Channels.Twilio;

/// <summary>Has the provider's copy of what a person wrote deleted, once it is kept here.</summary>
/// <remarks>A message that carries something stays there for now: its bytes are nowhere else yet.</remarks>
internal sealed class InboundCopies(IProviderCopies copies) : IInboundListener
{
    /// <summary>The provider finishes its own record after we have answered.</summary>
    private static readonly TimeSpan AfterAnswer = TimeSpan.FromMinutes(1);

    public void Taken(UnitOfWork unit, InboundMessage message)
    {
        if (message.From.Channel is Channel.Sms or Channel.WhatsApp && message.Attachments.Count == 0 && TwilioMedia.IsSid(message.ProviderId))
        {
            copies.PlanDeletion(unit, TwilioCopies.MessageKind, message.ProviderId, unit.Now + AfterAnswer);
        }
    }
}
