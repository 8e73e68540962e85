using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Tests.Support;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Tests.Running;

public sealed class SpeakingTests
{
    private static readonly FlowBook Book = SmallFlows.Book();

    [Theory]
    [InlineData("BO", "Defensoria 800-10-8004")]
    [InlineData("GT", "PNC 110")]
    [InlineData(null, "")]
    public void Only_verified_numbers_of_her_country_are_shown(string? country, string numbers)
    {
        var talk = new Talk(Book) { Country = country }.Send("peligro");

        Assert.Equal($"Vaya donde haya gente. {numbers}. ¿Avisamos? 1 Si 2 No", talk.Said);
    }

    [Fact]
    public void No_number_is_shown_before_the_line_has_tried_it()
    {
        var talk = new Talk(Book) { Line = new Talk(Book).Line with { ShowHotlines = false } }.Send("peligro");

        Assert.DoesNotContain("800", talk.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void Short_prompts_of_a_turn_go_out_as_one_message()
    {
        var talk = new Talk(Book).Send("quiero denunciar").Send("2").Send("1").Send("Sucre");

        Assert.Equal("Anotado: Sucre.\n¿Qué pasa? 0 = saltar", Assert.Single(talk.Says).Text);
    }

    [Fact]
    public void Long_prompts_are_joined_to_two_segments_at_most()
    {
        var longText = string.Join(' ', Enumerable.Repeat("palabra", 18));
        var book = SmallFlows.With("q: {say: [a, b, c], then: end}", $"a: {longText}\nb: {longText}\nc: {longText}");
        var says = new Talk(book).Enter("", "test", null, null).Says;

        Assert.Equal(2, says.Count);
        Assert.All(says, s => Assert.True(SmsText.Measure(s.Text).Segments <= 2));
    }

    [Fact]
    public void Nothing_longer_than_the_provider_carries_goes_out()
    {
        var book = SmallFlows.With(
            "q: {ask: text, into: v, then: r}\nr: {ask: text, then: end}", "q: x\nr: \"{v} {v} {v}\"", "remembers: {v: {kind: text, privacy: open}}");
        var talk = new Talk(book).Enter("", "test", null, null).Send(string.Join(' ', Enumerable.Repeat("larga", 300)));

        Assert.All(talk.Says, s => Assert.InRange(s.Text.Length, 1, 1600));
        Assert.True(talk.Says.Count > 1);
    }

    [Fact]
    public void The_options_of_a_question_go_with_its_message() =>
        Assert.Equal(["Aprender", "Contar algo"], new Talk(Book).Send("hola").Says[^1].Options);

    [Fact]
    public void A_choice_is_said_back_by_its_label()
    {
        var book = SmallFlows.With(
            "q: {ask: choice, into: v, options: [a, b], then: r}\nr: {say: r, ends: true}", "q: {text: x, options: {a: Uno, b: Dos}}\nr: \"{v}\"",
            "remembers: {v: {kind: choice, privacy: open}}");

        Assert.Equal("Dos", new Talk(book).Enter("", "test", null, null).Send("b").Said);
    }

    [Fact]
    public void A_message_that_nobody_asked_for_is_filled_and_folded()
    {
        var say = new FlowEngine(Book).Unasked(
            "report", "receipt", LanguageTag.Spanish, ChannelKind.Sms, new Dictionary<string, string> { ["code"] = "1-ó" }, new Talk(Book).Line);

        Assert.Equal("Entregado. Su codigo es 1-o.", say.Text);
        Assert.Equal(["report.receipt"], say.Prompts);
    }

    [Theory]
    [InlineData("report", "nothing")]
    [InlineData("nothing", "receipt")]
    [InlineData("shared", "nothing")]
    public void A_message_that_is_not_there_is_a_mistake_of_the_program(string flow, string prompt) =>
        Assert.Throws<KeyNotFoundException>(() => new FlowEngine(Book).Unasked(
            flow, prompt, LanguageTag.Spanish, ChannelKind.Sms, new Dictionary<string, string>(), new Talk(Book).Line));

    [Fact]
    public void What_happened_is_told_by_events_without_her_words()
    {
        var talk = new Talk(Book).Send("quiero denunciar").Send("2");

        Assert.Contains(new ArrowTaken("report", "danger_now", "no", "agree"), talk.Events);
        Assert.Contains(new StateEntered("report", "agree"), talk.Events);
    }

    [Fact]
    public void Private_records_print_nothing_of_what_they_hold()
    {
        var session = new Talk(Book).Send("mi vecina canario no sale nunca de la casa").Session;
        var printed = session + session.Runs[""].Frames[0].Values["what"].ToString() + Message.Of("canario")
            + new Say("canario", ["report.what"], [], null, false)
            + new EffectDone("ok", new Dictionary<string, string> { ["summary"] = "canario" });

        Assert.DoesNotContain("canario", printed, StringComparison.Ordinal);
    }
}
