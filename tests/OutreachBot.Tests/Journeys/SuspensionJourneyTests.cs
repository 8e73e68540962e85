using OutreachBot.Commands;

namespace OutreachBot.Tests.Journeys;

/// <summary>A responder's phone is in other hands, and an operator has said so.</summary>
public sealed class SuspensionJourneyTests
{
    [Fact]
    public async Task From_the_next_message_on_the_phone_is_a_stranger_s_and_what_it_was_offered_is_before_the_next()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var berta = await line.Defender("Berta Choque").In("BO-01").OnFileAsync();
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");

        await SuspendAsync(line, ana);
        var answer = await ana.AnswersAsync("1");

        Assert.Equal(await line.Stranger().SaysAsync($"1 {ana.Alert}"), answer);
        Assert.Null((await line.OnlyTipAsync()).Assigned);
        Assert.StartsWith("Sigue pendiente", berta.Reads);
    }

    [Fact]
    public async Task A_case_she_was_reading_is_read_no_further()
    {
        await using var line = await TestLine.OpenAsync(("Alerts:Details", "story"));
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        await line.Stranger().ReportsAsync("tarabuco", "la canariona no le paga");
        await ana.AnswersAsync("1");

        await SuspendAsync(line, ana);
        await ana.SaysAsync("1");
        await ana.AnswersAsync("1");
        await ana.SaysAsync("repetir", "PENDIENTES");
        await SuspendAsync(line, ana, suspended: false);
        await ana.SaysAsync("1");
        await ana.AnswersAsync("1");

        Assert.DoesNotContain(ana.Screen, m => m.Contains("canariona"));
        Assert.Null((await line.OnlyTipAsync()).Assigned);
    }

    [Fact]
    public async Task What_waits_for_her_does_not_go_out()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        line.ProviderIsDown = true;
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");

        await SuspendAsync(line, ana);
        line.ProviderIsDown = false;
        await line.PassAsync(TimeSpan.FromHours(2));

        Assert.Empty(ana.Screen);
    }

    private static async Task SuspendAsync(TestLine line, Person person, bool suspended = true)
    {
        var onFile = await line.OnFileAsync(person);
        Assert.True(await new Suspension(line.Get<IServiceProvider>(), onFile.Id, suspended).ApplyAsync(CancellationToken.None));
    }
}
