using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Tests.Support;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Tests.Running;

public sealed class LanguageTests
{
    private static readonly FlowBook Book = SmallFlows.Book(
        ("shared/qu.yaml", "language: qu\nprompts:\n  language_name: Qhichwa\n  not_in_language: {text: \"mana {language}pi\", status: approved}"),
        ("welcome/qu.yaml", "language: qu\nprompts:\n  hello: {text: \"Imaynalla {options}\", options: {learn: Yachay, tell: Willay}, status: translated}"));

    private static Talk InQuechua(ReviewStatus goLive = ReviewStatus.Draft, bool mark = false)
    {
        var talk = new Talk(Book);
        talk.Line = talk.Line with { GoLive = goLive, MarkDrafts = mark };
        talk.Session = talk.Session with { Language = LanguageTag.Quechua };
        return talk;
    }

    [Fact]
    public void The_language_question_lists_each_in_its_own_name_and_sets_it()
    {
        var talk = new Talk(Book).Send("hola").Send("IDIOMA");
        Assert.Equal("¿Qué idioma? 1 Español 2 Qhichwa 3 Aymar aru", talk.Said.Replace("Espanol", "Español", StringComparison.Ordinal));

        talk.Send("2");
        Assert.Equal(LanguageTag.Quechua, talk.Session.Language);
        Assert.Contains("shared.language_set", talk.Prompts);
        Assert.Contains("welcome.hello", talk.Prompts);
        Assert.Contains("Imaynalla 1 Yachay 2 Willay", talk.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_a_language_sets_it()
    {
        var talk = new Talk(Book).Send("quechua");

        Assert.Equal(LanguageTag.Quechua, talk.Session.Language);
        Assert.Contains("welcome.hello", talk.Prompts);
    }

    [Fact]
    public void What_is_not_in_her_language_is_said_in_Spanish_after_one_notice_in_both()
    {
        var talk = InQuechua().Send("hola").Send("2");

        Assert.Equal(["shared.not_in_language", "shared.not_in_language", "report.danger_now"], talk.Prompts);
        Assert.StartsWith("mana Qhichwapi\nnot_in_language Qhichwa\n", talk.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_reviewed_far_enough_is_said_in_Spanish()
    {
        Assert.Contains("Imaynalla", InQuechua(ReviewStatus.Translated).Send("hola").Said, StringComparison.Ordinal);
        Assert.Contains("Hola", InQuechua(ReviewStatus.CommunityReviewed).Send("hola").Said, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_are_understood_in_both_languages_whatever_is_shown()
    {
        Assert.Contains("welcome.learned", InQuechua(ReviewStatus.Approved).Send("hola").Send("yachay").Prompts);
        Assert.Contains("welcome.learned", InQuechua().Send("hola").Send("aprender").Prompts);
    }

    [Fact]
    public void A_draft_bears_one_mark_a_turn_and_Spanish_none()
    {
        Assert.EndsWith("(borrador)", InQuechua(mark: true).Send("hola").Said, StringComparison.Ordinal);

        var spanish = new Talk(Book);
        spanish.Line = spanish.Line with { MarkDrafts = true };
        Assert.DoesNotContain("borrador", spanish.Send("hola").Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_may_have_its_own_shape()
    {
        var book = SmallFlows.Book(
            ("test/flow.yaml", "flow: test\nabout: x\nfirst: q\nstates:\n  q: {ask: text, then: end}"),
            ("test/es.yaml", "language: es\nprompts: {q: ¿Qué?, before: Antes.}"),
            ("test/qu.yaml", "language: qu\nfirst: before\nstates:\n  before: {say: before, then: q}\nprompts: {before: Ñawpaq}"));

        Assert.Equal(["test.q"], new Talk(book).Enter("", "test", null, null).Prompts);
        var talk = new Talk(book) { Session = Session.Stranger with { Language = LanguageTag.Quechua } };
        Assert.Contains("test.before", talk.Enter("", "test", null, null).Prompts);
    }

    [Fact]
    public void On_SMS_accents_outside_GSM_are_folded_and_on_WhatsApp_they_stay()
    {
        var book = SmallFlows.With("q: {ask: text, then: end}", "q: {text: \"¿Cuándo pasó, señora?\", whatsapp: \"¿Cuándo pasó, señora? 🙂\"}");

        Assert.Equal("¿Cuando paso, señora?", new Talk(book).Enter("", "test", null, null).Said);
        Assert.Equal("¿Cuándo pasó, señora? 🙂", new Talk(book) { Channel = ChannelKind.WhatsApp }.Enter("", "test", null, null).Said);
    }

    [Fact]
    public void Values_are_folded_too()
    {
        var book = SmallFlows.With("q: {ask: text, into: v, then: r}\nr: {ask: text, then: end}", "q: x\nr: \"{v}\"", "remembers: {v: {kind: text, privacy: open}}");

        Assert.Equal("razon", new Talk(book).Enter("", "test", null, null).Send("razón").Said);
    }
}
