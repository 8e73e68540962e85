using OutreachBot.Alerts;
using OutreachBot.Outbox;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Alerts;

/// <summary>Who is asked, and who is asked next.</summary>
public sealed class DispatchTests : IDisposable
{
    private readonly TipHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task One_primary_and_one_backup_are_asked_and_nobody_else()
    {
        var (first, second, third) = (_house.Defender(), _house.Defender(), _house.Defender());

        await _house.Reporter().SubmitAsync();

        Assert.Equal(["greeting_first", "offer"], first.Prompts);
        Assert.Equal(["greeting_first", "backup"], second.Prompts);
        Assert.Empty(third.Inbox);
    }

    [Fact]
    public async Task Somebody_is_greeted_before_her_first_alert_and_never_again()
    {
        var defender = _house.Defender();

        await _house.Reporter().SubmitAsync();
        await _house.Reporter().SubmitAsync();

        Assert.Equal(["greeting_first", "offer", "offer"], defender.Prompts);
    }

    [Fact]
    public async Task An_alert_holds_no_word_of_what_was_told()
    {
        var defender = _house.Defender();

        await _house.Reporter().SubmitAsync(("exact", "la casa azul"), ("keep_away_words", "mi vecino"));

        Assert.DoesNotContain(_house.Sent.All, m => m.Text.Contains("lo que vi") || m.Text.Contains("azul") || m.Text.Contains("vecino"));
    }

    [Fact]
    public async Task The_first_who_accepts_has_the_case_and_the_other_reads_that_it_is_taken()
    {
        var (first, second) = (_house.Defender(), _house.Defender());
        await _house.Reporter().SubmitAsync();

        Assert.Equal("ok", await second.AnswerAsync("accept_alert"));
        Assert.Equal("taken", first.Prompts[^1]);
        Assert.Equal("taken", await first.AnswerAsync("accept_alert"));

        var tip = await _house.OnlyTipAsync();
        Assert.Equal((TipState.Accepted, second.OnFile.Id), (tip.State, tip.Assigned));
    }

    [Fact]
    public async Task Accepting_twice_is_accepting_once()
    {
        var defender = _house.Defender();
        await _house.Reporter().SubmitAsync();

        Assert.Equal("ok", await defender.AnswerAsync("accept_alert"));
        Assert.Equal("ok", await defender.AnswerAsync("accept_alert"));
    }

    [Fact]
    public async Task Who_passes_is_followed_at_once_by_the_next()
    {
        var (first, second, third) = (_house.Defender(), _house.Defender(), _house.Defender());
        await _house.Reporter().SubmitAsync();

        await first.AnswerAsync("pass_alert");

        Assert.Equal("reminder", second.Prompts[^1]);
        Assert.Equal("backup", third.Prompts[^1]);
        Assert.Equal(["greeting_first", "offer"], first.Prompts);
    }

    [Fact]
    public async Task An_accepted_case_that_is_passed_on_is_offered_to_those_who_would_have_had_it()
    {
        var (first, second, third) = (_house.Defender(), _house.Defender(), _house.Defender());
        await _house.Reporter().SubmitAsync();
        await first.AnswerAsync("accept_alert");

        await first.AnswerAsync("pass_alert");

        Assert.Equal(["greeting_first", "backup", "taken", "offer"], second.Prompts);
        Assert.Equal("backup", third.Prompts[^1]);
        var tip = await _house.OnlyTipAsync();
        Assert.Null(tip.Assigned);
        Assert.Equal(TipState.Alerted, tip.State);
    }

    [Fact]
    public async Task Nobody_answers_and_the_tip_walks_to_the_coordinator_who_keeps_it_and_is_reminded()
    {
        var (first, second) = (_house.Defender(), _house.Defender());
        var coordinator = _house.Coordinator();
        await _house.Reporter().SubmitAsync();
        Assert.Empty(coordinator.Inbox);

        await _house.PassAsync(TimeSpan.FromMinutes(10));
        Assert.Equal("expired", first.Prompts[^1]);
        Assert.Equal("reminder", second.Prompts[^1]);
        Assert.Equal(["greeting_first", "backup"], coordinator.Prompts);

        await _house.PassAsync(TimeSpan.FromMinutes(10));
        Assert.Equal("expired", second.Prompts[^1]);
        Assert.Equal("reminder", coordinator.Prompts[^1]);

        await _house.PassAsync(TimeSpan.FromDays(2));
        Assert.True(coordinator.Prompts.Count(p => p == "reminder") is > 4 and < 20);
        Assert.Equal(AlertState.Offered, Assert.Single(await coordinator.AlertsAsync()).State);
    }

    [Fact]
    public async Task Who_answers_too_late_still_gets_it_while_nobody_has_it()
    {
        var (first, second) = (_house.Defender(), _house.Defender());
        await _house.Reporter().SubmitAsync();
        await _house.PassAsync(TimeSpan.FromMinutes(11));

        Assert.Equal("ok", await first.AnswerAsync("accept_alert"));
        Assert.Equal("taken", second.Prompts[^1]);
    }

    [Fact]
    public async Task A_tip_that_nobody_may_have_is_offered_as_soon_as_somebody_can()
    {
        await _house.Reporter().SubmitAsync();
        await _house.PassAsync(TimeSpan.FromHours(3));

        var defender = _house.Defender();
        await _house.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal("offer", defender.Prompts[^1]);
    }

    [Fact]
    public async Task When_all_have_passed_they_are_asked_again_rather_than_nobody()
    {
        var coordinator = _house.Coordinator();
        await _house.Reporter().SubmitAsync();
        await coordinator.AnswerAsync("pass_alert");
        var passed = coordinator.Code;

        await _house.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal("offer", coordinator.Prompts[^1]);
        Assert.NotEqual(passed, coordinator.Code);
    }

    [Fact]
    public async Task Somebody_who_rests_is_left_alone_unless_it_is_urgent_and_then_no_place_is_named()
    {
        var resting = _house.Defender(onDuty: false);
        _house.Coordinator();

        await _house.Reporter().SubmitAsync();
        Assert.Empty(resting.Inbox);

        await _house.Reporter().SubmitAsync(("danger", "yes"));
        Assert.Equal("ping", resting.Prompts[^1]);
    }

    [Fact]
    public async Task A_phone_that_cannot_be_reached_is_followed_by_the_next_at_once()
    {
        var (first, second) = (_house.Defender(), _house.Defender());
        await _house.Reporter().SubmitAsync();
        var alert = _house.Sent.All.Single(m => m.To == first.Address && m.Purpose == OutboundPurpose.Alert);

        await _house.RunAsync(unit =>
        {
            _house.Get<IDeliveryListener>().Heard(unit, alert.Subject!.Value, reached: false, final: true);
            return true;
        });

        Assert.Equal("reminder", second.Prompts[^1]);
        Assert.Equal("gone", await first.AnswerAsync("accept_alert"));
    }

    [Fact]
    public async Task A_tip_without_a_place_goes_to_the_coordinator()
    {
        var defender = _house.Defender();
        var coordinator = _house.Coordinator();

        var outcome = await _house.Reporter().DoAsync("submit_tip", ("story", "lo que vi"));

        Assert.Equal("no_place", outcome);
        Assert.Empty(defender.Inbox);
        Assert.Equal("offer", coordinator.Prompts[^1]);
    }

    [Fact]
    public async Task The_sixth_tip_of_a_day_is_kept_and_a_coordinator_is_told_of_that_one_only()
    {
        var defender = _house.Defender();
        var coordinator = _house.Coordinator();
        var reporter = _house.Reporter();
        for (var i = 0; i < 5; i++)
        {
            await reporter.SubmitAsync();
        }
        var before = (defender.Inbox.Count, coordinator.Prompts.Count(p => p is "offer" or "backup"));

        Assert.Equal("ok", await reporter.DoAsync("submit_tip", ("story", "otra"), ("where", "BO-020101")));
        Assert.Equal("ok", await reporter.DoAsync("submit_tip", ("story", "otra"), ("where", "BO-020101")));

        Assert.Equal((before.Item1, before.Item2 + 1), (defender.Inbox.Count, coordinator.Prompts.Count(p => p is "offer" or "backup")));
        Assert.Equal(7, (await _house.RunAsync(_house.Get<ITipStore>().All)).Count);
        Assert.Equal(7, _house.Seals.Made.Count);
    }

    [Fact]
    public async Task A_danger_is_raised_however_many_tips_there_were()
    {
        _house.Defender();
        var reporter = _house.Reporter();
        for (var i = 0; i < 6; i++)
        {
            await reporter.SubmitAsync();
        }

        Assert.Equal("told", await reporter.DoAsync("raise_alert", ("where", "BO-020101")));
    }
}
