using CsCheck;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Routing;

public sealed class EscalationClockTests
{
    private static readonly EscalationClock Clock = new();

    // Local times: La Paz is UTC-4, Guatemala UTC-6. 2 March 2026 is a Monday.
    [Theory]
    [InlineData("urgent", "BO", "2026-03-02T03:00", "2026-03-02T03:10")]
    [InlineData("urgent", "GT", "2026-12-25T23:55", "2026-12-26T00:05")]
    [InlineData("high", "BO", "2026-03-02T06:00", "2026-03-02T06:30")]
    [InlineData("high", "BO", "2026-03-02T05:59", "2026-03-02T06:00")]
    [InlineData("high", "BO", "2026-03-02T21:15", "2026-03-02T21:45")]
    [InlineData("high", "BO", "2026-03-02T21:45", "2026-03-03T06:00")]
    [InlineData("high", "BO", "2026-03-02T22:00", "2026-03-03T06:00")]
    [InlineData("high", "GT", "2026-03-01T10:00", "2026-03-01T10:30")]
    [InlineData("normal", "BO", "2026-03-02T10:00", "2026-03-02T11:00")]
    [InlineData("normal", "BO", "2026-03-02T18:40", "2026-03-03T07:40")]
    [InlineData("normal", "BO", "2026-03-02T18:00", "2026-03-02T19:00")]
    [InlineData("normal", "BO", "2026-03-02T03:00", "2026-03-02T08:00")]
    [InlineData("normal", "BO", "2026-02-28T18:30", "2026-03-02T07:30")]
    [InlineData("normal", "GT", "2026-03-01T12:00", "2026-03-02T08:00")]
    [InlineData("normal", "BO", "2026-08-06T09:00", "2026-08-08T08:00")]
    [InlineData("normal", "BO", "2027-08-06T09:00", "2027-08-07T08:00")]
    [InlineData("normal", "BO-01", "2026-05-25T09:00", "2026-05-26T08:00")]
    [InlineData("normal", "BO-02", "2026-05-25T09:00", "2026-05-25T10:00")]
    [InlineData("high", "BO", "2026-08-06T09:00", "2026-08-06T09:30")]
    [InlineData("normal", "GT", "2026-09-14T18:30", "2026-09-16T07:30")]
    [InlineData("normal", "GT", "2026-04-01T18:59", "2026-04-06T07:59")]
    public void The_next_step_is_due_as_the_urgency_and_the_local_hour_say(string urgency, string country, string local, string due)
    {
        var offset = TimeSpan.FromHours(country.StartsWith("BO") ? -4 : -6);

        var actual = Clock.DueAt(Enum.Parse<Urgency>(urgency, ignoreCase: true), country, new DateTimeOffset(DateTime.Parse(local), offset), asked: null);

        Assert.Equal(new DateTimeOffset(DateTime.Parse(due), offset), actual);
    }

    [Theory]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2038, "2038-04-25")]
    public void Easter_falls_on_its_day(int year, string day) => Assert.Equal(DateOnly.Parse(day), Holidays.EasterOf(year));

    [Theory]
    [InlineData("BO", "2026-01-22", false)]
    [InlineData("BO", "2026-01-23", true)]
    [InlineData("BO", "2027-01-22", true)]
    [InlineData("BO", "2022-05-02", true)]
    [InlineData("BO", "2022-12-26", true)]
    [InlineData("BO-010601", "2026-05-25", true)]
    [InlineData("BO-020101", "2026-05-25", false)]
    [InlineData("BO", "2026-05-25", false)]
    [InlineData("GT", "2023-06-30", false)]
    [InlineData("GT", "2023-07-03", true)]
    [InlineData("GT", "2026-06-29", true)]
    [InlineData("GT-1406", "2026-10-20", true)]
    [InlineData("BO", "2026-02-16", true)]
    [InlineData("BO", "2026-02-17", true)]
    [InlineData("BO", "2026-02-18", false)]
    [InlineData("BO", "2026-06-04", true)]
    [InlineData("BO", "2026-06-21", true)]
    [InlineData("GT", "2026-02-16", false)]
    [InlineData("GT", "2026-04-02", true)]
    [InlineData("GT", "2026-04-04", true)]
    [InlineData("GT", "2026-11-01", true)]
    public void Holidays_are_those_of_the_country(string country, string day, bool holiday) =>
        Assert.Equal(holiday, Holidays.IsHoliday(country, DateOnly.Parse(day)));

    [Fact]
    public void Every_holiday_says_where_it_is_written() =>
        Assert.All(HolidayRules.All, rule => Assert.False(string.IsNullOrWhiteSpace(rule.Source)));

    // What should have been done earlier, and comes to be done only now.
    [Theory]
    [InlineData("urgent", "2026-03-02T03:00", "2026-03-02T03:00")]
    [InlineData("high", "2026-03-02T03:00", "2026-03-02T06:00")]
    [InlineData("high", "2026-03-01T12:00", "2026-03-01T12:00")]
    [InlineData("high", "2026-03-02T22:01", "2026-03-02T22:01")]
    [InlineData("high", "2026-03-02T23:00", "2026-03-03T06:00")]
    [InlineData("normal", "2026-03-02T10:00", "2026-03-02T10:00")]
    [InlineData("normal", "2026-03-02T19:00", "2026-03-02T19:00")]
    [InlineData("normal", "2026-03-02T20:00", "2026-03-03T07:00")]
    [InlineData("normal", "2026-03-01T12:00", "2026-03-02T07:00")]
    [InlineData("normal", "2026-08-06T12:00", "2026-08-08T07:00")]
    public void A_step_that_has_become_late_waits_until_it_may_ring(string urgency, string local, string from) =>
        Assert.Equal(At(from), Clock.StepFrom(Enum.Parse<Urgency>(urgency, ignoreCase: true), "BO", At(local), asked: null));

    [Theory]
    [InlineData("2026-03-02T09:00", "2026-03-02T20:00")]
    [InlineData("2026-03-02T11:30", "2026-03-02T21:00")]
    [InlineData("2026-03-02T18:00", "2026-03-02T21:00")]
    [InlineData("2026-03-02T19:00", "2026-03-03T06:00")]
    [InlineData("2026-03-02T03:00", "2026-03-02T14:00")]
    [InlineData("2026-12-25T08:00", "2026-12-25T19:00")]
    public void A_coordinator_is_told_by_day_and_within_half_a_day(string local, string by) =>
        Assert.Equal(At(by), Clock.CoordinatorBy("BO", At(local)));

    // A Sunday that is hers, an evening past midnight, a TURNO outside of her hours.
    [Theory]
    [InlineData("dom 08-12", false, "2026-03-01T10:00", "2026-03-01T11:00")]
    [InlineData("lun-vie 08-12", false, "2026-03-02T11:30", "2026-03-03T08:30")]
    [InlineData("lun-vie 08-12", true, "2026-03-02T15:00", "2026-03-02T16:00")]
    [InlineData("lun-vie 20-02", false, "2026-03-02T21:30", "2026-03-03T06:00")]
    [InlineData("siempre", false, "2026-12-25T09:00", "2026-12-25T10:00")]
    public void Hours_of_her_own_count_for_what_is_normal_and_the_step_is_taken_by_day(string hours, bool outOfHours, string local, string due)
    {
        Responder asked = Given.Defender().With(r => r with { Hours = DutyHours.TryParse([hours]), OutOfHours = outOfHours });

        Assert.Equal(At(due), Clock.DueAt(Urgency.Normal, "BO", At(local), asked));
    }

    [Fact]
    public void Whenever_it_comes_a_coordinator_has_an_hour_of_the_twelve_to_see_it_in() =>
        Gen.Select(Gen.Int[0, 3 * 366 * 24 * 60], Gen.Bool).Sample((minute, guatemala) =>
        {
            var place = guatemala ? "GT" : "BO";
            var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);
            var by = Clock.CoordinatorBy(place, now);
            return by > now && by - now <= TimeSpan.FromHours(11) && LocalTime.IsDay(place, by);
        });

    [Fact]
    public void The_next_step_always_lies_ahead_and_what_is_high_never_waits_longer_than_a_night() =>
        Gen.Select(Gen.Int[0, 3 * 366 * 24 * 60], Gen.Int[0, 2], Gen.Int[0, 2]).Sample((minute, urgency, country) =>
        {
            var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);
            var due = Clock.DueAt((Urgency)urgency, country switch { 0 => "BO", 1 => "GT", _ => null }, now, asked: null);
            return due > now && due - now <= (Urgency)urgency switch
            {
                Urgency.Urgent => TimeSpan.FromMinutes(10),
                Urgency.High => TimeSpan.FromHours(9),
                // Maundy Thursday to Easter Sunday, and the evening before; or a feast on a Friday and the Monday after it.
                _ => TimeSpan.FromHours(24 * 5),
            };
        });

    private static DateTimeOffset At(string local) => new(DateTime.Parse(local), TimeSpan.FromHours(-4));
}
