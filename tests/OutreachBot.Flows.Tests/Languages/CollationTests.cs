using CsCheck;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Tests.Languages;

public sealed class CollationTests
{
    [Theory]
    [InlineData("  ¡SÍ, Señora!  ", "si senora")]
    [InlineData("K'iche' k’iche’ kʼicheʼ k´iche´ k`iche` kꞌicheꞌ", "kiche kiche kiche kiche kiche kiche")]
    [InlineData("man\u0303ana", "manana")]
    [InlineData("1️⃣", "1")]
    [InlineData("🙏", "")]
    [InlineData("Ẍin ïwinäq", "xin iwinaq")]
    public void Case_marks_apostrophes_and_signs_are_taken_off(string text, string key) => Assert.Equal(key, Collation.Key(text));

    [Theory]
    [InlineData("siii", "sí", "es")]
    [InlineData("graciasss", "gracias", "es")]
    [InlineData("quechua", "kichwa", "qu")]
    [InlineData("yanapay", "yanapai", null)]
    [InlineData("Jaqi", "jaqe", "ay")]
    [InlineData("llank'ay", "llankay", "qu")]
    [InlineData("qullqi", "colque", "qu")]
    [InlineData("tzij", "tsij", "quc")]
    public void One_word_in_two_spellings_has_one_loose_form(string one, string other, string? tag)
    {
        Assert.Equal(tag is not null, LanguageTag.TryParse(tag, out var language));
        Assert.Equal(tag is not null, Collation.Loose(Collation.Key(one), language) == Collation.Loose(Collation.Key(other), language));
    }

    [Theory]
    [InlineData("mas", "mesa")]
    [InlineData("ella", "era")]
    [InlineData("100", "10")]
    public void Two_words_of_Spanish_stay_two(string one, string other) =>
        Assert.NotEqual(Collation.Loose(Collation.Key(one), LanguageTag.Spanish), Collation.Loose(Collation.Key(other), LanguageTag.Spanish));

    [Fact]
    public void A_key_of_a_key_is_itself() => Gen.String[0, 100].Sample(text => Collation.Key(Collation.Key(text)) == Collation.Key(text));

    [Fact]
    public void A_loose_form_of_a_loose_form_is_itself() =>
        Gen.Select(Gen.String[Gen.Char["abcdeghijklmnopqrstuvwxyz 1"], 0, 40], Gen.Int[0, LanguageTag.All.Count - 1]).Sample((text, l) =>
        {
            var loose = Collation.Loose(Collation.Key(text), LanguageTag.All[l]);
            Assert.Equal(loose, Collation.Loose(loose, LanguageTag.All[l]));
        });
}
