using OutreachBot.Responders;

namespace OutreachBot.Tests.Journeys;

/// <summary>A responder with hours of her own. It is a Monday, 10:00.</summary>
public sealed class OwnHoursJourneyTests
{
    [Fact]
    public async Task Outside_of_her_hours_she_is_told_of_what_is_urgent_alone_and_without_a_place()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await InTheAfternoonAsync(line);
        await line.Coordinator("Clara Rojas").OnFileAsync();

        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");
        Assert.Empty(ana.Screen);
        await line.Stranger().SaysAsync("hola", "3", "2", "2", "tarabuco", "PELIGRO", "1");

        Assert.NotEmpty(ana.Unasked);
        Assert.All(ana.Unasked, m => Assert.DoesNotContain("Tarabuco", m));
    }

    [Fact]
    public async Task In_her_hours_she_is_asked_like_anybody()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await InTheAfternoonAsync(line);
        await line.LeapAsync(TimeSpan.FromHours(5));

        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");

        Assert.Contains(ana.Unasked, m => m.Contains("Tarabuco"));
    }

    [Fact]
    public async Task TURNO_said_outside_of_them_holds_until_DESCANSO()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await InTheAfternoonAsync(line);

        await ana.SaysAsync("TURNO");
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");
        Assert.Contains(ana.Unasked, m => m.Contains("Tarabuco"));

        await ana.SaysAsync("DESCANSO");
        var before = ana.Unasked.Count;
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en el taller");
        Assert.Equal(before, ana.Unasked.Count);
    }

    [Fact]
    public async Task TURNO_said_outside_of_them_ends_where_her_next_hours_begin()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await InTheAfternoonAsync(line);
        await line.Coordinator("Clara Rojas").OnFileAsync();
        await ana.SaysAsync("TURNO");
        await line.PassAsync(TimeSpan.FromHours(9));

        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");

        Assert.Empty(ana.Unasked);
    }

    [Fact]
    public async Task TURNO_said_when_her_hours_are_far_ends_after_half_a_day()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").With(r => r with { Hours = DutyHours.TryParse(["vie 14-18"]) }).OnFileAsync();
        await line.Coordinator("Clara Rojas").OnFileAsync();
        await ana.SaysAsync("TURNO");
        await line.PassAsync(TimeSpan.FromHours(11));
        Assert.Contains("Esta de turno", await ana.SaysAsync("MENU", "2"));

        await line.PassAsync(TimeSpan.FromHours(13));
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");

        Assert.Empty(ana.Unasked);
    }

    private static Task<Person> InTheAfternoonAsync(TestLine line) =>
        line.Defender("Ana Quispe").In("BO-010601").With(r => r with { Hours = DutyHours.TryParse(["lun-vie 14-18"]) }).OnFileAsync();
}
