using OutreachBot.Channels;

namespace OutreachBot.Tests.Channels;

public sealed class InboundPaceTests
{
    [Fact]
    public async Task Whoever_would_wait_too_long_is_turned_away()
    {
        using var pace = new InboundPace(perSecond: 2, TimeSpan.Zero);
        Assert.True(await pace.EnterAsync(CancellationToken.None));
        Assert.True(await pace.EnterAsync(CancellationToken.None));
        Assert.False(await pace.EnterAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_rest_waits_its_turn()
    {
        using var pace = new InboundPace(perSecond: 50, TimeSpan.FromSeconds(8));
        var entered = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => pace.EnterAsync(CancellationToken.None).AsTask()));
        Assert.DoesNotContain(false, entered);
    }

    [Fact]
    public async Task Without_a_limit_everybody_enters()
    {
        using var pace = new InboundPace(perSecond: 0, TimeSpan.Zero);
        foreach (var _ in Enumerable.Range(0, 1000))
        {
            Assert.True(await pace.EnterAsync(CancellationToken.None));
        }
    }
}
