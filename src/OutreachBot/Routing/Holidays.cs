namespace OutreachBot.Routing;

/// <summary>Days on which nobody is on duty by the calendar; <see cref="HolidayRules"/> has them with their sources.</summary>
internal static class Holidays
{
    /// <param name="place">A country, a department or a municipality: days of a department hold in it alone. None: Bolivia.</param>
    public static bool IsHoliday(string? place, DateOnly day)
    {
        var where = place ?? "BO";
        return HolidayRules.MovedByDecree.TryGetValue((where[..2], day), out var isFree)
            ? isFree
            : HolidayRules.All.Any(rule => rule.HoldsIn(where) && rule.Falls(day));
    }

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
}
