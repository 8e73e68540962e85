namespace OutreachBot.Routing;

/// <summary>Days on which nobody is on duty by the calendar.</summary>
/// <remarks>
/// Bolivia: national holidays by Decreto Supremo 2750 of 2016 (1 and 22 January, Carnival Monday and Tuesday, Good Friday,
/// 1 May, Corpus Christi, 21 June, 6 August, 2 November, 25 December). Guatemala: Código de Trabajo, article 127 (1 January,
/// Thursday to Saturday before Easter, 1 May, 30 June, 15 September, 20 October, 1 November, 25 December; half days are days
/// of duty). Days moved by a year's own decree are not known here: the table then errs towards alerting.
/// </remarks>
internal static class Holidays
{
    public static bool IsHoliday(string? country, DateOnly day) => country switch
    {
        "GT" => IsGuatemalan(day),
        _ => IsBolivian(day),
    };

    /// <summary>Easter Sunday of the Gregorian calendar.</summary>
    /// <remarks>Anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8).</remarks>
    public static DateOnly EasterOf(int year)
    {
        var a = year % 19;
        var b = year / 100;
        var c = year % 100;
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var days = h + l - (7 * m) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }

    private static bool IsBolivian(DateOnly day) =>
        (day.Month, day.Day) is (1, 1) or (1, 22) or (5, 1) or (6, 21) or (8, 6) or (11, 2) or (12, 25)
        || FromEaster(day) is -48 or -47 or -2 or 60;

    private static bool IsGuatemalan(DateOnly day) =>
        (day.Month, day.Day) is (1, 1) or (5, 1) or (6, 30) or (9, 15) or (10, 20) or (11, 1) or (12, 25)
        || FromEaster(day) is -3 or -2 or -1;

    private static int FromEaster(DateOnly day) => day.DayNumber - EasterOf(day.Year).DayNumber;
}
