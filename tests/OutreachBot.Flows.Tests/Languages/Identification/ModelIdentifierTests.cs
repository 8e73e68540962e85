using CsCheck;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Languages.Identification;

namespace OutreachBot.Flows.Tests.Languages.Identification;

public sealed class ModelIdentifierTests
{
    private static readonly ModelIdentifier Identifier = ModelIdentifier.OfBuild();
    private static readonly LanguagePriors All = new(LanguageTag.All);

    [Theory]
    [InlineData("ok")]
    [InlineData("OKI")]
    [InlineData("Sí")]
    [InlineData("no.")]
    public void What_everybody_writes_tells_no_language(string text) =>
        Assert.Equal((null, LanguageTag.Spanish), (Identifier.Identify(text, All).Language, Identifier.Identify(text, All).Guess));

    [Theory]
    [InlineData("hola", "es")]
    [InlineData("no puedo", "es")]
    [InlineData("k paso", "es")]
    [InlineData("mi hija se fue con una señora", "es")]
    [InlineData("ari", "qu")]
    [InlineData("mana", "qu")]
    [InlineData("Imaynalla", "qu")]
    [InlineData("jisa", "ay")]
    [InlineData("janiwa", "ay")]
    [InlineData("kamisaraki", "ay")]
    [InlineData("winus tiyas", "ay")]
    [InlineData("je'", "quc")]
    [InlineData("saqirik", "quc")]
    [InlineData("maltyox", "quc")]
    [InlineData("chjonte", "mam")]
    public void An_attested_word_tells_its_language(string text, string tag) => Assert.Equal(tag, Identifier.Identify(text, All).Language?.ToString());

    [Theory]
    [InlineData("warmi")]
    [InlineData("wawa")]
    [InlineData("qullqi")]
    [InlineData("¡Warmi, wawa!")]
    [InlineData("inti")]
    public void Words_that_Quechua_and_Aymara_share_tell_neither(string text)
    {
        var reading = Identifier.Identify(text, new LanguagePriors([LanguageTag.Spanish, LanguageTag.Quechua, LanguageTag.Aymara], LanguageTag.Quechua, "BO"));
        Assert.Null(reading.Language);
        Assert.InRange(reading.Confidence, 0, ModelIdentifier.Certain - 0.01);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("1")]
    [InlineData("👍👍")]
    [InlineData("jajaja")]
    [InlineData("ja ja ja")]
    [InlineData("JEJEJE!!")]
    [InlineData("https://example.org/es/una-pagina-en-espanol")]
    [InlineData("asdfgh")]
    [InlineData("hello my friend")]
    [InlineData("você não sabe")]
    [InlineData("María Quispe Mamani")]
    public void What_is_none_of_the_languages_is_turned_down(string text) => Assert.Null(Identifier.Identify(text, All).Language);

    [Fact]
    public void Only_the_languages_that_can_come_up_are_said()
    {
        var reading = Identifier.Identify("kamisaraki", new LanguagePriors([LanguageTag.Spanish, LanguageTag.Kiche]));
        Assert.Null(reading.Language);
        Assert.NotEqual(LanguageTag.Aymara, reading.Guess);
    }

    [Fact]
    public void The_country_weighs_and_is_no_fence()
    {
        var fromBolivia = All with { Country = "BO" };
        Assert.Equal(LanguageTag.Mam, Identifier.Identify("ma chi xi' kyib'aj", fromBolivia).Guess);
        Assert.True(Identifier.Identify("kamisaraki", fromBolivia).Confidence >= Identifier.Identify("kamisaraki", All).Confidence);
    }

    [Fact]
    public void A_message_of_two_languages_names_the_one_beside()
    {
        var reading = Identifier.Identify("mi hija no ha vuelto ususiyqa manan kutimunchu llaqtamanta manan yachanichu", All);
        Assert.Contains(LanguageTag.Spanish, new[] { reading.Guess, reading.Beside ?? LanguageTag.Mam });
        Assert.Contains(LanguageTag.Quechua, new[] { reading.Guess, reading.Beside ?? LanguageTag.Mam });
        Assert.Null(Identifier.Identify("mi hija no ha vuelto a la casa desde ayer", All).Beside);
    }

    [Fact]
    public void Any_string_has_an_answer() =>
        Gen.Select(Gen.String, Gen.Int[1, 7]).Sample((text, count) =>
        {
            var among = LanguageTag.All.Take(count).ToList();
            var reading = Identifier.Identify(text, new LanguagePriors(among));
            return reading.Confidence is >= 0 and <= 1.000001 && among.Contains(reading.Guess) && (reading.Language is null || reading.Language == reading.Guess);
        });

    [Fact]
    public void Whatever_sign_stands_for_the_apostrophe_and_in_whatever_case_the_answer_is_the_same() =>
        Gen.Select(Gen.Int[0, Samples.Length - 1], Gen.Int[0, Letters.Apostrophes.Length - 1], Gen.Bool).Sample((sample, sign, upper) =>
        {
            var other = Samples[sample].Replace('\'', Letters.Apostrophes[sign]);
            return Identifier.Identify(Samples[sample], All).Equals(Identifier.Identify(upper ? other.ToUpperInvariant() : other, All));
        });

    private static readonly string[] Samples =
        ["je' k'o jun k'ax", "ja'i'", "ñuqa llank'ani", "jach'a uta", "ma'nay ink'a'", "b'a'n", "q'anjob'al"];

    [Fact]
    public void A_letter_that_only_looks_Latin_and_marks_nobody_sees_change_nothing()
    {
        var plain = Identifier.Identify("tengo miedo", All);
        Assert.Equal(plain, Identifier.Identify("tеngо miеdо", All));
        Assert.Equal(plain, Identifier.Identify("ten\u200Bgo mie\u00ADdo", All));
    }

    [Fact]
    public void A_message_leaves_next_to_nothing_to_collect()
    {
        Identifier.Identify("mi hija no ha vuelto", All);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Identifier.Identify("mi hija no ha vuelto, ususiy manan kutimunchu", All);
        }
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 0, 1_000);
    }
}
