using OutreachBot.Effects;

namespace OutreachBot.Tests.Tips;

public sealed class TimedLinkTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 14, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_link_is_gone_when_its_end_has_come()
    {
        var link = TimedLink.Until(Now.AddMinutes(15), "abc");

        Assert.Equal("abc", TimedLink.Read(link, Now.AddMinutes(15).AddMilliseconds(-1)));
        Assert.Null(TimedLink.Read(link, Now.AddMinutes(15)));
        Assert.Equal(Now.AddMinutes(15), TimedLink.EndOf(link));
    }

    [Fact]
    public void A_link_without_an_end_is_its_own_value()
    {
        Assert.Equal("abc", TimedLink.Read("abc", Now));
        Assert.Null(TimedLink.EndOf("{\"story\":\"a@b\"}"));
        Assert.Null(TimedLink.Read(null, Now));
    }
}
