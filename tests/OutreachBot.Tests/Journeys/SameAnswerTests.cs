namespace OutreachBot.Tests.Journeys;

/// <summary>What somebody with her phone may ask tells him nothing: one answer, whatever is held.</summary>
public sealed class SameAnswerTests
{
    [Theory]
    [InlineData("MIS DATOS")]
    [InlineData("BORRAR")]
    [InlineData("BORRAR 123-456-7890")]
    [InlineData("SALIR")]
    public async Task A_stranger_a_reporter_and_a_responder_read_the_same_letter_for_letter(string word)
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "3", "2", "2", "tarabuco", "no le pagan en la tienda", "1", "1", "1", "0", "0");

        var stranger = await line.Stranger().SaysAsync(word);

        Assert.NotEmpty(stranger);
        Assert.Equal(stranger, await vecina.SaysAsync(word));
        Assert.Equal(stranger, await ana.SaysAsync(word));
    }

    [Fact]
    public async Task A_right_code_and_a_wrong_one_read_the_same()
    {
        await using var line = await TestLine.OpenAsync();
        var vecina = line.Stranger();
        await vecina.ReportsAsync("tarabuco", "no le pagan en la tienda");

        Assert.Equal(await line.Stranger().SaysAsync("BORRAR 123-456-7890"), await line.Stranger().SaysAsync($"BORRAR {vecina.Receipt}"));
    }

    [Fact]
    public async Task Mis_datos_says_how_to_erase()
    {
        await using var line = await TestLine.OpenAsync();

        Assert.Contains("BORRAR", await line.Stranger().SaysAsync("MIS DATOS"), StringComparison.Ordinal);
    }
}
