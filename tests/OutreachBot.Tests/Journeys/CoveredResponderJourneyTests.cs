using OutreachBot.Alerts;
using OutreachBot.Conversations;
using OutreachBot.Responders;
using OutreachBot.Starting;

namespace OutreachBot.Tests.Journeys;

/// <summary>Somebody takes the phone out of a responder's hand: under the calendar she is asked for nothing.</summary>
public sealed class CoveredResponderJourneyTests
{
    [Fact]
    public async Task What_she_had_not_answered_goes_to_the_next_at_once_and_nothing_more_comes_to_her_phone()
    {
        await using var line = await TestLine.OpenAsync();
        var (ana, berta) = await DefendersAsync(line);
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");
        Assert.Contains("Aviso", ana.Reads, StringComparison.Ordinal);
        var came = ana.Unasked.Count;

        await ana.SaysAsync("calendario");

        Assert.Equal(AlertPart.Primary, Assert.Single(await OpenOfAsync(line, berta)).Part);
        Assert.Empty(await OpenOfAsync(line, ana));
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en el taller");
        await line.Stranger().SaysAsync("PELIGRO", "1", "2", "tarabuco");
        await line.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal(came, ana.Unasked.Count);
    }

    [Fact]
    public async Task A_code_in_the_thread_opens_nothing()
    {
        await using var line = await TestLine.OpenAsync();
        var (ana, _) = await DefendersAsync(line);
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");
        await ana.AnswersAsync("1");
        var code = ana.Alert;

        await ana.SaysAsync("calendario");

        Assert.StartsWith("Calendario de siembra", await ana.SaysAsync(code));
        Assert.StartsWith("Calendario de siembra", await ana.SaysAsync($"1 {code}"));
        await ana.SaysAsync("PELIGRO");
        Assert.DoesNotContain(code, await ana.SaysAsync(code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_of_hers_waits_and_a_coordinator_may_take_it_over()
    {
        await using var line = await TestLine.OpenAsync();
        var clara = await line.Coordinator("Clara Rojas").OnFileAsync();
        var (ana, _) = await DefendersAsync(line);
        var vecina = line.Stranger();
        await vecina.ReportsAsync("tarabuco", "no le pagan en la tienda");
        await ana.AnswersAsync("1");
        var came = ana.Unasked.Count;

        await ana.SaysAsync("calendario");
        await ana.SaysAsync("calendario");

        Assert.Contains("Pedido de coordinacion", Assert.Single(clara.Unasked.Skip(1)), StringComparison.Ordinal);
        Assert.True(Assert.Single(await OpenOfAsync(line, ana)).IsHeld);
        await vecina.SaysAsync("codigo", vecina.Receipt, "tarabuco", "2", "ahora tampoco la dejan salir");
        Assert.Equal(came, ana.Unasked.Count);

        var back = await ana.SaysAsync("calendario calendario");
        Assert.StartsWith("Bien. Durante el calendario no le llego ningun aviso", back);
        Assert.StartsWith("Hay respuesta sobre", Assert.Single(ana.Unasked.Skip(came)));
    }

    [Fact]
    public async Task A_coordinator_under_the_calendar_misses_no_danger_where_there_is_another()
    {
        await using var line = await TestLine.OpenAsync();
        var clara = await line.Coordinator("Clara Rojas").OnFileAsync();
        await line.Stranger().SaysAsync("PELIGRO", "1");
        Assert.StartsWith("URGENTE", clara.Reads, StringComparison.Ordinal);
        var dora = await line.Coordinator("Dora Soliz").OnFileAsync();

        await clara.SaysAsync("calendario");
        await line.PassAsync(TimeSpan.FromMinutes(1));

        Assert.StartsWith("URGENTE", dora.Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_she_is_back_what_nobody_has_comes_to_her_and_she_is_on_duty_as_before()
    {
        await using var line = await TestLine.OpenAsync();
        var clara = await line.Coordinator("Clara Rojas").OnFileAsync();
        await clara.SaysAsync("calendario");
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");
        await line.PassAsync(TimeSpan.FromHours(2));
        Assert.Empty(clara.Unasked);

        await clara.SaysAsync("calendario calendario");
        await line.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Contains(clara.Unasked, m => m.StartsWith("Aviso", StringComparison.Ordinal));
        Assert.True((await line.OnFileAsync(clara)).OnDuty);
    }

    [Fact]
    public async Task After_a_restore_there_is_no_calendar_and_she_is_asked_again()
    {
        await using var line = await TestLine.OpenAsync();
        var (ana, _) = await DefendersAsync(line);
        await ana.SaysAsync("calendario");
        await line.LoseSessionsAsync();

        await line.Get<IEnumerable<IStartStep>>().OfType<ConversationStart>().Single().StartAsync(CancellationToken.None);
        await line.PassAsync(TimeSpan.FromMinutes(1));
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");

        Assert.Contains("Aviso", ana.Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_BORRAR_she_is_asked_again()
    {
        await using var line = await TestLine.OpenAsync();
        var (ana, _) = await DefendersAsync(line);
        await ana.SaysAsync("calendario", "BORRAR");

        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");

        Assert.Contains("Aviso", ana.Reads, StringComparison.Ordinal);
    }

    private static async Task<(Person Ana, Person Berta)> DefendersAsync(TestLine line) => (
        await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync(),
        await line.Defender("Berta Choque").In("BO-01").OnFileAsync());

    private static Task<IReadOnlyList<Alert>> OpenOfAsync(TestLine line, Person person) => line.RunAsync(unit =>
        line.Get<IAlertStore>().OpenOf(unit, line.Get<IResponders>().FindByAddress(unit, person.Phone)!.Id));
}
