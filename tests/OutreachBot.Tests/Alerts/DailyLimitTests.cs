using OutreachBot.Settings;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Alerts;

/// <summary>More than somebody may send in a day: kept, and seen by a coordinator.</summary>
public sealed class DailyLimitTests : IDisposable
{
    private static readonly int Allowed = new LimitsOptions().TipsPerPersonPerDay;

    private readonly TipHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task What_is_far_beyond_it_rings_nobody_now_and_a_coordinator_within_half_a_day()
    {
        var defender = _house.Defender();
        var coordinator = _house.Coordinator();
        var reporter = await BeyondAsync();
        var (defenders, coordinators) = (defender.Inbox.Count, coordinator.Inbox.Count);

        await reporter.SubmitAsync();
        Assert.Equal((defenders, coordinators), (defender.Inbox.Count, coordinator.Inbox.Count));
        await _house.PassAsync(TimeSpan.FromHours(11));

        Assert.Equal(defenders, defender.Inbox.Count);
        // That so many may tell of one matter is suggested to her as well.
        Assert.Equal("offer", Assert.Single(coordinator.Prompts.Skip(coordinators), p => !p.StartsWith("notice", StringComparison.Ordinal)));
        Assert.Equal("ok", await coordinator.AnswerAsync("accept_alert"));
    }

    [Fact]
    public async Task A_danger_beyond_it_rings_a_coordinator_at_once()
    {
        var coordinator = _house.Coordinator();
        var reporter = await BeyondAsync();
        var before = coordinator.Inbox.Count;

        await reporter.SubmitAsync(("danger", "yes"));

        Assert.Equal(before + 1, coordinator.Inbox.Count);
        Assert.Equal("offer_urgent", coordinator.Prompts[^1]);
    }

    /// <summary>Somebody whose next tip is the second beyond the limit; all before it are accepted.</summary>
    private async Task<Actor> BeyondAsync()
    {
        var reporter = _house.Reporter();
        for (var i = 0; i <= Allowed; i++)
        {
            await reporter.SubmitAsync();
            foreach (var actor in _house.Everybody.Where(a => a.Inbox.Count > 0))
            {
                await actor.AnswerAsync("accept_alert");
            }
        }
        return reporter;
    }
}
