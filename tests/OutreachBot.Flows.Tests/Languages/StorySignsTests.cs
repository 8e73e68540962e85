using CsCheck;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Languages;

public sealed class StorySignsTests
{
    private static readonly StorySigns Signs = new(Repository.Keywords);

    [Theory]
    [InlineData("si. tiene 16 añitos")]
    [InlineData("mi sobrina de 13 años")]
    [InlineData("una chica, 14 años")]
    [InlineData("tengo 13")]
    [InlineData("tiene trece años nomas")]
    [InlineData("tiene apenas 15 anos")]
    [InlineData("mi hija 15 años se fue")]
    [InlineData("son chicas de 14 y 15 años")]
    [InlineData("mi hija de 15 se fue con un señor")]
    [InlineData("una chica de 14 que trabaja de noche")]
    [InlineData("a los 13 años la casaron")]
    [InlineData("es menor de 18 años")]
    [InlineData("es menor de edad")]
    [InlineData("hay menores en el bar")]
    [InlineData("tiene a una niña de servicio no sale nunca")]
    [InlineData("estan llevando niños a la cosecha")]
    [InlineData("una nina vende en la plaza")]
    [InlineData("con su wawa en la espalda")]
    [InlineData("warmi wawata apapusqanku")]
    [InlineData("imilla wawaruw apxatapxi")]
    [InlineData("jun ak'al xbe")]
    [InlineData("una adolescente no vuelve")]
    [InlineData("lo vi con una patojita")]
    public void A_child_is_seen(string text) => Assert.True(Signs.Minor(text));

    [Theory]
    [InlineData("trabaja ahi hace 5 años")]
    [InlineData("hace como 3 años que no la veo")]
    [InlineData("llevo 10 años trabajando")]
    [InlineData("vive 4 años en la finca")]
    [InlineData("tiene 3 hijos")]
    [InlineData("mi hermana de 25 se fue")]
    [InlineData("mi prima de 12 hermanos")]
    [InlineData("tiene 25 años")]
    [InlineData("mi hermana tiene 18 años")]
    [InlineData("mayor de 16 años")]
    [InlineData("es mayor de edad")]
    [InlineData("no es menor de edad")]
    [InlineData("no hay niños")]
    [InlineData("cuando era niña vivia aqui")]
    [InlineData("desde niña trabaja")]
    [InlineData("mi hermana menor trabaja en la mina")]
    [InlineData("son 15 personas")]
    [InlineData("le pagan 10 bolivianos")]
    [InlineData("5 años atras")]
    [InlineData("tiene treinta y cinco años")]
    [InlineData("en dos mil nueve años antes")]
    [InlineData("dentro de dos años")]
    [InlineData("los ultimos 3 años")]
    [InlineData("el perro bebe agua")]
    [InlineData("cumple un año de vivir aqui")]
    [InlineData("en la sipas")]
    [InlineData("")]
    public void Where_there_is_no_child_none_is_seen(string text) => Assert.False(Signs.Minor(text));

    [Theory]
    [InlineData("todavia no. el domingo se va")]
    [InlineData("mañana viaja a santa cruz")]
    [InlineData("pasado mañana se la llevan")]
    [InlineData("el viernes la casan")]
    [InlineData("la proxima semana viajan")]
    [InlineData("el 15 de junio la van a entregar")]
    [InlineData("se la quieren llevar este sabado")]
    [InlineData("esta noche la sacan del pueblo")]
    [InlineData("dice que mañana va a venir y llevarla")]
    [InlineData("en dos dias parten")]
    public void A_coming_day_is_heard(string text) => Assert.True(StorySigns.Dated(text));

    [Theory]
    [InlineData("el domingo se fue")]
    [InlineData("el lunes se la llevaron")]
    [InlineData("mañana no viaja")]
    [InlineData("todos los domingos va a la feria")]
    [InlineData("por la mañana va a la escuela")]
    [InlineData("esta mañana la vi")]
    [InlineData("no se cuando se va")]
    [InlineData("se va a cansar")]
    [InlineData("")]
    public void A_day_gone_by_or_a_habit_is_no_coming_day(string text) => Assert.False(StorySigns.Dated(text));

    [Theory]
    [InlineData("no la dejan salir")]
    [InlineData("No le dejan ni salir ni llamar")]
    [InlineData("no me dejan ir a mi casa")]
    [InlineData("no puede irse")]
    [InlineData("tiene a una niña de servicio no sale nunca")]
    [InlineData("sigue ahí")]
    [InlineData("todavia esta en la casa del patron")]
    [InlineData("esta encerrada con candado")]
    [InlineData("la tienen encerrada")]
    [InlineData("no la sueltan hasta que pague")]
    [InlineData("nunca sale")]
    [InlineData("se llevaron a mi hija")]
    [InlineData("se la llevaron anoche")]
    [InlineData("un señor se llevo a mi hermana")]
    [InlineData("me quitaron a mi hijo y se lo llevaron")]
    [InlineData("mi hija desaparecio")]
    [InlineData("desaparecio mi sobrina desde el lunes")]
    [InlineData("mi hermana no aparece")]
    [InlineData("no aparece la chica")]
    [InlineData("mi hija se fue a trabajar y ya no contesta")]
    [InlineData("no sabemos nada de ella desde el domingo")]
    [InlineData("no ha vuelto a la casa mi nieta")]
    public void Somebody_held_is_noticed(string text) => Assert.True(StorySigns.Held(text));

    [Theory]
    [InlineData("no esta encerrada")]
    [InlineData("se llevaron mi celular")]
    [InlineData("se llevaron a mi hija pero ya volvio")]
    [InlineData("el patron no contesta")]
    [InlineData("mi hermana no aparece en la lista")]
    [InlineData("se llevaron bien")]
    [InlineData("me llevo bien con mi hija")]
    [InlineData("desaparecio la plata")]
    [InlineData("estaba encerrada pero ya salio")]
    [InlineData("no la dejaban salir. ya la soltaron")]
    [InlineData("no sale en la foto")]
    [InlineData("no puedo ir manana a la reunion, no me dejan en el trabajo pero ya salio mi hija")]
    [InlineData("el patron no paga")]
    [InlineData("quiere salir adelante")]
    [InlineData("")]
    public void Who_is_free_is_not_held(string text) => Assert.False(StorySigns.Held(text));

    [Fact]
    public void Any_story_is_read_without_an_exception() =>
        Gen.OneOf(Gen.String[0, 400], Gen.String[Gen.Char["abelnos 1679ñ.,"], 0, 400]).Sample(text =>
        {
            _ = (Signs.Minor(text), StorySigns.Dated(text), StorySigns.Held(text));
        });
}
