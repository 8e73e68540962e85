namespace OutreachBot.Tests.Journeys;

/// <summary>What nobody could have is tried as soon as somebody comes, and not only when its own time comes.</summary>
public sealed class ArrivalJourneyTests
{
    [Fact]
    public async Task Whoever_comes_on_file_or_takes_duty_is_asked_within_the_minute()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").Resting().OnFileAsync();
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");
        await line.PassAsync(TimeSpan.FromMinutes(5));
        Assert.Empty(ana.Unasked);

        await ana.SaysAsync("turno");
        await line.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Contains(ana.Unasked, m => m.Contains("Tarabuco", StringComparison.Ordinal));

        await ana.SaysAsync($"2 {ana.Alert}");
        await line.PassAsync(TimeSpan.FromMinutes(1));
        var clara = await line.Coordinator("Clara Rojas").OnFileAsync();
        await line.PassAsync(TimeSpan.FromMinutes(1));
        Assert.NotEmpty(clara.Unasked);
    }
}
