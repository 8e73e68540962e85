using OutreachBot.Alerts;
using OutreachBot.Routing.KeepAway;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Alerts;

/// <summary>Who must not know does not come to know, nor that there was something to know.</summary>
public sealed class ConflictTests : IDisposable
{
    private readonly TipHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Somebody_named_gets_nothing_and_no_seal()
    {
        var (named, other) = (_house.Defender(), _house.Defender());
        var coordinator = _house.Coordinator();
        _house.KeepAway.Means("la defensora", named);

        await _house.Reporter().SubmitAsync(("keep_away_words", "la defensora"));

        Assert.Empty(named.Inbox);
        Assert.Equal("offer", other.Prompts[^1]);
        Assert.Equal("backup", coordinator.Prompts[^1]);
        Assert.Contains(named.OnFile.Id, Assert.Single(_house.Seals.Made).KeptAway);
    }

    [Theory]
    [InlineData("add_to_tip")]
    [InlineData("close_case")]
    public async Task What_is_added_is_not_sealed_to_a_coordinator_who_came_back_under_another_id(string adding)
    {
        var defender = _house.Defender();
        var reporter = _house.Reporter();
        await reporter.SubmitAsync();
        await defender.AnswerAsync("accept_alert");
        var tip = await _house.OnlyTipAsync();
        await _house.RunAsync(unit =>
        {
            var tips = _house.Get<ITipStore>();
            var marks = KeptMarks.Of([defender.OnFile with { Name = "Elena Vargas" }], withAllOfTheirs: []);
            tips.Save(unit, tip.Id, tips.DiscretionOf(unit, tip.Id) with { Marks = marks });
            return tip;
        });
        var back = _house.Coordinator();
        _house.Responders.Save(null!, back.OnFile with { Name = "Elena Vargas" });

        Assert.Equal("ok", adding == "add_to_tip"
            ? await reporter.DoAsync("add_to_tip", ("story", "algo más"))
            : await defender.AnswerAsync("close_case", ("outcome", "protected"), ("note", "terminado")));

        Assert.Contains(back.OnFile.Id, _house.Seals.Made[^1].KeptAway);
    }

    [Fact]
    public async Task Whom_a_mark_fits_is_among_those_the_tip_is_kept_from_under_any_id()
    {
        var tip = Some.Tip();
        var back = _house.Coordinator();
        _house.Responders.Save(null!, back.OnFile with { Name = "Elena Vargas" });
        var id = await _house.RunAsync(unit =>
        {
            var tips = _house.Get<ITipStore>();
            tips.Save(unit, tip);
            tips.Save(unit, tip.Id, Discretion.NotAskedYet with { Marks = KeptMarks.Of([back.OnFile], withAllOfTheirs: []) });
            return back.OnFile.Id;
        });

        var kept = await _house.RunAsync(unit => _house.Get<KeptFrom>().Of(unit, tip.Id));

        Assert.Contains(id, kept);
    }

    [Fact]
    public async Task Words_that_name_nobody_on_file_go_to_the_coordinator_only()
    {
        var defender = _house.Defender();
        var coordinator = _house.Coordinator();

        await _house.Reporter().SubmitAsync(("keep_away_words", "el del puente"));

        Assert.Empty(defender.Inbox);
        Assert.Equal("offer", coordinator.Prompts[^1]);
    }

    [Fact]
    public async Task Who_declares_a_conflict_is_never_asked_again()
    {
        var coordinator = _house.Coordinator();
        var defender = _house.Defender();
        await _house.Reporter().SubmitAsync();

        await defender.AnswerAsync("conflict_alert");
        var told = defender.Inbox.Count;
        await coordinator.AnswerAsync("pass_alert");
        await _house.PassAsync(TimeSpan.FromHours(30));

        Assert.Equal(told, defender.Inbox.Count);
        Assert.Equal("gone", await defender.AnswerAsync("accept_alert"));
    }

    [Theory]
    [InlineData("attend_case")]
    [InlineData("pass_alert")]
    public async Task Who_declares_a_conflict_late_is_excluded_all_the_same(string first)
    {
        var defender = _house.Defender();
        _house.Coordinator();
        await _house.Reporter().SubmitAsync();
        await defender.AnswerAsync("accept_alert");
        await defender.AnswerAsync(first);

        Assert.Equal("ok", await defender.AnswerAsync("conflict_alert"));

        var told = defender.Inbox.Count;
        var tip = await _house.OnlyTipAsync();
        Assert.Null(tip.Assigned);
        Assert.Contains(defender.OnFile.Id, (await _house.RunAsync(unit => _house.Get<ITipStore>().DiscretionOf(unit, tip.Id))).KeepAway);
        await _house.PassAsync(TimeSpan.FromHours(30));
        Assert.Equal(told, defender.Inbox.Count);
        Assert.Equal("gone", await defender.AnswerAsync("hand_over"));
    }

    [Fact]
    public async Task Whose_alert_was_taken_may_still_declare_a_conflict_and_is_not_asked_when_the_case_comes_back()
    {
        var (holder, other) = (_house.Defender(), _house.Defender());
        _house.Coordinator();
        await _house.Reporter().SubmitAsync();
        await holder.AnswerAsync("accept_alert");
        Assert.Equal("taken", other.Prompts[^1]);

        Assert.Equal("ok", await other.AnswerAsync("conflict_alert"));
        await holder.AnswerAsync("pass_alert");

        Assert.Equal("taken", other.Prompts[^1]);
        Assert.Equal("gone", await other.AnswerAsync("accept_alert"));
    }

    [Fact]
    public async Task A_question_of_somebody_who_turns_out_to_be_in_conflict_is_never_put_to_the_reporter()
    {
        var defender = _house.Defender();
        var reporter = _house.Reporter();
        await reporter.SubmitAsync();
        await reporter.DoAsync("allow_follow_up", ("hours", "any"));
        await defender.AnswerAsync("accept_alert");
        await defender.AnswerAsync("relay", ("message", "venga sola al puente"));

        await defender.AnswerAsync("conflict_alert");

        Assert.Equal("nothing", await reporter.DoAsync("read_relay"));
        var tip = await _house.OnlyTipAsync();
        Assert.Contains(tip.Id.Value, _house.Sent.Withdrawn);
    }

    [Fact]
    public async Task A_question_of_somebody_who_is_named_afterwards_is_never_put_to_the_reporter()
    {
        var named = _house.Defender();
        _house.Coordinator();
        _house.KeepAway.Means("la defensora", named);
        var reporter = _house.Reporter();
        await reporter.DoAsync("raise_alert", ("where", "BO-020101"));
        await named.AnswerAsync("accept_alert");
        await named.AnswerAsync("relay", ("message", "venga sola al puente"));
        await named.AnswerAsync("pass_alert");

        await reporter.DoAsync("keep_away", ("keep_away_words", "la defensora"));

        Assert.Equal("nothing", await reporter.DoAsync("read_relay"));
        Assert.Contains((await _house.OnlyTipAsync()).Id.Value, _house.Sent.Withdrawn);
    }

    [Fact]
    public async Task A_danger_goes_out_before_its_place_is_known_and_then_to_whom_it_concerns()
    {
        var defender = _house.Defender();
        var coordinator = _house.Coordinator();
        var reporter = _house.Reporter();

        Assert.Equal("told", await reporter.DoAsync("raise_alert", ("story", "me sigue")));
        Assert.Empty(defender.Inbox);
        Assert.Equal("offer_urgent", coordinator.Prompts[^1]);

        await reporter.SubmitAsync();

        Assert.Equal("offer_urgent", defender.Prompts[^1]);
        Assert.Equal("BO-020101", (await _house.OnlyTipAsync()).Municipality);
    }

    [Fact]
    public async Task A_danger_asked_for_twice_is_one_alert()
    {
        var defender = _house.Defender();
        var reporter = _house.Reporter();

        await reporter.DoAsync("raise_alert", ("where", "BO-020101"));
        await reporter.DoAsync("raise_alert", ("where", "BO-020101"));

        Assert.Single(await defender.AlertsAsync());
    }

    [Fact]
    public async Task A_danger_after_the_receipt_makes_that_tip_urgent_and_asks_anew()
    {
        var defender = _house.Defender();
        var reporter = _house.Reporter();
        await reporter.SubmitAsync();
        var code = defender.Code;

        Assert.Equal("told", await reporter.DoAsync("raise_alert", ("story", "ya viene")));

        Assert.Equal($"offer_urgent {code} BO-020101 urgency_urgent", defender.Inbox[^1]);
        Assert.Equal("ya viene", _house.Seals.Made[^1].Words.Story);
        await _house.OnlyTipAsync();
        await _house.PassAsync(TimeSpan.FromMinutes(10));
        Assert.Equal("expired_alone", defender.Prompts[^1]);
    }

    [Fact]
    public async Task A_danger_in_a_case_that_somebody_has_is_told_her_and_a_coordinator()
    {
        var defender = _house.Defender();
        var coordinator = _house.Coordinator();
        var reporter = _house.Reporter();
        await reporter.SubmitAsync();
        await defender.AnswerAsync("accept_alert");

        await reporter.DoAsync("raise_alert");

        Assert.Equal("answer_waits", defender.Prompts[^1]);
        Assert.Equal($"referral {coordinator.Code} BO-020101 urgency_urgent", coordinator.Inbox[^1]);
        Assert.Equal(defender.OnFile.Id, (await _house.OnlyTipAsync()).Assigned);
        Assert.Equal("ok", await coordinator.AnswerAsync("accept_alert"));
    }

    [Fact]
    public async Task Nobody_is_said_to_have_been_told_when_nobody_was() =>
        Assert.Equal("not_told", await _house.Reporter().DoAsync("raise_alert", ("where", "BO-020101")));

    [Fact]
    public async Task Somebody_named_after_she_was_alerted_reads_what_anybody_reads_and_a_coordinator_is_told()
    {
        var (named, other) = (_house.Defender(), _house.Defender());
        var coordinator = _house.Coordinator();
        _house.KeepAway.Means("la defensora", named);
        var reporter = _house.Reporter();
        await reporter.DoAsync("raise_alert", ("where", "BO-020101"));
        Assert.Equal("offer_urgent", named.Prompts[^1]);

        await reporter.SubmitAsync(("keep_away_words", "la defensora"));

        Assert.Equal($"taken {named.Code}", named.Inbox[^1]);
        var told = named.Inbox.Count;
        Assert.Equal("taken", await named.AnswerAsync("accept_alert"));
        Assert.Equal("gone", await named.AnswerAsync("hand_over"));
        Assert.Contains(coordinator.Prompts, p => p is "offer_urgent" or "backup");
        await _house.PassAsync(TimeSpan.FromHours(2));
        Assert.Equal(told, named.Inbox.Count);
        Assert.Contains(other.Prompts, p => p == "reminder");
    }

    [Fact]
    public async Task Somebody_named_after_she_accepted_has_the_case_no_more()
    {
        var named = _house.Defender();
        var coordinator = _house.Coordinator();
        _house.KeepAway.Means("la defensora", named);
        var reporter = _house.Reporter();
        await reporter.DoAsync("raise_alert", ("where", "BO-020101"));
        await named.AnswerAsync("accept_alert");

        await reporter.SubmitAsync(("keep_away_words", "la defensora"));

        Assert.Equal($"taken {named.Code}", named.Inbox[^1]);
        Assert.Equal("gone", await named.AnswerAsync("hand_over"));
        Assert.Equal("closed", await named.AnswerAsync("relay", ("message", "quién es")));
        Assert.Null((await _house.OnlyTipAsync()).Assigned);
        Assert.Equal("ok", await coordinator.AnswerAsync("accept_alert"));
    }

    [Fact]
    public async Task What_was_sealed_before_she_named_somebody_is_sealed_anew_without_her()
    {
        var named = _house.Coordinator();
        _house.Coordinator();
        _house.KeepAway.Means("la coordinadora", named);
        var reporter = _house.Reporter();
        await reporter.DoAsync("raise_alert", ("story", "primero"));

        await reporter.DoAsync("submit_tip", ("story", "después"), ("keep_away_words", "la coordinadora"));

        var tip = await _house.OnlyTipAsync();
        var seal = Assert.Single(await _house.RunAsync(unit => _house.Get<ITipStore>().SealsOf(unit, tip.Id)));
        Assert.Equal("primero\ndespués", SealedTip.TryRead(seal)!.Story);
        Assert.Contains(named.OnFile.Id, _house.Seals.Made[^1].KeptAway);
    }

    [Fact]
    public async Task Before_she_was_asked_whom_to_keep_away_a_hand_over_says_no_more_than_the_alert()
    {
        var defender = _house.Defender();
        var reporter = _house.Reporter();
        await reporter.DoAsync("raise_alert", ("where", "BO-020101"), ("story", "la niña"), ("kind", "domestic"));
        await defender.AnswerAsync("accept_alert");

        var before = await defender.ResultAsync("hand_over", defender.Code);
        await reporter.SubmitAsync(("kind", "domestic"), ("minor", "yes"));
        var after = await defender.ResultAsync("hand_over", defender.Code);

        Assert.Equal("kind_unknown. BO-020101. urgency_urgent", before.Gives["summary"]);
        Assert.Equal("no", before.Gives["minor"]);
        Assert.Equal("answer_waits", defender.Prompts[^1]);
        Assert.Equal("kind_domestic. BO-020101. urgency_urgent", after.Gives["summary"]);
        Assert.Equal("yes", after.Gives["minor"]);
    }

    [Fact]
    public async Task Somebody_kept_away_from_one_tip_gets_the_next()
    {
        var named = _house.Defender();
        _house.KeepAway.Means("la defensora", named);
        await _house.Reporter().SubmitAsync(("keep_away_words", "la defensora"));

        await _house.Reporter().SubmitAsync();

        Assert.Equal(["greeting_first", "offer"], named.Prompts);
        Assert.Equal(AlertState.Offered, Assert.Single(await named.AlertsAsync()).State);
    }
}
