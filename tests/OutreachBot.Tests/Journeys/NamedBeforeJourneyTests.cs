namespace OutreachBot.Tests.Journeys;

/// <summary>Somebody whom a reporter named learns nothing of what she asks next either.</summary>
public sealed class NamedBeforeJourneyTests
{
    private const string Clara = "Clara Mendieta";

    [Fact]
    public async Task Whoever_was_named_while_telling_does_not_get_the_wish_for_a_call_nor_the_number()
    {
        await using var line = await TestLine.OpenAsync();
        var clara = await line.Coordinator(Clara).OnFileAsync();
        var ana = await line.Coordinator("Ana Quispe").Of("Pastoral").OnFileAsync();
        var vecina = line.Stranger();

        await vecina.SaysAsync("hola", "3", "2", "1", "tarabuco", "se llevan a una chica a trabajar", "4", Clara);
        await vecina.SaysAsync("9", "1", "1", "0", "0");
        await line.PassAsync(TimeSpan.FromHours(2));

        Assert.Empty(clara.Unasked);
        Assert.NotEmpty(ana.Unasked);
    }

    [Fact]
    public async Task Whoever_was_named_in_a_tip_that_is_followed_does_not_get_the_wish_for_a_call_a_day_later()
    {
        await using var line = await TestLine.OpenAsync();
        var clara = await line.Coordinator(Clara).OnFileAsync();
        var ana = await line.Coordinator("Ana Quispe").Of("Pastoral").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "3", "2", "1", "tarabuco", "se llevan a una chica a trabajar", "4", Clara, "1", "1", "4", "0", "0");
        await line.PassAsync(TimeSpan.FromHours(1));
        var before = ana.Unasked.Count;

        await vecina.SaysAsync("9", "1", "1", "0", "0");
        await line.PassAsync(TimeSpan.FromHours(2));

        Assert.Empty(clara.Unasked);
        Assert.True(ana.Unasked.Count > before);
    }

    [Fact]
    public async Task Whoever_was_named_in_a_tip_that_is_followed_is_not_alerted_of_a_danger_after_it()
    {
        await using var line = await TestLine.OpenAsync();
        var clara = await line.Coordinator(Clara).OnFileAsync();
        var ana = await line.Coordinator("Ana Quispe").Of("Pastoral").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "3", "2", "1", "tarabuco", "se llevan a una chica a trabajar", "4", Clara, "1", "1", "4", "0", "0");

        await line.PassAsync(TimeSpan.FromMinutes(35));
        await vecina.SaysAsync("PELIGRO", "1");
        await line.PassAsync(TimeSpan.FromHours(1));

        Assert.Empty(clara.Unasked);
        Assert.Contains(ana.Unasked, m => m.Contains("URGENTE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    public async Task A_danger_whose_place_is_told_reaches_the_defender_there_though_nothing_more_is_told(string whoNot)
    {
        await using var line = await TestLine.OpenAsync();
        var rosa = await line.Defender("Rosa Condori").In("BO-010601").OnFileAsync();
        await line.Coordinator("Ana Quispe").Of("Pastoral").OnFileAsync();
        var vecina = line.Stranger();

        await vecina.SaysAsync("PELIGRO", "1", "1", "tarabuco", whoNot);
        await line.PassAsync(TimeSpan.FromMinutes(15));

        Assert.Contains(rosa.Unasked, m => m.Contains("Tarabuco", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_danger_left_before_it_is_asked_who_must_not_know_is_sent_with_its_place_when_she_agreed()
    {
        await using var line = await TestLine.OpenAsync();
        var rosa = await line.Defender("Rosa Condori").In("BO-010601").OnFileAsync();
        await line.Coordinator("Ana Quispe").Of("Pastoral").OnFileAsync();
        var vecina = line.Stranger();

        await vecina.SaysAsync("PELIGRO", "1", "1", "tarabuco");
        await line.PassAsync(TimeSpan.FromMinutes(90));

        Assert.Contains(rosa.Unasked, m => m.Contains("Tarabuco", StringComparison.Ordinal));
    }
}
