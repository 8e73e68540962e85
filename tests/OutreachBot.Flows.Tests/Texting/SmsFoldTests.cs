using CsCheck;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Tests.Texting;

public sealed class SmsFoldTests
{
    private static readonly Gen<LanguageTag> Tags = Gen.Int[0, LanguageTag.All.Count - 1].Select(i => LanguageTag.All[i]);

    [Theory]
    [InlineData("es", "¿Dónde pasó? Niña, pingüino, café: ¡aquí!", "¿Donde paso? Niña, pingüino, café: ¡aqui!")]
    [InlineData("es", "«Sí» — dijo… “no”", "\"Si\" - dijo... \"no\"")]
    [InlineData("qu", "Arí, ñawi", "Ari, ñawi")]
    [InlineData("ay", "Jïsa, suyt’ayaña, mä", "Jisa, suyt'ayaña, mä")]
    [InlineData("quc", "Kʼicheʼ, jaꞌiꞌ, wïnäq, ixöq, këj", "K'iche', ja'i', winäq, ixöq, kej")]
    [InlineData("mam", "ẍin kyiẌ", "xin kyiX")]
    [InlineData("es", "Ayuda 🙏 ya ❤️", "Ayuda ya ")]
    [InlineData("es", "1️⃣ Sí 2️⃣ No", "1 Si 2 No")]
    [InlineData("es", "maña\u0301na an\u0303o", "mañana año")]
    [InlineData("es", "Привет Аlto", "?p??e? Alto")]
    public void Marks_and_signs_are_folded_and_words_stay_readable(string tag, string text, string expected)
    {
        Assert.True(LanguageTag.TryParse(tag, out var language));
        Assert.Equal(expected, SmsFold.Fold(text, language));
    }

    [Fact]
    public void Whatever_is_folded_goes_out_as_Gsm_7() =>
        Gen.Select(Gen.OneOf(Gen.String, Gen.String[Gen.Char["áéíóúñüïëẍ’ʼꞌ“”—… aeiou'🙏\u0301"], 0, 80]), Tags).Sample((text, language) =>
            SmsText.FirstNonGsm(SmsFold.Fold(text, language)) is null);

    [Fact]
    public void Folding_twice_is_folding_once() =>
        Gen.Select(Gen.String, Tags).Sample((text, language) =>
            SmsFold.Fold(SmsFold.Fold(text, language), language) == SmsFold.Fold(text, language));

    [Fact]
    public void What_the_alphabet_has_is_never_touched() =>
        Gen.Select(Gen.String[Gen.Char["abc ñÑéÉüÜäöèàùìò¿¡'\n{}€"], 0, 200], Tags).Sample((text, language) =>
            SmsFold.Fold(text, language) == text);
}
