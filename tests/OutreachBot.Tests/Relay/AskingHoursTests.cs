using OutreachBot.Relay;

namespace OutreachBot.Tests.Relay;

public sealed class AskingHoursTests
{
    private static readonly TimeSpan LaPaz = TimeSpan.FromHours(-4);

    [Theory]
    [InlineData("morning", "03:00", "07:00")]
    [InlineData("morning", "09:30", "09:30")]
    [InlineData("evening", "09:30", "18:00")]
    [InlineData("any", "03:00", "03:00")]
    [InlineData(null, "03:00", "03:00")]
    public void A_ping_waits_for_the_part_of_the_day_she_chose(string? wish, string now, string expected) =>
        Assert.Equal(At(expected), AskingHours.Next(wish, LaPaz, At(now)));

    [Fact]
    public void After_its_end_it_waits_for_the_next_day() =>
        Assert.Equal(At("07:00").AddDays(1), AskingHours.Next("morning", LaPaz, At("12:00")));

    private static DateTimeOffset At(string time) => new(DateOnly.FromDayNumber(739000), TimeOnly.Parse(time), LaPaz);
}
