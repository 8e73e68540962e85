using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OutreachBot.Alerts;
using OutreachBot.Settings;
using OutreachBot.Tests.Adversaries.SwitchedOff;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Alerts;

/// <summary>A flood of tips by very many new numbers: nothing is lost, no danger is held back, nobody else is slowed, and what it costs has a bound.</summary>
public sealed class SurgeTests : IDisposable
{
    private const int Many = 300;
    private static readonly LimitsOptions Limits = new();

    private readonly TipHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Three_hundred_new_numbers_ring_a_phone_no_more_often_than_the_limit_and_everything_is_kept()
    {
        var defender = _house.Defender();
        var coordinator = _house.Coordinator();
        for (var i = 0; i < Many; i++)
        {
            await _house.Reporter().SubmitAsync(("story", $"mentira {i}"));
        }

        Assert.InRange(defender.Inbox.Count, 1, Limits.TipsPerPlacePerHour + 1);
        Assert.Single(coordinator.Prompts, p => p == "surge");
        Assert.Equal(Many, (await _house.RunAsync(_house.Get<ITipStore>().All)).Count);
        Assert.Equal(Many, _house.Seals.Made.Count);
    }

    [Fact]
    public async Task Amid_it_a_danger_another_place_and_somebody_on_file_are_alerted_as_ever()
    {
        var defender = _house.Defender();
        _house.Coordinator();
        await FloodAsync(Limits.TipsPerPlacePerHour + 40);

        Assert.True(await RingsAsync(defender, () => _house.Reporter().SubmitAsync(("danger", "yes"))));
        Assert.Equal("offer_urgent", defender.Prompts[^1]);
        Assert.True(await RingsAsync(defender, () => _house.Defender().SubmitAsync()));
        Assert.True(await RingsAsync(defender, () => SubmitElsewhereAsync()));
        Assert.False(await RingsAsync(defender, () => _house.Reporter().SubmitAsync()));
    }

    [Fact]
    public async Task Who_is_held_is_answered_like_anybody_and_a_coordinator_has_it_within_half_a_day_after_the_others()
    {
        _house.Defender();
        var coordinator = _house.Coordinator();
        await FloodAsync(Limits.TipsPerPlacePerHour);
        Assert.Equal("ok", (await _house.Reporter().ResultAsync("submit_tip", "", ("story", "x"), ("where", "BO-020101"))).Outcome);
        var held = Assert.Single((await _house.RunAsync(unit => _house.Get<ITipStore>().All(unit)
            .Where(t => _house.Get<ITipStore>().DiscretionOf(unit, t.Id).OfSurge).ToList())));

        await _house.PassAsync(TimeSpan.FromHours(12));

        var waiting = await _house.RunAsync(unit => _house.Get<WaitingAlerts>().Of(unit, coordinator.OnFile.Id));
        Assert.Equal(held.Id, waiting[^1].Tip.Id);
    }

    [Fact]
    public async Task However_many_dangers_are_told_a_phone_rings_so_often_and_then_she_is_sent_to_her_list_where_all_stand()
    {
        var defender = _house.Defender();
        for (var i = 0; i < Many; i++)
        {
            await _house.Reporter().SubmitAsync(("danger", "yes"));
        }

        var most = Limits.AlertsPerResponderPerHour * LimitsOptions.DangersFor;
        Assert.Equal(most, defender.Prompts.Count(p => p == "offer_urgent"));
        Assert.InRange(defender.Prompts.Count(p => p == "many_dangers"), 1, 6);
        Assert.Equal(Many, (await _house.RunAsync(unit => _house.Get<WaitingAlerts>().Of(unit, defender.OnFile.Id))).Count);

        await _house.PassAsync(TimeSpan.FromMinutes(61));
        Assert.True(await RingsAsync(defender, () => _house.Reporter().SubmitAsync(("danger", "yes"))));
    }

    [Fact]
    public async Task A_tip_that_keeps_somebody_away_brings_no_notice()
    {
        var coordinator = _house.Coordinator();
        for (var i = 0; i < Limits.TipsPerPlacePerHour + 3; i++)
        {
            await _house.Reporter().SubmitAsync(("keep_away_words", "alguien"));
        }
        Assert.DoesNotContain("surge", coordinator.Prompts);
    }

    /// <summary>Where nobody can be told apart by place all share one count, and who fills it must not delay the others.</summary>
    [Fact]
    public async Task A_tip_without_a_place_amid_very_many_stands_in_a_coordinator_s_list_at_once_and_she_is_told_how_many_within_the_hour()
    {
        _house.Defender();
        var coordinator = _house.Coordinator();
        await FloodAsync(Limits.TipsPerPlacePerHour, where: null);
        var rung = coordinator.Inbox.Count;

        await FloodAsync(30, where: null);

        Assert.Equal(rung, coordinator.Inbox.Count);
        Assert.Equal(Limits.TipsPerPlacePerHour + 30, (await _house.RunAsync(unit => _house.Get<WaitingAlerts>().Of(unit, coordinator.OnFile.Id))).Count);
        Assert.True(await RingsAsync(coordinator, () => _house.Reporter().SubmitWithoutPlaceAsync(("danger", "yes"))));
        await _house.PassAsync(WithoutPlace.Within);
        Assert.Equal("no_place_wait 30", Assert.Single(coordinator.Inbox, m => m.StartsWith("no_place_wait", StringComparison.Ordinal)));
    }

    /// <summary>A responder who is named floods her own place by other numbers, and counts what rings her phone.</summary>
    [Fact]
    public async Task Whoever_floods_her_own_place_sees_no_sign_of_a_tip_that_names_her()
    {
        Assert.Equal(await RingsOfFloodAsync(named: false, off: null), await RingsOfFloodAsync(named: true, off: null));
    }

    [Fact]
    public async Task With_one_count_whatever_it_is_kept_from_it_is_found()
    {
        Assert.Equal(1, await RingsOfFloodAsync(named: false, OneCount) - await RingsOfFloodAsync(named: true, OneCount));

        static void OneCount(IServiceCollection services) => services
            .RemoveAll<ITipSurge>().AddSingleton<ITipSurge>(new OneSurgeForAll(Limits.TipsPerPlacePerHour));
    }

    private static async Task<int> RingsOfFloodAsync(bool named, Action<IServiceCollection>? off)
    {
        using var house = new TipHouse(off: off);
        var accused = house.Defender();
        house.Defender();
        house.Coordinator();
        house.KeepAway.Means("don Jaime", accused);
        if (named)
        {
            await house.Reporter().SubmitAsync(("keep_away_words", "don Jaime"));
        }
        for (var i = 0; i < Limits.TipsPerPlacePerHour + 5; i++)
        {
            await house.Reporter().SubmitAsync();
        }
        return accused.Inbox.Count;
    }

    private async Task FloodAsync(int tips, string? where = "BO-020101")
    {
        for (var i = 0; i < tips; i++)
        {
            await (where is null ? _house.Reporter().SubmitWithoutPlaceAsync() : _house.Reporter().SubmitAsync());
        }
    }

    private async Task<string> SubmitElsewhereAsync() =>
        (await _house.Reporter().ResultAsync("submit_tip", "", ("story", "x"), ("where", "BO-010601"))).Outcome;

    private static async Task<bool> RingsAsync(Actor responder, Func<Task<string>> tell)
    {
        var before = responder.Inbox.Count;
        await tell();
        return responder.Inbox.Count > before;
    }
}
