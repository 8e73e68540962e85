namespace OutreachBot.Routing;

/// <summary>Urgent: 10 minutes, at any hour. High: 30 minutes from 06 to 22, else at 06. Normal: 60 minutes of duty.</summary>
/// <remarks>
/// A holiday makes no hour of duty, so what is normal waits over it; what is high (a child, somebody held) goes on by the
/// hours of the day alone, for else a long weekend would leave it unseen for days.
/// </remarks>
internal sealed class EscalationClock : IEscalationClock
{
    private const int DayBegins = 6;
    private const int DayEnds = 22;

    private static readonly TimeSpan Urgent = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan High = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Normal = TimeSpan.FromMinutes(60);

    public DateTimeOffset DueAt(Urgency urgency, string? country, DateTimeOffset now) => urgency switch
    {
        Urgency.Urgent => now + Urgent,
        Urgency.High => HighFrom(country, now).ToUniversalTime(),
        _ => NormalFrom(country, now).ToUniversalTime(),
    };

    private static DateTimeOffset HighFrom(string? country, DateTimeOffset now)
    {
        var local = LocalTime.In(country, now);
        var today = DateOnly.FromDateTime(local.DateTime);
        if (local.Hour < DayBegins)
        {
            return LocalTime.At(country, today, DayBegins);
        }
        return local + High is var due && due < LocalTime.At(country, today, DayEnds)
            ? due
            : LocalTime.At(country, today.AddDays(1), DayBegins);
    }

    private static DateTimeOffset NormalFrom(string? country, DateTimeOffset now)
    {
        var left = Normal;
        var at = LocalTime.In(country, now);
        for (var day = DateOnly.FromDateTime(at.DateTime); ; day = day.AddDays(1))
        {
            var begins = LocalTime.At(country, day, LocalTime.DutyBegins);
            var ends = LocalTime.At(country, day, LocalTime.DutyEnds);
            if (!LocalTime.IsDutyDay(country, day) || at >= ends)
            {
                continue;
            }
            var from = at > begins ? at : begins;
            if (from + left <= ends)
            {
                return from + left;
            }
            left -= ends - from;
        }
    }
}
