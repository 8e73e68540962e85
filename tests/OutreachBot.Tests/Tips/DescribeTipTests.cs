using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Tips;

/// <summary>The kind is asked after the receipt, when the alert has left already.</summary>
public sealed class DescribeTipTests : IDisposable
{
    private readonly TipHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Whoever_accepts_reads_the_kind_that_was_said_after_the_receipt()
    {
        var defender = _house.Defender();
        var reporter = _house.Reporter();
        await reporter.SubmitAsync();

        Assert.Equal("ok", await reporter.DoAsync("describe_tip", ("kind", "forced_marriage")));

        Assert.Equal("forced_marriage", (await _house.OnlyTipAsync()).Kind);
        await defender.AnswerAsync("accept_alert");
        var handedOver = await defender.ResultAsync("hand_over", defender.Code);
        Assert.Contains("kind_forced_marriage", handedOver.Gives["summary"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kind_that_nobody_knows_is_kept_as_unknown()
    {
        var reporter = _house.Reporter();
        await reporter.SubmitAsync();

        Assert.Equal("ok", await reporter.DoAsync("describe_tip", ("kind", "something else")));

        Assert.Equal("unknown", (await _house.OnlyTipAsync()).Kind);
    }

    [Fact]
    public async Task Where_no_tip_is_under_way_nothing_is_described() =>
        Assert.Equal("none", await _house.Reporter().DoAsync("describe_tip", ("kind", "work")));
}
