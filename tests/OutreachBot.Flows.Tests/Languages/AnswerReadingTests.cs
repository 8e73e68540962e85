using CsCheck;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Languages;

public sealed class AnswerReadingTests
{
    private static readonly WordReader Words = new(Repository.Keywords);

    [Theory]
    [InlineData("iskay", "qu", 2)]
    [InlineData("Kimsa, por favor", "qu", 3)]
    [InlineData("phichqa", "qu", 5)]
    [InlineData("paya", "ay", 2)]
    [InlineData("kimsaqallqu", "ay", 8)]
    [InlineData("keb'", "quc", 2)]
    [InlineData("OXIBʼ", "quc", 3)]
    [InlineData("b’elejeb’", "quc", 9)]
    [InlineData("keb'", "es", null)]
    [InlineData("maya", "quc", null)]
    [InlineData("iskay warmi", "qu", null)]
    public void One_to_ten_are_read_in_her_own_language_and_in_no_other(string text, string tag, int? number)
    {
        Assert.True(LanguageTag.TryParse(tag, out var language));
        Assert.Equal(number, Words.Number(text, language));
    }

    [Theory]
    [InlineData("si", YesNo.Yes)]
    [InlineData("Sí!", YesNo.Yes)]
    [InlineData("siiii", YesNo.Yes)]
    [InlineData("si claro que si", YesNo.Yes)]
    [InlineData("si si si si", YesNo.Yes)]
    [InlineData("si pues", YesNo.Yes)]
    [InlineData("sí por favor señorita", YesNo.Yes)]
    [InlineData("si. tiene 16 añitos", YesNo.Yes)]
    [InlineData("sí tiene 16 años", YesNo.Yes)]
    [InlineData("hola, si", YesNo.Yes)]
    [InlineData("ya", YesNo.Yes)]
    [InlineData("ok", YesNo.Yes)]
    [InlineData("👍", YesNo.Yes)]
    [InlineData("no", YesNo.No)]
    [InlineData("no pues", YesNo.No)]
    [InlineData("noo gracias", YesNo.No)]
    [InlineData("todavia no", YesNo.No)]
    [InlineData("todavia no. el domingo se va", YesNo.No)]
    [InlineData("no. es en sacaca", YesNo.No)]
    [InlineData("ya no", YesNo.No)]
    [InlineData("claro que no", YesNo.No)]
    [InlineData("no se", YesNo.Unsure)]
    [InlineData("No sé, tal vez", YesNo.Unsure)]
    [InlineData("no estoy segura", YesNo.Unsure)]
    [InlineData("quizas", YesNo.Unsure)]
    public void An_answer_is_read(string text, YesNo expected) => Assert.Equal(expected, Words.YesNo(text, LanguageTag.Spanish));

    [Theory]
    [InlineData("aja pues")]
    [InlineData("no la dejan salir")]
    [InlineData("si no vuelve la mato")]
    [InlineData("si tiene tiempo llameme")]
    [InlineData("no, si")]
    [InlineData("si no")]
    [InlineData("siempre")]
    [InlineData("noche")]
    [InlineData("esta bien")]
    [InlineData("bueno, mi hija se fue")]
    [InlineData("jaja")]
    [InlineData("?")]
    [InlineData("")]
    public void What_is_neither_for_certain_is_not_guessed(string text) => Assert.Null(Words.YesNo(text, LanguageTag.Spanish));

    [Theory]
    [InlineData("Arí", "qu", YesNo.Yes)]
    [InlineData("mana", "qu", YesNo.No)]
    [InlineData("Manam munanichu", "qu", YesNo.No)]
    [InlineData("jisa", "ay", YesNo.Yes)]
    [InlineData("janiwa", "ay", YesNo.No)]
    [InlineData("je'", "quc", YesNo.Yes)]
    [InlineData("jaꞌiꞌ", "quc", YesNo.No)]
    [InlineData("si", "quc", YesNo.Yes)]
    [InlineData("no", "kjb", YesNo.No)]
    [InlineData("jo'", "mam", YesNo.Yes)]
    [InlineData("ink'a'", "kek", YesNo.No)]
    public void Other_languages_answer_too(string text, string tag, YesNo expected)
    {
        Assert.True(LanguageTag.TryParse(tag, out var language));
        Assert.Equal(expected, Words.YesNo(text, language));
    }

    [Theory]
    [InlineData("2", 2)]
    [InlineData(" 2. ", 2)]
    [InlineData("2️⃣", 2)]
    [InlineData("２", 2)]
    [InlineData("#3", 3)]
    [InlineData("la 3 por favor", 3)]
    [InlineData("opción dos", 2)]
    [InlineData("dos", 2)]
    [InlineData("la primera", 1)]
    [InlineData("veintitrés", 23)]
    [InlineData("treinta y cuatro", 34)]
    [InlineData("ciento veinte", 120)]
    [InlineData("0", 0)]
    [InlineData("cero", 0)]
    [InlineData("2do", 2)]
    [InlineData("🔟", 10)]
    [InlineData("②", 2)]
    [InlineData("1)", 1)]
    [InlineData("el dos", 2)]
    [InlineData("numero tres", 3)]
    [InlineData("opcion 2 por favor", 2)]
    [InlineData("quinientos", 500)]
    public void A_number_is_read_in_digits_and_in_words(string text, int expected) =>
        Assert.Equal(expected, Words.Number(TextCleaner.Clean(text), LanguageTag.Spanish));

    [Theory]
    [InlineData("2 cuantos años tiene")]
    [InlineData("23 mujeres")]
    [InlineData("tres veinte")]
    [InlineData("cuarenta cuatrocientos")]
    [InlineData("99999999999999")]
    [InlineData("AB12")]
    [InlineData("uno y tres")]
    [InlineData("1 y 3")]
    [InlineData("1 o 2")]
    [InlineData("hola")]
    [InlineData("")]
    public void What_is_more_than_a_number_is_none(string text) => Assert.Null(Words.Number(text, LanguageTag.Spanish));

    [Theory]
    [InlineData("fueron 23 personas", 23)]
    [InlineData("23 mujeres", 23)]
    [InlineData("como treinta y dos mujeres", 32)]
    [InlineData("23 mujeres y 4 hombres", null)]
    [InlineData("una señora", null)]
    public void The_only_number_in_a_message_is_found(string text, int? expected) => Assert.Equal(expected, WordReader.NumberInside(text));

    [Theory]
    [InlineData("a", 1)]
    [InlineData("B)", 2)]
    [InlineData("(c)", 3)]
    [InlineData("la b", 2)]
    [InlineData("inciso d", 4)]
    [InlineData("🅱️", 2)]
    [InlineData("a la b y c", null)]
    [InlineData("x", null)]
    [InlineData("casa", null)]
    [InlineData("", null)]
    public void A_letter_names_an_option(string text, int? expected) => Assert.Equal(expected, WordReader.Letter(TextCleaner.Clean(text)));

    [Fact]
    public void Every_number_of_nine_digits_reads_as_itself() =>
        Gen.Int[0, 999_999_999].Sample(n => Words.Number($"{n}", LanguageTag.Quechua) == n);
}
