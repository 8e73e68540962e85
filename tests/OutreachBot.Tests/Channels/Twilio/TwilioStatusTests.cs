using OutreachBot.Channels.Twilio;

namespace OutreachBot.Tests.Channels.Twilio;

public sealed class TwilioStatusTests
{
    [Theory]
    [InlineData("queued", "sent")]
    [InlineData("sent", "undelivered")]
    [InlineData("failed", "delivered")]
    [InlineData("delivered", "read")]
    [InlineData("something new", "queued")]
    public void News_is_ranked_and_never_by_when_it_came(string earlier, string further) =>
        Assert.True(TwilioStatuses.Read(earlier) < TwilioStatuses.Read(further));

    [Theory]
    [InlineData("sent", false)]
    [InlineData("sending", false)]
    [InlineData("failed", true)]
    [InlineData("delivered", true)]
    [InlineData("read", true)]
    public void A_copy_can_go_when_no_more_is_to_come(string word, bool final) =>
        Assert.Equal(final, TwilioStatuses.Read(word).IsFinal());
}
