using OutreachBot.Tips;

namespace OutreachBot.Tests.Journeys;

/// <summary>What still waits to go out, and must not go any more.</summary>
public sealed class WithdrawalJourneyTests
{
    [Fact]
    public async Task Somebody_named_while_the_provider_is_down_is_sent_nothing_when_it_is_up_again()
    {
        await using var line = await TestLine.OpenAsync();
        var rosa = await line.Defender("Rosa Choque").In("BO-010601").OnFileAsync();
        var clara = await line.Coordinator("Clara Rojas").Of("Casa de la Mujer").OnFileAsync();
        line.ProviderIsDown = true;
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "3", "2", "2", "tarabuco", "PELIGRO", "1");
        await vecina.SaysAsync("tiene a una chica encerrada", "4", "rosa choque", "1");

        line.ProviderIsDown = false;
        await line.PassAsync(TimeSpan.FromHours(3));

        Assert.Empty(rosa.Screen);
        Assert.NotEmpty(clara.Unasked);
    }

    [Fact]
    public async Task Somebody_whose_first_alert_was_taken_back_is_greeted_before_the_one_that_comes()
    {
        await using var line = await TestLine.OpenAsync();
        var rosa = await line.Defender("Rosa Choque").In("BO-010601").OnFileAsync();
        line.ProviderIsDown = true;
        var vecina = line.Stranger();
        await vecina.ReportsAsync("tarabuco", "no le pagan en la tienda");
        await vecina.SaysAsync($"BORRAR {vecina.Receipt}");
        line.ProviderIsDown = false;
        await line.PassAsync(TimeSpan.FromHours(1));
        Assert.Empty(rosa.Screen);

        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en el taller");

        Assert.StartsWith("Hola.", rosa.Unasked[0]);
        Assert.StartsWith("Aviso", rosa.Unasked[1]);
    }

    [Fact]
    public async Task Nothing_of_a_tip_that_was_removed_is_sent_not_even_the_greeting_before_it()
    {
        await using var line = await TestLine.OpenAsync();
        var rosa = await line.Defender("Rosa Choque").In("BO-010601").OnFileAsync();
        line.ProviderIsDown = true;
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");
        var tip = Assert.Single(await line.TipsAsync());

        await line.RunAsync(unit =>
        {
            line.Get<TipRemoval>().Remove(unit, tip.Id);
            return true;
        });
        line.ProviderIsDown = false;
        await line.PassAsync(TimeSpan.FromHours(3));

        Assert.Empty(rosa.Screen);
    }

    [Fact]
    public async Task An_alert_that_somebody_took_meanwhile_does_not_ring_another()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");
        var berta = await line.Defender("Berta Choque").In("BO-010601").OnFileAsync();
        line.ProviderIsDown = true;
        await line.PassAsync(TimeSpan.FromMinutes(61));
        await ana.AnswersAsync("1");

        line.ProviderIsDown = false;
        await line.PassAsync(TimeSpan.FromHours(1));

        Assert.Empty(berta.Screen);
    }

    [Theory]
    [InlineData("BORRAR")]
    [InlineData("ALTO")]
    public async Task A_phone_that_wants_no_more_is_not_told_in_the_morning_that_something_waits(string word)
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = line.Stranger();
        await AgreesToBeAskedInTheMorningAsync(vecina);
        await ana.AnswersAsync("1");
        await line.PassAsync(TimeSpan.FromHours(10));
        await ana.SaysAsync("1", "2", "cuantos anos tiene?");
        Assert.Empty(vecina.Unasked);

        await vecina.SaysAsync(word);
        await line.PassAsync(TimeSpan.FromHours(24));

        Assert.Empty(vecina.Unasked);
    }

    [Theory]
    [InlineData("BORRAR")]
    [InlineData("ALTO")]
    public async Task A_number_that_no_session_leads_to_any_more_is_found_and_let_go_of(string word)
    {
        await using var line = await TestLine.OpenAsync();
        var (vecina, another) = (line.Stranger(), line.Stranger());
        await AgreesToBeAskedInTheMorningAsync(vecina);
        await line.LoseSessionsAsync();
        await AgreesToBeAskedInTheMorningAsync(another);

        await vecina.SaysAsync(word);

        Assert.Equal([another.Phone], await line.ContactsAsync());
    }

    [Fact]
    public async Task After_sixty_days_of_silence_her_number_goes_with_her_session()
    {
        await using var line = await TestLine.OpenAsync();
        await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        await AgreesToBeAskedInTheMorningAsync(line.Stranger());
        Assert.Single(await line.ContactsAsync());

        await line.LeapAsync(TimeSpan.FromDays(62));

        Assert.Empty(await line.ContactsAsync());
        await line.OnlyTipAsync();
    }

    [Fact]
    public async Task Whoever_follows_her_case_is_told_in_the_morning_that_it_was_closed_in_the_evening()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = line.Stranger();
        await AgreesToBeAskedInTheMorningAsync(vecina);
        await ana.AnswersAsync("1");
        await line.PassAsync(TimeSpan.FromHours(10));
        await ana.SaysAsync("1", "1", "4", "1", "0");
        Assert.Empty(vecina.Unasked);

        await line.PassAsync(TimeSpan.FromHours(14));

        Assert.StartsWith("Hola. Tiene un mensaje pendiente.", Assert.Single(vecina.Unasked));
    }

    private static async Task AgreesToBeAskedInTheMorningAsync(Person vecina)
    {
        await vecina.SaysAsync("hola", "3", "2", "2", "tarabuco", "no la dejan salir de la casa", "1", "1");
        await vecina.SaysAsync("1", "1", "0", "0");
    }
}
