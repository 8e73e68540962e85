using OutreachBot.Responders;

namespace OutreachBot.Routing;

/// <summary>Urgent: 10 minutes, at any hour. High: 30 minutes from 06 to 22, else at 06. Normal: 60 minutes of duty.</summary>
/// <remarks>
/// A holiday makes no hour of duty, so what is normal waits over it, until <see cref="CoordinatorBy"/>. What is high (a child,
/// somebody held) is not held up by it: there a holiday counts through the people, for whoever is on duty on that day goes
/// before whoever isn't (<see cref="Scoring"/>).
/// </remarks>
internal sealed class EscalationClock : IEscalationClock
{
    /// <summary>The last hour at which somebody may be told so that she still sees it before the night.</summary>
    private const int Evening = 21;

    /// <summary>Nothing may be unseen for over 12 hours: whoever is told last has one to see it in.</summary>
    private static readonly TimeSpan Ceiling = TimeSpan.FromHours(11);

    /// <summary>No hours of duty are farther apart, over any feast.</summary>
    private static readonly TimeSpan LongestWalk = TimeSpan.FromDays(14);

    private static readonly TimeSpan Urgent = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan High = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Normal = TimeSpan.FromMinutes(60);

    /// <summary>A step due at the last minute of the day's duty may come a little after it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);

    public DateTimeOffset DueAt(Urgency urgency, string? place, DateTimeOffset now, Responder? asked) => urgency switch
    {
        Urgency.Urgent => now + Urgent,
        Urgency.High => HighFrom(place, now).ToUniversalTime(),
        _ => OnDuty(place, now, Normal, asked).ToUniversalTime(),
    };

    public DateTimeOffset StepFrom(Urgency urgency, string? place, DateTimeOffset moment, Responder? asked) => urgency switch
    {
        Urgency.Urgent => moment,
        Urgency.High => LocalTime.IsDay(place, moment) || LocalTime.IsDay(place, moment - Grace) ? moment : Morning(place, moment).ToUniversalTime(),
        _ => IsDuty(place, moment - Grace, asked) && LocalTime.IsDay(place, moment) ? moment : OnDuty(place, moment, TimeSpan.Zero, asked).ToUniversalTime(),
    };

    public DateTimeOffset CoordinatorBy(string? place, DateTimeOffset now) => ByDay(Urgency.Normal, place, now, now + Ceiling);

    public DateTimeOffset ByDay(Urgency urgency, string? place, DateTimeOffset now, DateTimeOffset wished)
    {
        if (urgency == Urgency.Urgent || LocalTime.IsDay(place, wished))
        {
            return wished;
        }
        var morning = Morning(place, wished);
        var evening = LocalTime.At(place, LocalTime.DayOf(place, morning).AddDays(-1), Evening);
        return (evening > now ? evening : morning).ToUniversalTime();
    }

    private static DateTimeOffset HighFrom(string? place, DateTimeOffset now)
    {
        if (!LocalTime.IsDay(place, now))
        {
            return Morning(place, now);
        }
        var due = now + High;
        return LocalTime.IsDay(place, due) ? due : Morning(place, due);
    }

    /// <summary>The next 06 after a moment of the night.</summary>
    private static DateTimeOffset Morning(string? place, DateTimeOffset night)
    {
        var local = LocalTime.In(place, night);
        var day = DateOnly.FromDateTime(local.DateTime);
        return LocalTime.At(place, local.Hour < LocalTime.DayBegins ? day : day.AddDays(1), LocalTime.DayBegins);
    }

    /// <summary>When so much time of duty has passed.</summary>
    private static DateTimeOffset OnDuty(string? place, DateTimeOffset now, TimeSpan left, Responder? asked) =>
        asked?.Hours is null ? InHouseHours(place, now, left) : InHerHours(place, now, left, asked);

    private static bool IsDuty(string? place, DateTimeOffset moment, Responder? asked) =>
        asked?.Hours is null ? LocalTime.IsDutyTime(place, moment)
        // TURNO said outside of her hours holds until DESCANSO; where it ends before, this errs by hours at most.
        : asked.OutOfHours ? LocalTime.IsDay(place, moment)
        : DutyTimes.IsDutyTime(asked, moment);

    // Hours of her own may be any: they are walked minute by minute. The step rings at somebody else's, so it is taken by day.
    private static DateTimeOffset InHerHours(string? place, DateTimeOffset now, TimeSpan left, Responder asked)
    {
        var minute = TimeSpan.FromMinutes(1);
        var end = now + LongestWalk;
        var at = now;
        for (; at < end && (left > TimeSpan.Zero || !IsDuty(place, at, asked)); at += minute)
        {
            if (IsDuty(place, at, asked))
            {
                left -= minute;
                if (left <= TimeSpan.Zero)
                {
                    at += minute;
                    break;
                }
            }
        }
        return LocalTime.IsDay(place, at) ? at : Morning(place, at);
    }

    private static DateTimeOffset InHouseHours(string? place, DateTimeOffset now, TimeSpan left)
    {
        var at = LocalTime.In(place, now);
        for (var day = DateOnly.FromDateTime(at.DateTime); ; day = day.AddDays(1))
        {
            var begins = LocalTime.At(place, day, LocalTime.DutyBegins);
            var ends = LocalTime.At(place, day, LocalTime.DutyEnds);
            if (!LocalTime.IsDutyDay(place, day) || at >= ends)
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
