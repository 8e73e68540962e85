using OutreachBot.Effects;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Tips;

/// <summary>How a tip, and what ties somebody to it, comes to an end.</summary>
public sealed class TipEndingTests : IDisposable
{
    private readonly TipHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_withdrawn_tip_has_no_words_left_and_whoever_has_it_reads_that_it_was()
    {
        var defender = _house.Defender();
        var reporter = _house.Reporter();
        var code = await reporter.SubmitAsync();
        await defender.AnswerAsync("accept_alert");

        Assert.Equal("ok", await reporter.DoAsync("withdraw_tip"));

        Assert.Equal("withdrawn", defender.Prompts[^1]);
        Assert.Equal("gone", await defender.AnswerAsync("hand_over"));
        var tip = await _house.OnlyTipAsync();
        Assert.Equal((TipState.Withdrawn, null, "unknown"), (tip.State, tip.Municipality, tip.Kind));
        Assert.Empty(await _house.RunAsync(unit => _house.Get<ITipStore>().SealsOf(unit, tip.Id)));
        Assert.Equal("not_found", await reporter.DoAsync("find_tip", ("code", code)));
    }

    [Fact]
    public async Task Erasing_by_code_takes_the_code_alone_and_answers_the_same_whether_or_not_it_was_right()
    {
        var reporter = _house.Reporter();
        var code = await reporter.SubmitAsync();
        var other = _house.Reporter();

        Assert.Equal("ok", await other.DoAsync("erase_tip", ("code", "no es un código")));
        Assert.Equal("ok", await other.DoAsync("erase_tip", ("code", Wrong(code))));
        await _house.RunDueAsync();
        Assert.Equal(TipState.New, (await _house.OnlyTipAsync()).State);

        Assert.Equal("ok", await other.DoAsync("erase_tip", ("code", code)));
        await _house.RunDueAsync();
        Assert.Equal(TipState.Withdrawn, (await _house.OnlyTipAsync()).State);
    }

    [Fact]
    public async Task Closed_tips_go_after_180_days_and_open_ones_after_two_years()
    {
        var defender = _house.Defender();
        await _house.Reporter().SubmitAsync();
        await defender.AnswerAsync("accept_alert");
        await defender.AnswerAsync("close_case", ("outcome", "unfounded"));
        var closed = await _house.OnlyTipAsync();

        await _house.LeapAsync(TimeSpan.FromDays(179));
        Assert.NotNull(await FindAsync(closed.Id));
        await _house.LeapAsync(TimeSpan.FromDays(2));
        Assert.Null(await FindAsync(closed.Id));
        Assert.Empty(await defender.AlertsAsync());

        await _house.Reporter().SubmitAsync();
        var open = await _house.OnlyTipAsync();
        await _house.LeapAsync(TimeSpan.FromDays(700));
        Assert.NotNull(await FindAsync(open.Id));
        await _house.LeapAsync(TimeSpan.FromDays(31));
        Assert.Null(await FindAsync(open.Id));
    }

    [Fact]
    public async Task What_ties_a_conversation_to_its_tip_ends_by_itself_unless_she_agreed_to_be_asked()
    {
        var reporter = _house.Reporter();
        await reporter.SubmitAsync();

        Assert.All(
            reporter.Session.Links.Where(l => l.Key != "tips_today"),
            link => Assert.True(TimedLink.EndOf(link.Value) <= _house.Now.AddMinutes(30)));
    }

    [Fact]
    public async Task Opening_a_tip_by_code_asks_for_its_municipality_where_one_is_given()
    {
        var reporter = _house.Reporter();
        var code = await reporter.SubmitAsync();
        var anew = _house.Reporter();

        Assert.Equal("not_found", await anew.DoAsync("find_tip", ("code", code), ("where", "BO-010601")));
        Assert.Equal("found", await anew.DoAsync("find_tip", ("code", code), ("where", "BO-020101")));
        Assert.Equal("not_found", await _house.Reporter().DoAsync("find_tip", ("code", code)));
    }

    [Fact]
    public async Task A_typo_is_told_and_a_guesser_waits()
    {
        var reporter = _house.Reporter();
        var code = await reporter.SubmitAsync();
        var guesser = _house.Reporter();

        Assert.Equal("typo", await guesser.DoAsync("find_tip", ("code", Mistyped(code))));
        for (var i = 0; i < GuessPace.Tries; i++)
        {
            Assert.Equal("not_found", await guesser.DoAsync("find_tip", ("code", Wrong(code))));
        }
        Assert.Equal("wait", await guesser.DoAsync("find_tip", ("code", code)));
        Assert.Equal("found", await _house.Reporter().DoAsync("find_tip", ("code", code), ("where", "BO-020101")));
    }

    [Fact]
    public async Task Forgetting_somebody_takes_her_number_and_leaves_her_tip()
    {
        var reporter = _house.Reporter();
        await reporter.SubmitAsync();
        await reporter.DoAsync("allow_follow_up");

        await _house.ForgetAsync(reporter, (room, request) => room.Forget(request));

        var tip = await _house.OnlyTipAsync();
        Assert.Null(await _house.RunAsync(unit => _house.Get<ICaseStore>().ContactOf(unit, tip.Id)));
        Assert.NotEmpty(await _house.RunAsync(unit => _house.Get<ITipStore>().SealsOf(unit, tip.Id)));
    }

    [Fact]
    public async Task A_responder_who_leaves_hands_on_her_cases_first()
    {
        var (leaving, next) = (_house.Defender(), _house.Defender());
        await _house.Reporter().SubmitAsync();
        await leaving.AnswerAsync("accept_alert");

        await _house.ForgetAsync(leaving, (room, request) => room.Forget(request));

        Assert.Equal("offer", next.Prompts[^1]);
    }

    [Fact]
    public async Task Who_asks_for_a_person_is_handed_to_one_with_her_number_and_her_cover_word()
    {
        var coordinator = _house.Coordinator();
        var caller = _house.Reporter();

        await caller.DoAsync("ask_person", ("how", "call"), ("hours", "a las tres"), ("cover_word", "hang_up"));
        await caller.DoAsync("ask_person", ("how", "call"), ("hours", "a las cuatro"), ("cover_word", "hang_up"));

        Assert.Equal("call_back", coordinator.Prompts[^1]);
        Assert.Single(await coordinator.AlertsAsync());
        await coordinator.AnswerAsync("accept_alert");
        var told = await coordinator.ResultAsync("hand_over", coordinator.Code);
        Assert.Equal(
            $"call_wished. place_unknown. {caller.Address.Value}. a las cuatro. cover_hang_up", told.Gives["summary"]);
    }

    [Fact]
    public async Task A_wish_to_be_called_goes_past_her_neighbours_while_there_is_a_coordinator()
    {
        var neighbour = _house.Defender();
        await _house.Reporter().DoAsync("ask_person", ("how", "call"), ("where", "BO-020101"));
        Assert.Equal("call_back", neighbour.Prompts[^1]);

        var coordinator = _house.Coordinator();
        await _house.Reporter().DoAsync("ask_person", ("how", "call"), ("where", "BO-020101"));

        Assert.Single(neighbour.Prompts, p => p == "call_back");
        Assert.Equal("call_back", coordinator.Prompts[^1]);
    }

    [Fact]
    public async Task Who_wants_to_be_written_to_is_answered_without_her_number()
    {
        var coordinator = _house.Coordinator();
        var caller = _house.Reporter();
        await caller.DoAsync("ask_person", ("how", "write"));
        await coordinator.AnswerAsync("accept_alert");

        Assert.DoesNotContain(caller.Address.Value, (await coordinator.ResultAsync("hand_over", coordinator.Code)).Gives["summary"]);
        await coordinator.AnswerAsync("relay", ("message", "aquí estoy"));

        Assert.Equal(["ping"], caller.Inbox);
        Assert.Equal("aquí estoy", (await caller.ResultAsync("read_relay", "")).Gives["message"]);
    }

    [Fact]
    public async Task What_is_discarded_is_gone_with_the_alert_that_was_raised()
    {
        var defender = _house.Defender();
        var reporter = _house.Reporter();
        await reporter.DoAsync("raise_alert", ("where", "BO-020101"), ("story", "algo"));

        await reporter.DoAsync("discard_tip");

        Assert.Equal("withdrawn", defender.Prompts[^1]);
        Assert.Equal("no_tip", await reporter.DoAsync("allow_follow_up"));
        Assert.DoesNotContain("told", reporter.Session.Links.Keys);
    }

    private Task<Tip?> FindAsync(TipId id) => _house.RunAsync(unit => _house.Get<ITipStore>().Find(unit, id));

    private static string Wrong(string code)
    {
        string drawn;
        do
        {
            drawn = OutreachBot.Privacy.Receipts.ReceiptCode.Draw().Grouped;
        }
        while (drawn == code);
        return drawn;
    }

    private static string Mistyped(string code) => code[..^1] + (code[^1] == '9' ? '0' : (char)(code[^1] + 1));
}
