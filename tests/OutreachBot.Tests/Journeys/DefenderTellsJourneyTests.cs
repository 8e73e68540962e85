namespace OutreachBot.Tests.Journeys;

/// <summary>A defender often is the one who hears of a case: she texts it as anybody would.</summary>
public sealed class DefenderTellsJourneyTests
{
    private const string Told = "a una muchacha de la feria la tienen sin pagarle y no la dejan salir";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_she_tells_instead_of_choosing_from_her_menu_is_a_report(bool menuIsOpen)
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        if (menuIsOpen)
        {
            await ana.SaysAsync("menu");
        }

        Assert.Contains("en peligro en este momento", await ana.SaysAsync(Told));
        await ana.SaysAsync("2", "1", "tarabuco", "1", "1");

        Assert.Equal(Told, Assert.Single(await line.OpenAsync(await line.OnlyTipAsync())).Story);
    }

    [Fact]
    public async Task What_is_added_twice_after_the_receipt_is_kept_once_each()
    {
        await using var line = await TestLine.OpenAsync();
        await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "3", "2", "2", "tarabuco", "no le pagan en la tienda", "1", "1", "2", "0");
        await vecina.SaysAsync("la patrona se llama dona Julia", "vive detras del mercado", "0");

        Assert.Equal(
            ["no le pagan en la tienda", "la patrona se llama dona Julia", "vive detras del mercado"],
            (await line.OpenAsync(await line.OnlyTipAsync())).Select(p => p.Story));
    }
}
