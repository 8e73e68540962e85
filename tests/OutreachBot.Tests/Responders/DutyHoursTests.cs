using CsCheck;
using OutreachBot.Responders;

namespace OutreachBot.Tests.Responders;

public sealed class DutyHoursTests
{
    // 2026-03-02 is a Monday.
    [Theory]
    [InlineData("lun-vie 08-16", "2026-03-02T08:00", true)]
    [InlineData("lun-vie 08-16", "2026-03-02T07:59", false)]
    [InlineData("lun-vie 08-16", "2026-03-02T16:00", false)]
    [InlineData("lun-vie 08-16", "2026-03-07T10:00", false)]
    [InlineData("lun-vie 08-16;sáb 9-12:30", "2026-03-07T12:29", true)]
    [InlineData("Mon-Fri 08:30–16", "2026-03-02T08:15", false)]
    [InlineData("vie-lun 20-02", "2026-03-03T01:30", true)]
    [InlineData("vie-lun 20-02", "2026-03-03T20:30", false)]
    [InlineData("lun mie 00-24", "2026-03-04T23:59", true)]
    [InlineData("lun, mie 00-24", "2026-03-03T00:00", false)]
    [InlineData("siempre", "2026-03-08T03:00", true)]
    public void Hours_cover_what_they_say(string text, string local, bool covered) =>
        Assert.Equal(covered, DutyHours.TryParse(text.Split(';'))!.Cover(DateTime.Parse(local), _ => false));

    [Theory]
    [InlineData("lun-vie 08-16", false)]
    [InlineData("siempre", true)]
    public void A_holiday_is_free_but_for_who_is_always_there(string text, bool covered) =>
        Assert.Equal(covered, DutyHours.TryParse([text])!.Cover(new DateTime(2026, 3, 2, 10, 0, 0), _ => true));

    [Theory]
    [InlineData("")]
    [InlineData("08-16")]
    [InlineData("lun-vie")]
    [InlineData("lun-vie 8")]
    [InlineData("lun-vie 08-08")]
    [InlineData("lun-vie 24-06")]
    [InlineData("lun-vie 08-25")]
    [InlineData("lun-vie 08-16:75")]
    [InlineData("lun-mie-vie 08-16")]
    [InlineData("lunes 08-16")]
    [InlineData("lun-vie -8-16")]
    [InlineData("siempre;lun 08-16")]
    public void What_can_t_be_read_is_no_hours(string text) => Assert.Null(DutyHours.TryParse(text.Split(';')));

    [Fact]
    public void Hours_written_out_are_read_as_the_same() =>
        Gen.Select(Gen.Int[1, 127], Gen.Int[0, 1439], Gen.Int[1, 1440]).Where(t => t.Item2 != t.Item3).Array[1, 3].Sample(spans =>
        {
            string[] days = ["lun", "mar", "mie", "jue", "vie", "sab", "dom"];
            var hours = DutyHours.TryParse([.. spans.Select(s =>
                $"{string.Join(' ', days.Where((_, i) => (s.Item1 & (1 << i)) != 0))} {s.Item2 / 60}:{s.Item2 % 60:00}-{s.Item3 / 60}:{s.Item3 % 60:00}")]);
            return hours is not null && hours.Equals(DutyHours.TryParse(hours.ToString().Split(';')));
        });
}
