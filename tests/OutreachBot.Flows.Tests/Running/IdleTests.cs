using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Running;

public sealed class IdleTests
{
    private static readonly FlowBook Book = SmallFlows.Book();
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    private static Talk LeftAtWhere() => new Talk(Book).Send("quiero denunciar").Send("2").Send("1").After(Quarter);

    [Fact]
    public void After_a_quarter_of_an_hour_she_is_asked_whether_to_go_on_and_nothing_else_is_said()
    {
        var talk = LeftAtWhere().Send("Sucre");

        Assert.Equal(["shared.idle_ask"], talk.Prompts);
        Assert.Equal("report.where", talk.At);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("sí")]
    public void Going_on_takes_the_held_message_as_the_answer(string yes)
    {
        var talk = LeftAtWhere().Send("Sucre").Send(yes);

        Assert.Equal("report.what", talk.At);
        Assert.Equal("BO-010101", talk.Session.Runs[""].Frames[0].Values["where"].Text);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("salir")]
    [InlineData("no")]
    public void Not_going_on_leaves(string no)
    {
        var talk = LeftAtWhere().Send("Sucre").Send(no);

        Assert.Equal("shared.exit", Assert.Single(talk.Prompts));
        Assert.Empty(talk.Session.Runs);
    }

    [Theory]
    [InlineData("quien es")]
    [InlineData("MENU")]
    [InlineData("hola?")]
    public void Whoever_answers_neither_reads_a_neutral_sentence(string text)
    {
        var talk = LeftAtWhere().Send("Sucre").Send(text);

        Assert.Equal(["shared.idle_stranger"], talk.Prompts);
        Assert.Equal("report.what", talk.Send("1").At);
    }

    [Fact]
    public void What_is_told_meanwhile_is_kept()
    {
        var talk = LeftAtWhere().Send("Sucre").Send("mi vecina no sale nunca de la casa y llora");

        Assert.Single(talk.Session.Kept);
        Assert.Equal(["shared.idle_stranger"], talk.Prompts);
    }

    [Theory]
    [InlineData("PELIGRO", "danger.offer")]
    [InlineData("ALTO", "shared.stop")]
    [InlineData("BORRAR", "shared.erase")]
    [InlineData("SALIR", "shared.exit")]
    public void Urgent_words_work_at_once(string word, string prompt)
    {
        var talk = new Talk(Book).Send("quiero denunciar").Send("2").Send("1").Send("Sucre").After(Quarter).Send(word);

        Assert.Equal(prompt, Assert.Single(talk.Prompts));
    }

    [Fact]
    public void What_lies_beneath_danger_is_not_shown_before_she_says_that_she_goes_on()
    {
        var talk = LeftAtWhere().Send("PELIGRO").Send("2");
        Assert.Equal(["shared.idle_ask"], talk.Prompts);

        talk.Send("1");
        Assert.Equal(["report.where"], talk.Prompts);
    }

    [Fact]
    public void Danger_may_come_after_the_question_whether_to_go_on()
    {
        var talk = LeftAtWhere().Send("mi vecina no sale nunca de la casa").Send("PELIGRO").Send("1");

        Assert.Equal(["raise_alert"], talk.Effects.Select(e => e.Name));
        Assert.Equal(["danger.told", "shared.idle_ask"], talk.Prompts);
        Assert.Equal("report.where", talk.Send("1").At);
    }

    [Fact]
    public void What_was_left_is_not_shown_after_something_unasked_is_answered()
    {
        var book = SmallFlows.Book(
            ("ping/flow.yaml", "flow: ping\nabout: x\nidle: none\nfirst: q\nstates:\n  q: {ask: yes_no, then: bye}\n  bye: {say: bye, ends: true}"),
            ("ping/es.yaml", "language: es\nprompts: {q: x, bye: Bien.}"));
        var talk = new Talk(book).Send("quiero denunciar").After(TimeSpan.FromHours(2)).Enter("KT47", "ping", "q", "1");

        Assert.Equal(["ping.bye", "shared.idle_ask"], talk.Prompts);
    }

    [Fact]
    public void A_flow_without_secrets_does_not_ask()
    {
        var book = SmallFlows.With("q: {ask: text, then: end}", "q: ¿Qué?", "idle: none");
        var talk = new Talk(book).Enter("", "test", null, null).After(TimeSpan.FromHours(3)).Send("algo");

        Assert.Equal("-", talk.At);
    }

    [Fact]
    public void After_a_day_answers_under_way_are_gone_and_she_returns_to_the_welcome()
    {
        var talk = LeftAtWhere().After(TimeSpan.FromHours(24)).Send("Sucre");

        Assert.Equal("welcome.hello", talk.At);
        Assert.Empty(talk.Session.Kept);
    }

    [Fact]
    public void The_hosts_links_outlive_the_day()
    {
        var talk = LeftAtWhere();
        talk.Session = talk.Session with { Links = new Dictionary<string, string> { ["tip"] = "t1" } };
        talk.After(TimeSpan.FromHours(25)).Send("hola");

        Assert.Equal("t1", talk.Session.Links["tip"]);
    }

    [Fact]
    public void A_code_is_said_again_for_a_quarter_of_an_hour_and_no_longer()
    {
        Talk Receipt() => new Talk(Book).Outcome("submit_tip", "ok", ("code", "123-456-7890"))
            .Send("quiero denunciar").Send("2").Send("no").Send("0").Send("0").Send("1");

        Assert.Contains("123-456-7890", Receipt().After(TimeSpan.FromMinutes(10)).Send("repetir").Said, StringComparison.Ordinal);
        Assert.DoesNotContain("123-456-7890", Receipt().After(Quarter).Send("repetir").Said, StringComparison.Ordinal);
    }
}
