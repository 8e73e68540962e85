using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Running;

public sealed class QuestionTests
{
    private static Talk Asked(string question, string kind, string words = "q: \"¿Qué?\"\ngot: \"{v}\"\nother: otra\nskipped: saltado") =>
        new Talk(SmallFlows.With(
            $"q: {{{question}}}\ngot: {{say: got, ends: true}}\nother: {{say: other, ends: true}}\nskipped: {{say: skipped, ends: true}}",
            words,
            $"remembers: {{v: {{kind: {kind}, privacy: open}}}}")).Enter("", "test", null, null);

    [Theory]
    [InlineData("1", "yes")]
    [InlineData("SI", "yes")]
    [InlineData("sí pues", "yes")]
    [InlineData("uno", "yes")]
    [InlineData("2", "no")]
    [InlineData("todavía no", "no")]
    [InlineData("No, gracias", "no")]
    public void Yes_and_no_are_digits_or_words(string text, string value) =>
        Assert.Equal(value, Asked("ask: yes_no, into: v, then: got", "flag").Send(text).Said);

    [Fact]
    public void Not_knowing_has_its_way_or_is_not_understood()
    {
        Assert.Equal("otra", Asked("ask: yes_no, into: v, then: got, unsure: other", "flag").Send("no sé").Said);
        Assert.Contains("shared.unclear", Asked("ask: yes_no, into: v, then: got", "flag").Send("no sé").Prompts);
        Assert.Equal("saltado", Asked("ask: yes_no, into: v, then: got, skippable: true, skip: skipped", "flag").Send("no sé").Said);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("dos")]
    [InlineData("b")]
    [InlineData("b)")]
    [InlineData("la segunda")]
    [InlineData("Escuela")]
    [InlineData("ESCUELA por favor")]
    [InlineData("es en la escuela")]
    [InlineData("colegio")]
    [InlineData("school")]
    public void A_choice_is_a_number_a_letter_a_label_or_another_word(string text)
    {
        var talk = Asked(
            "ask: choice, into: v, options: [work, school], then: got", "choice",
            "q: {text: \"¿Dónde? {options}\", options: {work: Trabajo, school: Escuela}, also: {school: [colegio]}}\ngot: \"{v}\"\nother: x\nskipped: x");

        Assert.Equal("Escuela", talk.Send(text).Said);
    }

    [Fact]
    public void A_button_is_its_key_and_one_of_an_older_question_is_not()
    {
        Talk Question() => Asked("ask: choice, into: v, options: [work, school], then: got", "choice");

        Assert.Equal("school", Question().Press("school").Said);
        Assert.Contains("shared.unclear", Question().Press("tell").Prompts);
    }

    [Fact]
    public void Free_words_are_an_answer_where_the_choice_takes_them() =>
        Assert.Equal("otra", Asked("ask: choice, into: v, options: [work, school], then: got, free: other", "choice").Send("don Fulano, el corregidor").Said);

    [Theory]
    [InlineData("23", "23")]
    [InlineData("veinte y tres", "23")]
    [InlineData("fueron 23 personas", "23")]
    public void A_number_is_digits_or_words(string text, string value) =>
        Assert.Equal(value, Asked("ask: number, into: v, min: 1, max: 500, then: got", "number").Send(text).Said);

    [Theory]
    [InlineData("0")]
    [InlineData("501")]
    [InlineData("muchas")]
    public void A_number_outside_its_limits_is_not_understood(string text) =>
        Assert.DoesNotContain("test.got", Asked("ask: number, into: v, min: 1, max: 500, then: got", "number").Send(text).Prompts);

    [Fact]
    public void Zero_is_a_number_where_none_is_too_small_and_skips_elsewhere()
    {
        Assert.Equal("0", Asked("ask: number, into: v, min: 0, skippable: true, then: got, skip: skipped", "number").Send("0").Said);
        Assert.Equal("saltado", Asked("ask: number, into: v, min: 1, skippable: true, then: got, skip: skipped", "number").Send("0").Said);
    }

    [Theory]
    [InlineData("ayer", "2026-11-24")]
    [InlineData("12 de mayo", "2026-05-12")]
    [InlineData("fue hace tiempo", "fue hace tiempo")]
    public void A_day_is_read_where_there_is_one_and_the_words_are_kept(string text, string day)
    {
        var book = SmallFlows.With(
            "q: {ask: when, into: v, then: more}\nmore: {ask: text, then: end}", "q: \"¿Cuándo?\"\nmore: \"{v}\"",
            "remembers: {v: {kind: when, privacy: open}}");
        var talk = new Talk(book).Enter("", "test", null, null).Send(text);

        var value = talk.Session.Runs[""].Frames[0].Values["v"];
        Assert.Equal((day, text), (value.Text, value.Said));
        Assert.Equal(text, talk.Said);
    }

    [Theory]
    [InlineData("123-456-7890")]
    [InlineData("123 456 7890")]
    [InlineData("código es 1234567890.")]
    public void A_code_is_its_digits_however_they_are_grouped(string text) =>
        Assert.Equal("1234567890", Asked("ask: code, digits: 10, into: v, then: got", "code").Send(text).Said);

    [Fact]
    public void A_code_with_a_digit_missing_is_not_understood() =>
        Assert.Contains("shared.unclear", Asked("ask: code, digits: 10, into: v, then: got", "code").Send("123-456-789").Prompts);

    [Fact]
    public void A_question_whose_value_is_known_is_passed_over_by_that_value()
    {
        var book = SmallFlows.With(
            "q: {ask: yes_no, into: v, unless_known: true, yes: got, no: other}\ngot: {say: got, ends: true}\nother: {say: other, ends: true}",
            "q: x\ngot: sí\nother: \"no\"",
            "remembers: {v: {kind: flag, privacy: open, initially: \"no\"}}");

        Assert.Equal("no", new Talk(book).Enter("", "test", null, null).Said);
    }

    [Fact]
    public void A_voice_note_is_an_answer_to_a_question_for_text()
    {
        var talk = Asked("ask: text, into: v, then: got", "text").SendVoice();

        Assert.Contains("test.got", talk.Prompts);
    }
}
