using OutreachBot.Responders;

namespace OutreachBot.Routing;

/// <summary>When an alert that nobody answers goes further, and when a phone may ring for it.</summary>
/// <remarks>A place is a country or an id within one: its local time and its holidays count; null: La Paz.</remarks>
internal interface IEscalationClock
{
    /// <param name="asked">Whose hours of duty count where her record has some; null: the house's.</param>
    DateTimeOffset DueAt(Urgency urgency, string? place, DateTimeOffset now, Responder? asked);

    /// <summary>The first moment from one on at which a step may be taken that has become late: a machine that stood still for a night wakes nobody when it starts again.</summary>
    DateTimeOffset StepFrom(Urgency urgency, string? place, DateTimeOffset moment, Responder? asked);

    /// <summary>When a coordinator is told of what nobody has taken, whatever the calendar says: by day, and early enough that it is seen within twelve hours.</summary>
    DateTimeOffset CoordinatorBy(string? place, DateTimeOffset now);

    /// <summary>A moment by day in the place of one that may be at night: the evening before it if that is still to come, else the morning after.</summary>
    DateTimeOffset ByDay(Urgency urgency, string? place, DateTimeOffset now, DateTimeOffset wished);
}
