using OutreachBot.Alerts;
using OutreachBot.Outbox;
using OutreachBot.Responders;

namespace OutreachBot.Tests.Journeys;

/// <summary>Phones that get nothing any more hold nothing up.</summary>
public sealed class UnreachableJourneyTests
{
    [Theory]
    [InlineData(Handover.OptedOut)]
    [InlineData(Handover.Refused)]
    public async Task An_offer_whose_reminder_does_not_arrive_is_before_others(Handover verdict)
    {
        await using var line = await TestLine.OpenAsync();
        var clara = await line.Coordinator("Clara Rojas").OnFileAsync();
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");
        Assert.Single(await OpenOfAsync(line, clara));
        var dora = await line.Coordinator("Dora Soliz").OnFileAsync();
        line.Unreachable[clara.Phone] = verdict;

        await line.PassAsync(TimeSpan.FromMinutes(61));

        Assert.Empty(await OpenOfAsync(line, clara));
        Assert.StartsWith("Sigue pendiente", dora.Reads);
        await dora.AnswersAsync("1");
        Assert.Contains("Es suyo", await dora.AnswersAsync("1"));
    }

    [Fact]
    public async Task Who_opted_out_at_the_carrier_gives_back_all_offers_and_her_case()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var berta = await line.Defender("Berta Choque").In("BO-01").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.ReportsAsync("tarabuco", "no le pagan en la tienda");
        await ana.AnswersAsync("1");
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en el taller");
        Assert.Equal(2, (await OpenOfAsync(line, ana)).Count);
        line.Unreachable[ana.Phone] = Handover.OptedOut;

        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la chacra");
        await line.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Empty(await OpenOfAsync(line, ana));
        Assert.Equal(3, (await OpenOfAsync(line, berta)).Count(a => a is { State: AlertState.Offered, Part: AlertPart.Primary }));
    }

    [Fact]
    public async Task Word_of_a_case_that_does_not_reach_whoever_has_it_brings_a_coordinator()
    {
        await using var line = await TestLine.OpenAsync();
        var clara = await line.Coordinator("Clara Rojas").OnFileAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.ReportsAsync("tarabuco", "no le pagan en la tienda");
        await ana.AnswersAsync("1");
        line.Unreachable[ana.Phone] = Handover.Refused;

        await vecina.SaysAsync("codigo", vecina.Receipt, "tarabuco", "2", "ahora tampoco la dejan salir");

        Assert.Contains("Pedido de coordinacion", clara.Reads);
    }

    private static Task<IReadOnlyList<Alert>> OpenOfAsync(TestLine line, Person person) => line.RunAsync(unit =>
        line.Get<IAlertStore>().OpenOf(unit, line.Get<IResponders>().FindByAddress(unit, person.Phone)!.Id));
}
