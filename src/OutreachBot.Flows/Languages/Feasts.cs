namespace OutreachBot.Flows.Languages;

/// <summary>The feasts by which people remember a day: the last one that has begun.</summary>
/// <remarks>Easter by the Gregorian computus in the form of Meeus, Jones and Butcher; the others count from it or are fixed.</remarks>
internal static class Feasts
{
    /// <summary>From Palm Sunday to Easter.</summary>
    public static DateRange HolyWeek(DateOnly today) => Last(today, y => new DateRange(Easter(y).AddDays(-7), Easter(y)));

    /// <summary>Saturday to Shrove Tuesday, the eve of Ash Wednesday.</summary>
    public static DateRange Carnival(DateOnly today) => Last(today, y => new DateRange(Easter(y).AddDays(-50), Easter(y).AddDays(-47)));

    /// <summary>The first two days of November.</summary>
    public static DateRange AllSaints(DateOnly today) => Last(today, y => new DateRange(new DateOnly(y, 11, 1), new DateOnly(y, 11, 2)));

    public static DateRange Christmas(DateOnly today) => Last(today, y => new DateRange(new DateOnly(y, 12, 24), new DateOnly(y, 12, 25)));

    private static DateRange Last(DateOnly today, Func<int, DateRange> feast) =>
        feast(today.Year) is var thisYear && thisYear.From <= today ? thisYear : feast(today.Year - 1);

    private static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var (century, ofCentury) = Math.DivRem(year, 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (ofCentury / 4)) - epact - (ofCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var (month, day) = Math.DivRem(epact + weekday - (7 * late) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
