using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Languages;

public sealed class KeywordIdentifierTests
{
    private static readonly KeywordIdentifier Identifier = new(Repository.Keywords);

    [Theory]
    [InlineData("Imaynalla", "qu")]
    [InlineData("rimaykullayki", "qu")]
    [InlineData("kamisaraki", "ay")]
    [InlineData("winus tiyas", "ay")]
    [InlineData("saqirik", "quc")]
    [InlineData("maltyox", "quc")]
    [InlineData("chjonte", "mam")]
    [InlineData("buenas tardes", "es")]
    [InlineData("mi hija se fue con una señora", "es")]
    public void A_greeting_tells_its_language(string text, string tag) =>
        Assert.Equal(tag, Identifier.Identify(text, LanguageTag.All).Language?.ToString());

    [Theory]
    [InlineData("warmi")]
    [InlineData("wawa")]
    [InlineData("imilla")]
    [InlineData("ok")]
    [InlineData("no")]
    [InlineData("jajaja")]
    [InlineData("1")]
    [InlineData("hello my friend")]
    [InlineData("")]
    public void A_shared_word_or_noise_tells_none(string text) => Assert.Null(Identifier.Identify(text, LanguageTag.All).Language);

    [Fact]
    public void Only_the_languages_that_can_come_up_are_said()
    {
        var reading = Identifier.Identify("kamisaraki", [LanguageTag.Spanish, LanguageTag.Kiche]);
        Assert.Null(reading.Language);
        Assert.NotEqual(LanguageTag.Aymara, reading.Guess);
    }
}
