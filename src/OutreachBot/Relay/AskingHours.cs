namespace OutreachBot.Relay;

/// <summary>The part of the day in which a reporter wants to be written to.</summary>
internal static class AskingHours
{
    /// <param name="wish"><c>morning</c>, <c>afternoon</c>, <c>evening</c>; anything else: any hour.</param>
    /// <param name="offset">Of her local time from UTC.</param>
    /// <returns><paramref name="now"/> when it lies within, else when the part begins next.</returns>
    public static DateTimeOffset Next(string? wish, TimeSpan offset, DateTimeOffset now)
    {
        if (HoursOf(wish) is not (var from, var to))
        {
            return now;
        }
        var local = now.ToOffset(offset);
        var begins = new DateTimeOffset(local.Date, offset) + from;
        return local < begins ? begins
            : local.TimeOfDay < to ? now
            : begins.AddDays(1);
    }

    private static (TimeSpan From, TimeSpan To)? HoursOf(string? wish) => wish switch
    {
        "morning" => (TimeSpan.FromHours(7), TimeSpan.FromHours(12)),
        "afternoon" => (TimeSpan.FromHours(12), TimeSpan.FromHours(18)),
        "evening" => (TimeSpan.FromHours(18), TimeSpan.FromHours(21)),
        _ => null,
    };
}
