using OutreachBot.Tips;

namespace OutreachBot.Tests.Journeys;

/// <summary>A coordinator has read a tip that only she could have, and looks for a defender: one digit, and the place where it is unknown.</summary>
public sealed class SearchJourneyTests
{
    [Fact]
    public async Task A_tip_without_a_place_goes_to_a_defender_by_one_digit_and_the_place()
    {
        await using var line = await TestLine.OpenAsync();
        var clara = await line.Coordinator("Clara Rojas").OnFileAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        await line.Stranger().SaysAsync("PELIGRO", "1");
        await ReadAsync(clara);

        Assert.Contains("municipio", await clara.SaysAsync("7"));
        Assert.Empty(ana.Unasked);
        Assert.StartsWith("Se pregunto a una defensora", await clara.SaysAsync("tarabuco"));

        Assert.StartsWith($"URGENTE {ana.Alert}, Tarabuco", ana.Reads);
        await ana.AnswersAsync("1");
        Assert.Contains("Tarabuco", await ana.SaysAsync("1"));
        Assert.Equal("BO-010601", (await line.OnlyTipAsync()).Municipality);
    }

    [Fact]
    public async Task Whoever_was_named_stays_away_when_a_coordinator_looks_for_a_defender()
    {
        await using var line = await TestLine.OpenAsync();
        var clara = await line.Coordinator("Clara Rojas").OnFileAsync();
        var juana = await line.Defender("Juana Mamani").In("BO-010601").Of("Alcaldia").OnFileAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").Of("Casa de la Mujer").OnFileAsync();
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda", keepAway: "juana mamani y mi cuñado el gordo");
        Assert.Empty(ana.Unasked);
        await ReadAsync(clara);

        Assert.StartsWith("Se pregunto a una defensora", await clara.SaysAsync("7"));
        Assert.StartsWith($"Aviso {ana.Alert}, Tarabuco", ana.Reads);
        await ana.AnswersAsync("2");
        await line.PassAsync(TimeSpan.FromHours(30));

        Assert.Empty(juana.Unasked);
    }

    [Fact]
    public async Task Where_no_defender_may_have_it_the_case_stays_hers()
    {
        await using var line = await TestLine.OpenAsync();
        var clara = await line.Coordinator("Clara Rojas").OnFileAsync();
        await line.Stranger().SaysAsync("PELIGRO", "1");
        await ReadAsync(clara);

        Assert.Contains("Sigue siendo suyo", await clara.SaysAsync("7", "tarabuco"));

        Assert.Equal(TipState.Accepted, (await line.OnlyTipAsync()).State);
    }

    [Fact]
    public async Task A_defender_is_not_shown_the_search()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        await line.Coordinator("Clara Rojas").OnFileAsync();
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");
        await ReadAsync(ana, shown: "6 No me toca");

        Assert.DoesNotContain("Buscar", ana.Reads);
        Assert.DoesNotContain("defensora", await ana.SaysAsync("7"));
    }

    [Fact]
    public async Task That_it_was_passed_on_is_said_only_where_somebody_was_asked()
    {
        await using var line = await TestLine.OpenAsync();
        var clara = await line.Coordinator("Clara Rojas").OnFileAsync();
        await line.Stranger().SaysAsync("PELIGRO", "1");
        await ReadAsync(clara);

        var answer = await clara.SaysAsync("5");

        Assert.DoesNotContain("pasado a otra persona", answer);
        Assert.Contains("no hay a quien", answer.Replace('é', 'e'));
    }

    private static async Task ReadAsync(Person holder, string shown = "7 Buscar defensora")
    {
        await holder.AnswersAsync("1");
        await holder.SaysAsync("1");
        Assert.Contains(shown, await holder.SaysAsync("1"));
    }
}
