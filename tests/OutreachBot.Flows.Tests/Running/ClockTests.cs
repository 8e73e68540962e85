using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Running;

public sealed class ClockTests
{
    private static readonly FlowBook Book = SmallFlows.Book();

    private static readonly FlowBook Waits = SmallFlows.With(
        "q: {wait: 20m, then: later, message: early}\nlater: {ask: text, then: end}\nearly: {say: early, ends: true}",
        "later: ¿Sigue?\nearly: Temprano.", "idle: none");

    [Fact]
    public void A_flow_that_can_be_left_says_when_to_come_by()
    {
        var talk = new Talk(Book).Send("quiero denunciar");

        Assert.Equal(talk.Session.LastAt + TimeSpan.FromHours(1), talk.WakeAt);
        Assert.Null(new Talk(Book).Send("hola").WakeAt);
    }

    [Fact]
    public void Left_and_agreed_it_is_sent_and_nothing_is_said()
    {
        var talk = new Talk(Book).Send("quiero denunciar").Send("2").Send("1").Send("Sucre").After(TimeSpan.FromHours(1)).Wake();

        Assert.Equal(["submit_tip"], talk.Effects.Select(e => e.Name));
        Assert.Empty(talk.Says);
        Assert.Equal("-", talk.At);
        Assert.Null(talk.WakeAt);
    }

    [Fact]
    public void Left_and_not_agreed_nothing_is_sent()
    {
        var talk = new Talk(Book).Send("quiero denunciar").Send("2").Send("2").After(TimeSpan.FromHours(1)).Wake();

        Assert.Empty(talk.Effects);
        Assert.Empty(talk.Says);
    }

    [Fact]
    public void Coming_by_too_early_does_nothing()
    {
        var talk = new Talk(Book).Send("quiero denunciar").Send("2").Send("1").After(TimeSpan.FromMinutes(59)).Wake();

        Assert.Empty(talk.Effects);
        Assert.Equal("report.where", talk.At);
    }

    [Fact]
    public void What_lies_over_it_goes_with_a_flow_that_is_left()
    {
        var talk = new Talk(Book).Send("quiero denunciar").Send("2").Send("1").Send("9").After(TimeSpan.FromHours(1)).Wake();

        Assert.Equal(["submit_tip"], talk.Effects.Select(e => e.Name));
        Assert.Equal("-", talk.At);
    }

    [Fact]
    public void A_wait_ends_by_its_time_in_silence_and_its_question_is_said_when_she_writes()
    {
        var talk = new Talk(Waits).Enter("", "test", null, null);
        Assert.Equal(talk.Now - TimeSpan.FromSeconds(20) + TimeSpan.FromMinutes(20), talk.WakeAt);

        talk.After(TimeSpan.FromMinutes(20)).Wake();
        Assert.Empty(talk.Says);
        Assert.Equal("test.later", talk.At);
        Assert.Null(talk.WakeAt);

        Assert.Equal(["test.later"], talk.Send("hola").Prompts);
        Assert.Equal("-", talk.Send("algo").At);
    }

    [Fact]
    public void A_wait_ends_by_a_message_before_its_time() =>
        Assert.Equal(["test.early"], new Talk(Waits).Enter("", "test", null, null).Send("algo").Prompts);

    [Fact]
    public void A_state_reached_by_the_clock_does_not_wake_it_again()
    {
        var book = SmallFlows.With(
            "q: {ask: text, then: end}\nleft: {wait: message, then: q}", "q: ¿Qué?", "if_left: {after: 30m, go: left}");
        var talk = new Talk(book).Enter("", "test", null, null).After(TimeSpan.FromMinutes(30)).Wake();

        Assert.Equal("test.left", talk.At);
        Assert.Null(talk.WakeAt);
    }
}
