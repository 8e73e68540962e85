using CsCheck;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Languages;

public sealed class WordReaderTests
{
    private static readonly WordReader Words = new(Repository.Keywords);

    [Theory]
    [InlineData("PELIGRO!!", "danger")]
    [InlineData("peligro por favor", "danger")]
    [InlineData("siii", "yes")]
    [InlineData("nooo", "no")]
    [InlineData("no no no", "no")]
    [InlineData("Ayuda, por favor", "help")]
    [InlineData("grasias", "thanks")]
    [InlineData("buenosdias", "hello")]
    [InlineData("k iche", "language_name:quc")]
    [InlineData("kitche", "language_name:quc")]
    [InlineData("BORRAR", "erase")]
    [InlineData("borar", "erase")]
    [InlineData("mis datos", "my_data")]
    [InlineData("salir ya", "exit")]
    [InlineData("ATRÁS", "back")]
    [InlineData("otra ves", "repeat")]
    [InlineData("Listo.", "done")]
    [InlineData("alto", "stop")]
    [InlineData("baja", "stop")]
    [InlineData("alta", "start")]
    [InlineData("oir", "listen")]
    [InlineData("quiero una persona", "person")]
    [InlineData("niñas", "girl")]
    public void A_word_is_understood_however_it_is_typed(string text, string concept) =>
        Assert.All(LanguageTag.WithFlows, l => Assert.Equal(concept, Words.Concept(text, l)));

    [Theory]
    [InlineData("el alto")]
    [InlineData("El Alto, por favor")]
    [InlineData("Baja Verapaz")]
    [InlineData("Alta Verapaz")]
    [InlineData("no la dejan salir")]
    [InlineData("hasta")]
    [InlineData("mañana")]
    [InlineData("manana")]
    [InlineData("idiota")]
    [InlineData("para")]
    [InlineData("jajaja")]
    [InlineData("jeje")]
    [InlineData("je je")]
    [InlineData("yo entiendo")]
    [InlineData("no necesito ayuda")]
    [InlineData("borrar es feo")]
    [InlineData("salio")]
    [InlineData("llorar")]
    [InlineData("dios")]
    [InlineData("carcel")]
    [InlineData("siesta")]
    [InlineData("retener")]
    [InlineData("renunciar")]
    [InlineData("1")]
    [InlineData("")]
    [InlineData("🙏")]
    public void What_is_no_word_of_the_line_is_left_alone(string text) =>
        Assert.All(LanguageTag.All, l => Assert.Null(Words.Concept(text, l)));

    [Theory]
    [InlineData("mana", "qu", "no")]
    [InlineData("mana", "es", null)]
    [InlineData("ja", "kjb", "yes")]
    [InlineData("ja", "quc", null)]
    [InlineData("je", "quc", "yes")]
    [InlineData("je", "es", null)]
    [InlineData("pay", "ay", "thanks")]
    [InlineData("pay", "qu", null)]
    [InlineData("pay suma", "ay", "thanks")]
    [InlineData("ama", "qu", "no")]
    [InlineData("ama hina", "qu", "please")]
    [InlineData("man", "quc", "no")]
    [InlineData("maj", "mam", null)]
    [InlineData("k'ax", "quc", "danger")]
    [InlineData("kax", "kek", null)]
    [InlineData("anima", "quc", null)]
    [InlineData("anima", "kjb", "person")]
    [InlineData("nina", "es", "girl")]
    [InlineData("nina", "qu", null)]
    [InlineData("niña", "qu", "girl")]
    [InlineData("k'iche'", "kek", null)]
    [InlineData("k'iche'", "es", "language_name:quc")]
    [InlineData("mam", "quc", null)]
    [InlineData("yanapa", "qu", "help")]
    [InlineData("suyay", "qu", "wait")]
    [InlineData("sayay", "qu", "stop")]
    [InlineData("samay", "qu", null)]
    [InlineData("manam munanichu", "qu", "no_want")]
    [InlineData("munani", "qu", "i_want")]
    public void A_word_that_clashes_counts_only_where_it_is_hers(string text, string tag, string? concept)
    {
        Assert.True(LanguageTag.TryParse(tag, out var language));
        Assert.Equal(concept, Words.Concept(text, language));
    }

    [Fact]
    public void A_word_that_stands_for_three_things_counts_only_after_an_offer()
    {
        Assert.Null(Words.Concept("Relesaxik", LanguageTag.Kiche));
        Assert.Equal("erase", Words.Recognise("Relesaxik", LanguageTag.Kiche)?.Concept);
    }

    [Fact]
    public void Nothing_is_erased_on_a_guess()
    {
        Assert.Equal("erase", Words.Concept("borrarr", LanguageTag.Spanish));
        Assert.Null(Words.Concept("borrxr", LanguageTag.Spanish));
        Assert.Equal("erase", Words.Recognise("borrxr", LanguageTag.Spanish)?.Concept);
    }

    [Theory]
    [InlineData("auxilio")]
    [InlineData("SOCORRO!!!")]
    [InlineData("ayudeme")]
    [InlineData("ayúdenme por favor")]
    [InlineData("ausilio")]
    public void A_cry_for_help_means_help_and_is_answered_as_danger(string text)
    {
        Assert.Equal("help", Words.Concept(text, LanguageTag.Spanish));
        Assert.True(Words.Danger(text, LanguageTag.Spanish));
    }

    [Theory]
    [InlineData("ayuda")]
    [InlineData("necesito ayuda")]
    [InlineData("si")]
    public void Asking_for_help_is_no_cry(string text) => Assert.False(Words.Danger(text, LanguageTag.Spanish));

    [Theory]
    [InlineData("ya no quiero, gracias")]
    [InlineData("Ya no quiero recibir mensajes por favor")]
    [InlineData("no me escriban mas")]
    [InlineData("no soy esa persona. ya no me escriban")]
    [InlineData("Dejen de escribirme!")]
    [InlineData("no me escriban mas por favor")]
    [InlineData("por favor dejen de mandar mensajes")]
    [InlineData("quiten mi numero")]
    [InlineData("señorita, ya no me manden mensajes por favor")]
    [InlineData("no me llamen mas")]
    [InlineData("sáquenme de su lista")]
    [InlineData("quiero darme de baja")]
    [InlineData("no me molesten nunca mas")]
    [InlineData("paren de mandarme mensajes a este numero")]
    [InlineData("no me interesa, gracias")]
    public void A_sentence_to_the_bot_stops(string text) => Assert.True(Words.PoliteStop(text));

    [Theory]
    [InlineData("ya no quiero vivir")]
    [InlineData("ella ya no quiere")]
    [InlineData("mi hija ya no quiere ir con el señor")]
    [InlineData("le dije que no me escriba y siguio mandando mensajes a mi hija todos los dias y ahora dice: no me molesten")]
    [InlineData("ya no quiero estar en esa casa")]
    [InlineData("vivo en el alto")]
    [InlineData("Alta Verapaz")]
    [InlineData("Baja Verapaz")]
    [InlineData("no la dejan salir")]
    [InlineData("no me dejan salir de la casa")]
    [InlineData("no quiero que me pegue mas")]
    [InlineData("no mandan dinero a su mamá")]
    [InlineData("le quitaron su numero y su celular")]
    [InlineData("dejen de hacerle daño")]
    [InlineData("no me llama mi hija")]
    [InlineData("mas")]
    [InlineData("no")]
    [InlineData("ya no")]
    [InlineData("gracias")]
    [InlineData("")]
    public void A_story_never_stops(string text) => Assert.False(Words.PoliteStop(text));

    [Theory]
    [InlineData("mi hermana esta en peligro en la mina")]
    [InlineData("vengan rapido auxilio esta con cuchillo")]
    [InlineData("dice que me va a matar si cuento")]
    [InlineData("no la dejan salir, hay peligro")]
    [InlineData("no se si esta en peligro")]
    [InlineData("es una emergencia vengan")]
    public void Danger_is_heard_inside_a_story(string text) => Assert.True(Words.DangerInside(text));

    [Theory]
    [InlineData("no hay peligro ahora")]
    [InlineData("ya no esta en peligro, gracias")]
    [InlineData("no corre ningun peligro creo")]
    [InlineData("nadie esta en peligro")]
    [InlineData("se la llevaron a santa cruz a trabajar")]
    [InlineData("mi hija no me quiere hablar")]
    [InlineData("ayudame a cargar la leña")]
    [InlineData("")]
    public void Danger_is_not_heard_where_it_is_denied_or_absent(string text) => Assert.False(Words.DangerInside(text));

    [Theory]
    [InlineData("es mi ija le ofresen trabajo en santa cruz una señora q no conosemos")]
    [InlineData("quiero contar algo pero el es autoridad")]
    [InlineData("tiene a una niña de servicio no sale nunca")]
    [InlineData("mi marido no me deja hablar con nadie")]
    [InlineData("wawayta apapusqanku llaqtaman mana kutimunchu")]
    [InlineData("mi mama me vendio")]
    [InlineData("me pega mi marido")]
    [InlineData("anoche se la llevaron")]
    public void Telling_something_reads_like_a_story(string text) => Assert.True(Words.ReadsLikeStory(text));

    [Theory]
    [InlineData("buenas tardes disculpe")]
    [InlineData("hola buenas tardes por favor")]
    [InlineData("ola es anonimo??")]
    [InlineData("que es esto")]
    [InlineData("quien es usted y de donde escribe?")]
    [InlineData("compre ya!!! www.ofertas.com gane mucho dinero")]
    [InlineData("tengo 13")]
    [InlineData("quiero hablar con una persona")]
    [InlineData("ya no quiero recibir mas mensajes por favor")]
    [InlineData("3")]
    [InlineData("")]
    public void A_greeting_a_question_or_a_word_is_no_story(string text) => Assert.False(Words.ReadsLikeStory(text));

    [Theory]
    [InlineData("BORRAR 123-456-7890", "erase", "123-456-7890")]
    [InlineData("taller 23 mujeres 4 hombres Tarabuco", "workshop", "23 mujeres 4 hombres Tarabuco")]
    [InlineData("borrar: 1234567890", "erase", "1234567890")]
    [InlineData("borrar", null, "")]
    [InlineData("cualquier cosa", null, "cosa")]
    public void A_word_may_lead_something(string text, string? concept, string rest)
    {
        Assert.Equal(concept, Words.Leading(text, LanguageTag.Spanish, out var said));
        Assert.Equal(rest, said);
    }

    [Fact]
    public void Any_text_in_any_language_is_read_without_an_exception() =>
        Gen.Select(Gen.OneOf(Gen.String[0, 200], Gen.String[Gen.Char["abeinos '¡.,\n1ñ"], 0, 60]), Gen.Int[0, LanguageTag.All.Count - 1]).Sample((text, l) =>
        {
            var language = LanguageTag.All[l];
            var concept = Words.Concept(text, language);
            Assert.True(concept is null || Repository.Keywords.Concepts.Contains(concept));
            _ = (Words.YesNo(text, language), Words.Number(text, language), WordReader.NumberInside(text), Words.DangerInside(text),
                Words.ReadsLikeStory(text), Words.PoliteStop(text), Words.Leading(text, language, out _));
        });
}
