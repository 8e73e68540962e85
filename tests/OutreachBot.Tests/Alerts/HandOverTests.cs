using OutreachBot.Settings;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Alerts;

/// <summary>The one copy that may be read on a phone, and how short it lives.</summary>
public sealed class HandOverTests : IDisposable
{
    private TipHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Nobody_reads_it_who_has_not_accepted()
    {
        var defender = _house.Defender();
        await _house.Reporter().SubmitAsync();

        Assert.Equal("gone", await defender.AnswerAsync("hand_over"));
    }

    [Fact]
    public async Task It_tells_kind_place_and_urgency_and_not_the_story()
    {
        var defender = await AcceptedAsync(("kind", "work"), ("minor", "yes"));

        var told = await defender.ResultAsync("hand_over", defender.Code);

        Assert.Equal("kind_work. BO-020101. urgency_high", told.Gives["summary"]);
        Assert.Equal("yes", told.Gives["minor"]);
    }

    [Fact]
    public async Task It_tells_the_story_where_the_deployment_so_decided()
    {
        _house.Dispose();
        _house = new TipHouse(AlertDetails.Story);
        var defender = await AcceptedAsync(("kind", "work"));

        Assert.EndsWith("lo que vi", (await defender.ResultAsync("hand_over", defender.Code)).Gives["summary"]);
    }

    [Fact]
    public async Task It_lives_while_nobody_has_accepted()
    {
        _house.Defender();
        await _house.Reporter().SubmitAsync();

        await _house.PassAsync(TimeSpan.FromHours(30));

        Assert.NotNull(await CopyAsync());
    }

    [Fact]
    public async Task It_is_destroyed_a_day_after_it_was_read()
    {
        var defender = await AcceptedAsync();
        await defender.AnswerAsync("hand_over");

        await _house.PassAsync(TimeSpan.FromHours(24));

        Assert.Null(await CopyAsync());
    }

    [Fact]
    public async Task Whoever_has_the_case_reads_afterwards_what_the_tip_itself_tells()
    {
        _house.Dispose();
        _house = new TipHouse(AlertDetails.Story);
        var defender = await AcceptedAsync(("kind", "work"));
        Assert.EndsWith("lo que vi", (await defender.ResultAsync("hand_over", defender.Code)).Gives["summary"]);
        await _house.PassAsync(TimeSpan.FromHours(24));

        var told = await defender.ResultAsync("hand_over", defender.Code);

        Assert.Equal("kind_work. BO-020101", told.Gives["summary"]);
        Assert.Null(await CopyAsync());
    }

    [Fact]
    public async Task It_is_destroyed_an_hour_after_she_answers_to_it()
    {
        var defender = await AcceptedAsync();
        await defender.AnswerAsync("hand_over");
        await defender.AnswerAsync("attend_case");

        await _house.PassAsync(TimeSpan.FromMinutes(59));
        Assert.NotNull(await CopyAsync());
        await _house.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Null(await CopyAsync());
    }

    [Fact]
    public async Task Passing_on_issues_it_anew_for_the_next()
    {
        var second = _house.Defender();
        await _house.Reporter().SubmitAsync(("kind", "work"), ("minor", "yes"));
        await second.AnswerAsync("accept_alert");
        await second.AnswerAsync("hand_over");
        await _house.PassAsync(TimeSpan.FromHours(25));
        var next = _house.Defender();
        await second.AnswerAsync("pass_alert");

        await next.AnswerAsync("accept_alert");

        var told = await next.ResultAsync("hand_over", next.Code);
        Assert.Equal("kind_work. BO-020101. urgency_high", told.Gives["summary"]);
        Assert.Equal("yes", told.Gives["minor"]);
    }

    [Fact]
    public async Task A_defender_asks_the_coordinator_to_refer_and_keeps_the_case_until_she_takes_it()
    {
        var coordinator = _house.Coordinator();
        var defender = _house.Defender();
        await _house.Reporter().SubmitAsync();
        await defender.AnswerAsync("accept_alert");

        Assert.Equal("ok", await defender.AnswerAsync("refer_case"));
        Assert.Equal("referral", coordinator.Prompts[^1]);
        Assert.Equal(defender.OnFile.Id, (await _house.OnlyTipAsync()).Assigned);

        Assert.Equal("ok", await coordinator.AnswerAsync("accept_alert"));
        Assert.Equal(coordinator.OnFile.Id, (await _house.OnlyTipAsync()).Assigned);
        Assert.Equal("taken", defender.Prompts[^1]);
        Assert.Equal("ok", await coordinator.AnswerAsync("hand_over"));
    }

    [Fact]
    public async Task A_coordinator_refers_to_an_office()
    {
        var coordinator = _house.Coordinator();
        var office = _house.Official();
        await _house.Reporter().DoAsync("submit_tip", ("story", "lo que vi"));
        await coordinator.AnswerAsync("accept_alert");

        Assert.Equal("ok", await coordinator.AnswerAsync("refer_case"));
        Assert.Equal("official", office.Prompts[^1]);
        Assert.Equal("ok", await office.AnswerAsync("accept_alert"));

        Assert.Equal(TipState.Referred, (await _house.OnlyTipAsync()).State);
    }

    [Fact]
    public async Task Without_an_office_on_file_she_is_told_so()
    {
        var coordinator = _house.Coordinator();
        await _house.Reporter().DoAsync("submit_tip", ("story", "lo que vi"));
        await coordinator.AnswerAsync("accept_alert");

        Assert.Equal("nobody", await coordinator.AnswerAsync("refer_case"));
    }

    [Fact]
    public async Task Her_list_shows_the_most_urgent_first_and_no_place_where_she_rested()
    {
        var defender = _house.Defender();
        await _house.Reporter().SubmitAsync();
        var calm = defender.Code;
        await _house.Reporter().SubmitAsync(("danger", "yes"));
        var urgent = defender.Code;

        var list = await defender.ResultAsync("list_alerts", "");

        Assert.Equal($"{urgent} BO-020101, {calm} BO-020101", list.Gives["alerts"]);
        Assert.Equal("2", list.Gives["count"]);
    }

    private async Task<Actor> AcceptedAsync(params (string, string)[] with)
    {
        var defender = _house.Defender();
        await _house.Reporter().SubmitAsync(with);
        await defender.AnswerAsync("accept_alert");
        return defender;
    }

    private async Task<HandOverCopy?> CopyAsync()
    {
        var tip = await _house.OnlyTipAsync();
        return await _house.RunAsync(unit => _house.Get<IHandOverStore>().Find(unit, tip.Id));
    }
}
