namespace OutreachBot.Routing;

/// <summary>What becomes of a holiday on a day that is free anyway, or in the middle of a week.</summary>
internal enum HolidayMove
{
    Stays,

    /// <summary>On a Sunday, the Monday after it is free as well.</summary>
    SundayToMonday,

    /// <summary>Tuesday and Wednesday go to the Monday before, Thursday to Sunday to the Monday after.</summary>
    ToNearestMonday,
}

/// <summary>A day that is free every year.</summary>
/// <param name="Place">A country, or a department of it.</param>
/// <param name="Month">0 for a day that goes by Easter.</param>
/// <param name="Day">Of the month; else days after Easter Sunday, negative before.</param>
/// <param name="Source">Where it is written, and how far that was read.</param>
internal sealed record HolidayRule(string Place, string Name, int Month, int Day, HolidayMove Move, string Source)
{
    public override string ToString() => "[holiday]";

    public bool HoldsIn(string place) => place.StartsWith(Place, StringComparison.Ordinal);

    public bool Falls(DateOnly day)
    {
        var own = Month == 0 ? Holidays.EasterOf(day.Year).AddDays(Day) : new DateOnly(day.Year, Month, Day);
        return Move switch
        {
            HolidayMove.SundayToMonday => day == own || (own.DayOfWeek == DayOfWeek.Sunday && day == own.AddDays(1)),
            HolidayMove.ToNearestMonday => day == NearestMonday(own),
            _ => day == own,
        };
    }

    private static DateOnly NearestMonday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Monday => day,
        DayOfWeek.Tuesday => day.AddDays(-1),
        DayOfWeek.Wednesday => day.AddDays(-2),
        DayOfWeek.Sunday => day.AddDays(1),
        var later => day.AddDays(8 - (int)later),
    };
}
