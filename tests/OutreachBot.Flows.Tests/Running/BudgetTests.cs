using OutreachBot.Flows.Running;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Running;

public sealed class BudgetTests
{
    [Theory]
    [InlineData("q: {when: \"@channel\", is: {sms: r}, else: r}\nr: {when: \"@channel\", is: {sms: q}, else: q}", "")]
    [InlineData("q: {say: a, then: r}\nr: {say: b, then: q}", "a: uno\nb: dos")]
    [InlineData("q: {do: duty_status, then: r}\nr: {do: duty_status, then: q}", "")]
    [InlineData("q: {call: other, then: q}", "")]
    public void A_flow_that_goes_round_in_circles_is_ended_with_a_sensible_sentence(string states, string words)
    {
        var book = SmallFlows.Book(
            ("test/flow.yaml", "flow: test\nabout: x\nfirst: q\nstates:\n" + string.Concat(states.Split('\n').Select(l => "  " + l + "\n"))),
            ("test/es.yaml", "language: es\nprompts:\n  x: x\n" + string.Concat(words.Split('\n').Select(l => "  " + l + "\n"))),
            ("other/flow.yaml", "flow: other\nabout: x\nfirst: a\nstates:\n  a: {ends: true}"),
            ("other/es.yaml", "language: es\nprompts: {x: x}"));
        var talk = new Talk(book).Enter("", "test", null, null);

        Assert.Equal("shared.trouble", talk.Prompts[^1]);
        Assert.Single(talk.Events.OfType<BudgetSpent>());
        Assert.Empty(talk.Session.Runs);
        Assert.True(talk.Effects.Count <= 12);
        Assert.True(talk.Prompts.Count <= 9);
        Assert.Equal("welcome.hello", talk.Send("hola").At);
    }

    [Fact]
    public void Two_flows_that_call_each_other_neither_nest_nor_hang()
    {
        var book = SmallFlows.Book(
            ("a/flow.yaml", "flow: a\nabout: x\nfirst: q\nstates:\n  q: {call: b, then: q}"),
            ("a/es.yaml", "language: es\nprompts: {x: x}"),
            ("b/flow.yaml", "flow: b\nabout: x\nfirst: q\nstates:\n  q: {call: a, then: q}"),
            ("b/es.yaml", "language: es\nprompts: {x: x}"));
        var talk = new Talk(book).Enter("", "a", null, null);

        Assert.Equal(["shared.trouble"], talk.Prompts);
    }

    [Fact]
    public void What_was_told_before_it_went_wrong_is_kept()
    {
        var book = SmallFlows.With(
            "q: {ask: story, into: s, then: r}\nr: {when: \"@channel\", is: {sms: t}, else: t}\nt: {when: \"@channel\", is: {sms: r}, else: r}",
            "q: Cuente", "remembers: {s: {kind: story, privacy: sealed}}");
        var talk = new Talk(book).Enter("", "test", null, null).Send("lo que pasó");

        Assert.Equal("lo que pasó", Assert.Single(talk.Session.Kept).Text);
    }

    [Fact]
    public void An_outcome_that_the_catalogue_does_not_know_ends_the_flow_and_not_the_turn()
    {
        var talk = new Talk(SmallFlows.Book()).Outcome("raise_alert", "exploded").Send("quiero denunciar").Send("1");

        Assert.Equal(["shared.trouble"], talk.Prompts);
    }
}
