using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Adversaries.SwitchedOff;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Relay;

/// <summary>Two ends that don't learn each other's number.</summary>
public sealed class RelayTests : IDisposable
{
    private readonly TipHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_question_and_its_answer_travel_without_numbers_and_are_deleted_as_they_are_read()
    {
        var (reporter, defender) = await CaseAsync(followsUp: true);

        Assert.Equal("ok", await defender.AnswerAsync("relay", ("message", "¿cuántos años tiene?")));
        Assert.Equal(["ping"], reporter.Inbox);
        Assert.Equal("¿cuántos años tiene?", (await reporter.ResultAsync("read_relay", "")).Gives["message"]);
        Assert.Equal("nothing", await reporter.DoAsync("read_relay"));

        Assert.Equal("ok", await reporter.DoAsync("relay", ("message", "dieciséis")));
        Assert.Equal($"answer_waits {defender.Code}", defender.Inbox[^1]);
        Assert.Equal("dieciséis", (await defender.ResultAsync("read_relay", defender.Code)).Gives["message"]);
        Assert.Equal("nothing", await defender.AnswerAsync("read_relay"));
    }

    [Fact]
    public async Task Where_words_are_kept_when_they_are_read_it_is_found()
    {
        using var house = new TipHouse(off: services => services
            .RemoveAll<ICaseStore>().AddSingleton<ICaseStore>(p => new WordsKept(ActivatorUtilities.CreateInstance<SqliteCaseStore>(p))));
        var (defender, reporter) = (house.Defender(), house.Reporter());
        await reporter.SubmitAsync();
        await reporter.DoAsync("allow_follow_up", ("hours", "any"));
        await defender.AnswerAsync("accept_alert");
        await defender.AnswerAsync("relay", ("message", "¿cuántos años tiene?"));

        await reporter.DoAsync("read_relay");

        Assert.NotEqual("nothing", await reporter.DoAsync("read_relay"));
    }

    [Fact]
    public async Task Without_consent_nothing_is_sent_and_a_question_waits_for_her_code()
    {
        var (reporter, defender) = await CaseAsync(followsUp: false);
        var code = Code;

        await defender.AnswerAsync("relay", ("message", "¿dónde es?"));

        Assert.Empty(reporter.Inbox);
        reporter.Forgets();
        Assert.Equal("yes", (await reporter.ResultAsync("find_tip", "", ("code", code), ("where", "BO-020101"))).Gives["question_waits"]);
        Assert.Equal("¿dónde es?", (await reporter.ResultAsync("read_relay", "")).Gives["message"]);
        Assert.Equal("ok", await reporter.DoAsync("relay", ("message", "por la cancha")));
        Assert.Equal("por la cancha", (await defender.ResultAsync("read_relay", defender.Code)).Gives["message"]);
    }

    [Fact]
    public async Task Many_messages_make_one_ping()
    {
        var (reporter, defender) = await CaseAsync(followsUp: true);

        await defender.AnswerAsync("relay", ("message", "uno"));
        await defender.AnswerAsync("relay", ("message", "dos"));
        Assert.Equal(["ping"], reporter.Inbox);

        await reporter.DoAsync("relay", ("message", "a"));
        await reporter.DoAsync("relay", ("message", "b"));
        await reporter.DoAsync("add_to_tip", ("story", "c"));
        Assert.Single(defender.Prompts, p => p == "answer_waits");
    }

    [Fact]
    public async Task A_ping_waits_for_the_hours_she_chose()
    {
        var (reporter, defender) = await CaseAsync(followsUp: true, hours: "evening");

        await defender.AnswerAsync("relay", ("message", "uno"));

        var ping = _house.Sent.All.Single(m => m.To == reporter.Address);
        Assert.Equal(18, ping.DueAt.ToOffset(TimeSpan.FromHours(-4)).Hour);
    }

    [Fact]
    public async Task Who_ends_being_asked_is_asked_no_more()
    {
        var (reporter, defender) = await CaseAsync(followsUp: true);
        await defender.AnswerAsync("relay", ("message", "uno"));

        await reporter.DoAsync("end_relay");
        await defender.AnswerAsync("relay", ("message", "dos"));

        Assert.Equal(["ping"], reporter.Inbox);
        Assert.DoesNotContain(reporter.Session.Links.Keys, k => k.StartsWith("case:", StringComparison.Ordinal));
        var tip = await _house.OnlyTipAsync();
        Assert.Null(await _house.RunAsync(unit => _house.Get<ICaseStore>().ContactOf(unit, tip.Id)));
    }

    [Fact]
    public async Task The_closing_is_told_by_the_same_ping_and_in_one_word_and_the_number_is_gone()
    {
        var (reporter, defender) = await CaseAsync(followsUp: true);

        Assert.Equal("ok", await defender.AnswerAsync("close_case", ("outcome", "protected"), ("note", "todo bien")));

        Assert.Equal(["ping"], reporter.Inbox);
        var tip = await _house.OnlyTipAsync();
        Assert.Equal((TipState.Closed, CaseOutcome.Protected), (tip.State, tip.Outcome));
        Assert.Null(await _house.RunAsync(unit => _house.Get<ICaseStore>().ContactOf(unit, tip.Id)));
        Assert.Equal("ended", await reporter.DoAsync("read_relay"));
        Assert.Equal("protected", await reporter.DoAsync("tip_status"));
        Assert.Equal("nothing", await reporter.DoAsync("read_relay"));
        Assert.Equal("closed", await defender.AnswerAsync("relay", ("message", "una más")));
        Assert.Equal(SealedPart.ClosingNote, _house.Seals.Made[^1].Words.Part);
    }

    [Fact]
    public async Task Words_added_are_sealed_in_their_order_and_their_responder_learns_that_something_came()
    {
        var (reporter, defender) = await CaseAsync(followsUp: false);

        Assert.Equal("ok", await reporter.DoAsync("add_to_tip", ("story", "y el portón es verde")));

        Assert.Equal("answer_waits", defender.Prompts[^1]);
        var (words, _) = _house.Seals.Made[^1];
        Assert.Equal((SealedPart.Added, 1, "y el portón es verde"), (words.Part, words.Order, words.Story));
    }

    [Fact]
    public async Task A_status_follows_the_case()
    {
        var defender = _house.Defender();
        var reporter = _house.Reporter();
        Code = await reporter.SubmitAsync();
        Assert.Equal("received", await reporter.DoAsync("tip_status"));

        await defender.AnswerAsync("accept_alert");
        Assert.Equal("seen", await reporter.DoAsync("tip_status"));

        await defender.AnswerAsync("attend_case");
        Assert.Equal("working", await reporter.DoAsync("tip_status"));

        await defender.AnswerAsync("close_case", ("outcome", "not_reachable"));
        Assert.Equal("not_reachable", await reporter.DoAsync("tip_status"));
    }

    [Fact]
    public async Task After_the_reporter_has_ended_it_whoever_asks_is_told_so_and_nothing_is_kept()
    {
        var (reporter, defender) = await CaseAsync(followsUp: true);
        await reporter.DoAsync("end_relay");

        Assert.Equal("closed", await defender.AnswerAsync("relay", ("message", "dos")));

        Assert.False(await WaitsAsync(RelayEnd.Reporter));
    }

    [Fact]
    public async Task After_she_is_forgotten_whoever_asks_is_told_so_and_nothing_is_kept()
    {
        var (reporter, defender) = await CaseAsync(followsUp: true);
        await _house.ForgetAsync(reporter, (room, request) => room.Forget(request));

        Assert.Equal("closed", await defender.AnswerAsync("relay", ("message", "dos")));

        Assert.False(await WaitsAsync(RelayEnd.Reporter));
    }

    [Fact]
    public async Task A_responder_ends_it_too_and_nothing_that_waited_is_left()
    {
        var (reporter, defender) = await CaseAsync(followsUp: true);
        await defender.AnswerAsync("relay", ("message", "uno"));
        await reporter.DoAsync("relay", ("message", "a"));

        Assert.Equal("ok", await defender.AnswerAsync("end_relay"));

        Assert.Equal("nothing", await reporter.DoAsync("read_relay"));
        Assert.Equal("nothing", await defender.AnswerAsync("read_relay"));
        Assert.Equal("closed", await reporter.DoAsync("relay", ("message", "b")));
    }

    [Fact]
    public async Task Whoever_has_the_case_may_ask_anew_after_it_was_ended_at_her_end()
    {
        var (reporter, defender) = await CaseAsync(followsUp: true);
        await defender.AnswerAsync("end_relay");

        Assert.Equal("ok", await defender.AnswerAsync("relay", ("message", "una más")));
        Assert.Equal("una más", (await reporter.ResultAsync("read_relay", "")).Gives["message"]);
        Assert.Equal("ok", await reporter.DoAsync("relay", ("message", "b")));
    }

    [Fact]
    public async Task A_question_that_waited_for_her_consent_is_announced_with_it()
    {
        var (reporter, defender) = await CaseAsync(followsUp: false);
        await defender.AnswerAsync("relay", ("message", "uno"));
        Assert.Empty(reporter.Inbox);

        Assert.Equal("ok", await reporter.DoAsync("allow_follow_up", ("hours", "any")));

        Assert.Equal(["ping"], reporter.Inbox);
    }

    [Fact]
    public async Task A_further_question_rings_again_after_a_day_and_no_sooner()
    {
        var (reporter, defender) = await CaseAsync(followsUp: true);
        await defender.AnswerAsync("relay", ("message", "uno"));
        await _house.StandStillAsync(TimeSpan.FromHours(23));
        await defender.AnswerAsync("relay", ("message", "dos"));
        Assert.Equal(["ping"], reporter.Inbox);

        await _house.StandStillAsync(TimeSpan.FromHours(1));
        await defender.AnswerAsync("relay", ("message", "tres"));
        await defender.AnswerAsync("relay", ("message", "cuatro"));

        Assert.Equal(["ping", "ping"], reporter.Inbox);
    }

    private async Task<bool> WaitsAsync(RelayEnd end)
    {
        var tip = await _house.OnlyTipAsync();
        return await _house.RunAsync(unit => _house.Get<ICaseStore>().Waits(unit, tip.Id, end));
    }

    private string Code { get; set; } = "";

    private async Task<(Actor Reporter, Actor Defender)> CaseAsync(bool followsUp, string hours = "any")
    {
        var defender = _house.Defender();
        var reporter = _house.Reporter();
        Code = await reporter.SubmitAsync();
        if (followsUp)
        {
            Assert.Equal("ok", await reporter.DoAsync("allow_follow_up", ("hours", hours)));
        }
        Assert.Equal("ok", await defender.AnswerAsync("accept_alert"));
        return (reporter, defender);
    }
}
