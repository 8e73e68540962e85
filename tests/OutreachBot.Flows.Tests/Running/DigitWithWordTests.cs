using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Running;

/// <summary>People copy the option as they see it, digit and words: that is the option, and never a contradiction acted upon.</summary>
public sealed class DigitWithWordTests
{
    private static readonly FlowBook Small = SmallFlows.With(
        "q: {ask: choice, options: {accept: taken, pass: passed}}\ntaken: {ask: text, then: end}\npassed: {ask: text, then: end}",
        "q: {text: \"¿Qué hace? {options}\", options: {accept: Voy a atender, pass: Pasar a otra persona}}\ntaken: \"Es suyo\"\npassed: \"Pasado\"");

    private static readonly FlowBook Shipped = FlowBookLoader.Load(Repository.Flows).Book!;

    [Theory]
    [InlineData("1 Voy a atender", "test.taken")]
    [InlineData("1. voy", "test.taken")]
    [InlineData("2) pasar", "test.passed")]
    [InlineData("2 otra persona", "test.passed")]
    public void A_digit_and_a_word_of_its_option_are_the_option(string said, string at) =>
        Assert.Equal(at, new Talk(Small).Enter("", "test", null, null).Send(said).At);

    [Theory]
    [InlineData("1 pasar")]
    [InlineData("2 voy a atender")]
    [InlineData("1 chica encerrada")]
    public void A_digit_and_the_words_of_another_option_are_no_answer(string said) =>
        Assert.Equal("test.q", new Talk(Small).Enter("", "test", null, null).Send(said).At);

    [Theory]
    [InlineData("1 no")]
    [InlineData("2 si")]
    public void A_digit_and_the_other_answer_are_neither_yes_nor_no(string said) =>
        Assert.Equal("report.danger_now", new Talk(SmallFlows.Book()).Send("quiero denunciar").Send(said).At);

    [Theory]
    [InlineData("1 Leer")]
    [InlineData("1 leer mensaje")]
    public void The_line_of_a_ping_copied_where_a_story_is_asked_reads_the_message_and_is_no_story(string said)
    {
        var talk = AtMore().Send(said);

        Assert.Equal("read_relay", talk.Effects[^1].Name);
        Assert.DoesNotContain(talk.Effects, e => e.Name == "add_to_tip");
    }

    [Fact]
    public void The_ping_put_off_where_a_story_is_asked_is_no_story_and_the_question_comes_back()
    {
        var talk = AtMore().Send("2 Ahora no");

        Assert.Equal("report.more", talk.At);
        Assert.DoesNotContain(talk.Effects, e => e.Name == "add_to_tip");
    }

    [Fact]
    public void Reading_a_case_by_digit_and_word_is_the_option_of_whoever_has_it() =>
        Assert.Equal(
            "hand_over",
            new Talk(Shipped) { IsResponder = true }.Enter("KT47", "alert", "accepted", null).Send("1 Leer").Effects[^1].Name);

    private static Talk AtMore() => new Talk(Shipped).Enter("", "report", "more", null);
}
