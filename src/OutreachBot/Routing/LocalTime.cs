namespace OutreachBot.Routing;

/// <summary>Local time of the two countries, and the hours in which people are on duty or awake.</summary>
/// <remarks>
/// La Paz is UTC−4, Guatemala UTC−6; neither has daylight saving. A place is a country or an id within one; without one it is
/// La Paz, where a day is over earlier.
/// </remarks>
internal static class LocalTime
{
    /// <summary>First hour of duty.</summary>
    public const int DutyBegins = 7;

    /// <summary>The hour at which duty has ended.</summary>
    public const int DutyEnds = 19;

    /// <summary>The hour from which a phone may ring for what isn't urgent.</summary>
    public const int DayBegins = 6;

    /// <summary>The hour from which it may not.</summary>
    public const int DayEnds = 22;

    public static DateTimeOffset In(string? place, DateTimeOffset moment) => moment.ToOffset(OffsetOf(place));

    public static DateOnly DayOf(string? place, DateTimeOffset moment) => DateOnly.FromDateTime(In(place, moment).DateTime);

    /// <summary>Monday to Saturday, but for holidays.</summary>
    public static bool IsDutyDay(string? place, DateOnly day) =>
        day.DayOfWeek != DayOfWeek.Sunday && !Holidays.IsHoliday(place, day);

    public static bool IsDutyTime(string? place, DateTimeOffset moment)
    {
        var local = In(place, moment);
        return local.Hour is >= DutyBegins and < DutyEnds && IsDutyDay(place, DateOnly.FromDateTime(local.DateTime));
    }

    public static bool IsDay(string? place, DateTimeOffset moment) => In(place, moment).Hour is >= DayBegins and < DayEnds;

    /// <summary>An hour of a local day.</summary>
    public static DateTimeOffset At(string? place, DateOnly day, int hour) => new(day.ToDateTime(new TimeOnly(hour, 0)), OffsetOf(place));

    private static TimeSpan OffsetOf(string? place) =>
        TimeSpan.FromHours(place is not null && place.StartsWith("GT", StringComparison.Ordinal) ? -6 : -4);
}
