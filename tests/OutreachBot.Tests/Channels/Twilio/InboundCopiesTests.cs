using Moq;
using OutreachBot.Addresses;
using OutreachBot.Channels.Twilio;
using OutreachBot.Conversations;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Texting;
using OutreachBot.Outbox;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Channels.Twilio;

public sealed class InboundCopiesTests
{
    private readonly Mock<IProviderCopies> _copies = new();

    [Theory]
    [InlineData(Channel.Sms, "SM0123456789abcdef0123456789abcdef", false, true)]
    [InlineData(Channel.WhatsApp, "SM0123456789abcdef0123456789abcdef", false, true)]
    [InlineData(Channel.WhatsApp, "MM0123456789abcdef0123456789abcdef", true, false)]
    [InlineData(Channel.Simulator, "sim-1", false, false)]
    public void The_providers_copy_of_what_she_wrote_goes_unless_something_hangs_on_it(Channel channel, string sid, bool carries, bool goes)
    {
        var unit = Mock.Of<UnitOfWork>();
        new InboundCopies(_copies.Object).Taken(unit, new InboundMessage(
            Address.TryFrom(channel, "+59170000012")!, ChannelKind.Sms, sid, "hola",
            carries ? [new Attachment(AttachmentKind.Voice, "x")] : [], null, null, CarrierWord.None, default, null));
        _copies.Verify(c => c.PlanDeletion(unit, "message", sid, It.IsAny<DateTimeOffset>()), goes ? Times.Once() : Times.Never());
    }
}
