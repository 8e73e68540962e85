namespace OutreachBot.Routing;

/// <summary>Local time of the two countries, and the hours in which people are on duty.</summary>
/// <remarks>La Paz is UTC−4, Guatemala UTC−6; neither has daylight saving.</remarks>
internal static class LocalTime
{
    /// <summary>First hour of duty.</summary>
    public const int DutyBegins = 7;

    /// <summary>The hour at which duty has ended.</summary>
    public const int DutyEnds = 19;

    /// <param name="country">Without one La Paz, the earlier day.</param>
    public static DateTimeOffset In(string? country, DateTimeOffset moment) => moment.ToOffset(OffsetOf(country));

    /// <summary>Monday to Saturday, but for holidays.</summary>
    public static bool IsDutyDay(string? country, DateOnly day) =>
        day.DayOfWeek != DayOfWeek.Sunday && !Holidays.IsHoliday(country, day);

    public static bool IsDutyTime(string? country, DateTimeOffset moment)
    {
        var local = In(country, moment);
        return local.Hour is >= DutyBegins and < DutyEnds && IsDutyDay(country, DateOnly.FromDateTime(local.DateTime));
    }

    /// <summary>An hour of a local day.</summary>
    public static DateTimeOffset At(string? country, DateOnly day, int hour) => new(day.ToDateTime(new TimeOnly(hour, 0)), OffsetOf(country));

    private static TimeSpan OffsetOf(string? country) => TimeSpan.FromHours(country == "GT" ? -6 : -4);
}
