using OutreachBot.Responders;

namespace OutreachBot.Routing;

/// <summary>Who is on duty when: by her own record, else 07–19 local, Monday to Saturday.</summary>
/// <remarks>
/// Without hours of her own TURNO alone decides, at any hour. Hours of her own leave the rest of the day free: off duty she gets
/// what is urgent, without a place, as after DESCANSO. TURNO said outside of them holds until DESCANSO or her next hours, half a day at most.
/// </remarks>
internal sealed class DutyTimes : IDutyTimes
{
    public static bool IsDutyTime(Responder responder, DateTimeOffset now) => responder.Hours is { } hours
        ? hours.Cover(LocalTime.In(responder.Country, now).DateTime, day => Holidays.IsHoliday(responder.Country, day))
        : LocalTime.IsDutyTime(responder.Country, now);

    public static bool IsOnDuty(Responder responder, DateTimeOffset now) =>
        responder.OnDuty && (responder.Hours is null || responder.OutOfHours || IsDutyTime(responder, now));

    bool IDutyTimes.IsDutyTime(Responder responder, DateTimeOffset now) => IsDutyTime(responder, now);

    bool IDutyTimes.IsOnDuty(Responder responder, DateTimeOffset now) => IsOnDuty(responder, now);
}
