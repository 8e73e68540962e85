using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Running;

/// <summary>Which language she is answered in follows what she writes, slowly.</summary>
public sealed class DriftTests
{
    // Attested greetings and answers; the identifier must be sure of them, or these tests say nothing.
    private const string Quechua = "imaynalla";
    private const string QuechuaToo = "¡Imaynalla! imaynalla";

    private static readonly FlowBook Book = SmallFlows.Book();

    [Theory]
    [InlineData(Quechua)]
    [InlineData(QuechuaToo)]
    public void The_words_of_these_tests_are_known_for_Quechua(string text) =>
        Assert.Equal(LanguageTag.Quechua, Book.Identifier.Identify(text, new LanguagePriors(new Talk(Book).Line.Languages)).Language);

    [Fact]
    public void A_stranger_is_answered_in_the_language_she_writes()
    {
        var talk = new Talk(Book).Send(Quechua);

        Assert.Equal(LanguageTag.Quechua, talk.Session.Language);
        Assert.DoesNotContain("shared.language_set", talk.Prompts);
    }

    [Fact]
    public void One_message_in_another_language_changes_nothing_and_a_second_does()
    {
        var talk = new Talk(Book) { Session = Session.Stranger with { Language = LanguageTag.Spanish } };
        talk.Send(Quechua);
        Assert.Equal(LanguageTag.Spanish, talk.Session.Language);

        talk.Send(QuechuaToo);
        Assert.Equal(LanguageTag.Quechua, talk.Session.Language);
        Assert.Contains("shared.language_set", talk.Prompts);
        Assert.Contains(new LanguageChanged(LanguageTag.Spanish, LanguageTag.Quechua), talk.Events);
    }

    [Fact]
    public void A_message_in_her_own_language_between_two_others_keeps_it()
    {
        var talk = new Talk(Book) { Session = Session.Stranger with { Language = LanguageTag.Quechua, DriftsTo = "es" } };
        talk.Send(Quechua);

        Assert.Null(talk.Session.DriftsTo);
        Assert.Equal(LanguageTag.Quechua, talk.Session.Language);
    }
}
