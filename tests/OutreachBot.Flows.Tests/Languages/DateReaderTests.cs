using CsCheck;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Tests.Languages;

public sealed class DateReaderTests
{
    // A Wednesday.
    private static readonly DateOnly Today = new(2026, 11, 25);

    [Theory]
    [InlineData("hoy", "2026-11-25")]
    [InlineData("Hoy en la mañana", "2026-11-25")]
    [InlineData("ayer por la noche", "2026-11-24")]
    [InlineData("anteayer", "2026-11-23")]
    [InlineData("antes de ayer", "2026-11-23")]
    [InlineData("esta mañana", "2026-11-25")]
    [InlineData("mañana", "2026-11-26")]
    [InlineData("hace 3 días", "2026-11-22")]
    [InlineData("hace como tres dias", "2026-11-22")]
    [InlineData("hace un dia", "2026-11-24")]
    [InlineData("hace dos semanas", "2026-11-08/2026-11-14")]
    [InlineData("hace un mes", "2026-10-01/2026-10-31")]
    [InlineData("hace 2 años", "2024-01-01/2024-12-31")]
    [InlineData("el lunes", "2026-11-23")]
    [InlineData("el miércoles", "2026-11-18")]
    [InlineData("el jueves pasado", "2026-11-19")]
    [InlineData("el próximo jueves", "2026-11-26")]
    [InlineData("el miercoles que viene", "2026-12-02")]
    [InlineData("el 12 de mayo", "2026-05-12")]
    [InlineData("12 de diciembre", "2025-12-12")]
    [InlineData("1ro de mayo del 2025", "2025-05-01")]
    [InlineData("12 de setiembre de 2024", "2024-09-12")]
    [InlineData("12/05/2026", "2026-05-12")]
    [InlineData("12/5", "2026-05-12")]
    [InlineData("12-05-24", "2024-05-12")]
    [InlineData("2026-05-12", "2026-05-12")]
    [InlineData("esta semana", "2026-11-23/2026-11-25")]
    [InlineData("la semana pasada", "2026-11-16/2026-11-22")]
    [InlineData("el fin de semana", "2026-11-21/2026-11-22")]
    [InlineData("este mes", "2026-11-01/2026-11-25")]
    [InlineData("el mes pasado", "2026-10-01/2026-10-31")]
    [InlineData("en mayo", "2026-05-01/2026-05-31")]
    [InlineData("el año pasado", "2025-01-01/2025-12-31")]
    [InlineData("en 2019", "2019-01-01/2019-12-31")]
    [InlineData("se la llevaron el sabado a la ciudad", "2026-11-21")]
    [InlineData("29 de febrero", "2024-02-29")]
    [InlineData("hace ratito", "2026-11-25")]
    [InlineData("antier", "2026-11-23")]
    [InlineData("anoche", "2026-11-24")]
    [InlineData("ase 3 dias", "2026-11-22")]
    [InlineData("aller en la tarde", "2026-11-24")]
    [InlineData("el savado", "2026-11-21")]
    [InlineData("hace como un mes", "2026-10-01/2026-10-31")]
    [InlineData("hace un año y medio", "2025-03-25/2025-07-25")]
    [InlineData("hace medio año", "2026-05-01/2026-05-31")]
    [InlineData("hace unos dias", "2026-11-19/2026-11-23")]
    [InlineData("este domingo", "2026-11-22")]
    [InlineData("el lunes pasado", "2026-11-23")]
    [InlineData("el 15 de marzo", "2026-03-15")]
    [InlineData("15/3", "2026-03-15")]
    [InlineData("15-03-2026", "2026-03-15")]
    [InlineData("a principios de octubre", "2026-10-01/2026-10-10")]
    [InlineData("a mediados de septiembre", "2026-09-10/2026-09-20")]
    [InlineData("a fines de nobiembre", "2026-11-21/2026-11-30")]
    [InlineData("desde enero", "2026-01-01/2026-11-25")]
    [InlineData("en semana santa", "2026-03-29/2026-04-05")]
    [InlineData("en Todos Santos", "2026-11-01/2026-11-02")]
    [InlineData("para carnavales", "2026-02-14/2026-02-17")]
    [InlineData("12-05-85", "1985-05-12")]
    [InlineData("31 de junio", "2026-06-01/2026-06-30")]
    public void A_day_or_days_are_read(string text, string expected) => Assert.Equal(expected, DateReader.Read(text, Today)?.ToString());

    [Theory]
    [InlineData("no me acuerdo")]
    [InlineData("por la mañana")]
    [InlineData("hace tiempo")]
    [InlineData("3")]
    [InlineData("123-456-7890")]
    [InlineData("hace 99999999 dias")]
    [InlineData("31/2")]
    [InlineData("31-02-2026")]
    [InlineData("12/05/2150")]
    [InlineData("partes")]
    [InlineData("hace mucho")]
    [InlineData("")]
    public void What_names_no_day_is_none(string text) => Assert.Null(DateReader.Read(text, Today));

    [Fact]
    public void Any_text_on_any_day_is_read_without_an_exception() =>
        Gen.Select(
            Gen.OneOf(Gen.String[0, 100], Gen.Int[0, 11].Select(i => new[] { "hace", "12", "31", "de", "mayo", "2024", "lunes", "semana", "que", "viene", "99/99", "esta" }[i]).Array[0, 8].Select(w => string.Join(' ', w))),
            Gen.Int[0, 20_000]).Sample((text, day) =>
        {
            var range = DateReader.Read(text, new DateOnly(2000, 1, 1).AddDays(day));
            var year = 2000 + (day / 366);
            Assert.True(range is null || (range.Value.From <= range.Value.To && range.Value.From.Year >= year - 102 && range.Value.To.Year <= year + 5));
        });
}
