using System.Collections.Frozen;

namespace OutreachBot.Routing;

/// <summary>The holidays of both countries, each with where it is written.</summary>
/// <remarks>
/// Neither law was read in its gazette: what stands here was read where others quote it, or is cited from memory, and each row
/// says which. Days that a later year's own decree moves or adds are not known; nor are the feasts of towns. Half days are days
/// of duty. A day wrongly taken for free holds up what is normal for eleven hours at most: then a coordinator has it.
/// </remarks>
internal static class HolidayRules
{
    private const string Labour = "Decreto Supremo 2750 of 1 May 2016, article 2; list by Correo del Sur, 2 January 2022";
    private const string Solstice = "Decreto Supremo 173 of 17 June 2009, quoted by El Diario, 12 June 2015";
    private const string Departmental = "the department's own day; cited from memory";
    private const string Code = "Código de Trabajo, article 127, quoted by Prensa Libre, 25 August 2025";
    private const string Tourism = Code + "; moved by Decreto 19-2018, which since April 2020 moves this day alone (Corte de Constitucionalidad), quoted by leydenegocios.com for 2023";

    public static readonly IReadOnlyList<HolidayRule> All =
    [
        new("BO", "Año Nuevo", 1, 1, HolidayMove.SundayToMonday, Labour),
        new("BO", "Estado Plurinacional", 1, 22, HolidayMove.SundayToMonday, Labour),
        new("BO", "Lunes de Carnaval", 0, -48, HolidayMove.Stays, Labour + "; Ministerio de Trabajo, communiqué 3/2023"),
        new("BO", "Martes de Carnaval", 0, -47, HolidayMove.Stays, Labour + "; Ministerio de Trabajo, communiqué 3/2023"),
        new("BO", "Viernes Santo", 0, -2, HolidayMove.Stays, "Decreto Supremo 2750, article 2, quoted by a Decreto Supremo of 2020"),
        new("BO", "Día del Trabajo", 5, 1, HolidayMove.SundayToMonday, Labour),
        new("BO", "Corpus Christi", 0, 60, HolidayMove.Stays, Labour),
        new("BO", "Año Nuevo Andino", 6, 21, HolidayMove.SundayToMonday, Solstice + "; moved when on a Sunday since 2016"),
        new("BO", "Independencia", 8, 6, HolidayMove.SundayToMonday, Labour),
        new("BO", "Todos Santos", 11, 2, HolidayMove.Stays, Labour + "; on a Sunday moved by the year's own decree"),
        new("BO", "Navidad", 12, 25, HolidayMove.SundayToMonday, Labour),

        new("BO-01", "Chuquisaca", 5, 25, HolidayMove.Stays, "Correo del Sur, 2 January 2022: as a rule declared"),
        new("BO-02", "La Paz", 7, 16, HolidayMove.Stays, Departmental),
        new("BO-03", "Cochabamba", 9, 14, HolidayMove.Stays, Departmental),
        new("BO-04", "Oruro", 2, 10, HolidayMove.Stays, "Decreto Supremo 1484 of 6 February 2013, which moved it in that year"),
        new("BO-05", "Potosí", 11, 10, HolidayMove.Stays, Departmental),
        new("BO-06", "Tarija", 4, 15, HolidayMove.Stays, Departmental),
        new("BO-07", "Santa Cruz", 9, 24, HolidayMove.Stays, Departmental),
        new("BO-08", "Beni", 11, 18, HolidayMove.Stays, Departmental),
        new("BO-09", "Pando", 10, 11, HolidayMove.Stays, Departmental),

        new("GT", "Año Nuevo", 1, 1, HolidayMove.Stays, Code),
        new("GT", "Jueves Santo", 0, -3, HolidayMove.Stays, Code),
        new("GT", "Viernes Santo", 0, -2, HolidayMove.Stays, Code),
        new("GT", "Sábado Santo", 0, -1, HolidayMove.Stays, Code),
        new("GT", "Día del Trabajo", 5, 1, HolidayMove.Stays, Code),
        new("GT", "Día del Ejército", 6, 30, HolidayMove.ToNearestMonday, Tourism),
        new("GT", "Independencia", 9, 15, HolidayMove.Stays, Code),
        new("GT", "Revolución", 10, 20, HolidayMove.Stays, Code),
        new("GT", "Todos los Santos", 11, 1, HolidayMove.Stays, Code),
        new("GT", "Navidad", 12, 25, HolidayMove.Stays, Code),
    ];

    /// <summary>Single days that a decree of their year made free, or a day of work.</summary>
    /// <remarks>
    /// Bolivia 2025: 7 August (decree of the bicentenary, reported 30 July 2025), 3 November (reported 29 October 2025). 2026:
    /// Decreto Supremo 5521 of 13 January 2026 (reported by several papers), and 2 January by an earlier one.
    /// </remarks>
    public static readonly FrozenDictionary<(string Country, DateOnly Day), bool> MovedByDecree = new Dictionary<(string, DateOnly), bool>
    {
        [("BO", new(2025, 8, 7))] = true,
        [("BO", new(2025, 11, 3))] = true,
        [("BO", new(2026, 1, 2))] = true,
        [("BO", new(2026, 1, 22))] = false,
        [("BO", new(2026, 1, 23))] = true,
        [("BO", new(2026, 6, 5))] = true,
        [("BO", new(2026, 6, 22))] = true,
        [("BO", new(2026, 8, 7))] = true,
    }.ToFrozenDictionary();
}
