using OutreachBot.Commands;

namespace OutreachBot.Tests.Journeys;

/// <summary>A responder leaves for good.</summary>
public sealed class RetirementJourneyTests
{
    [Fact]
    public async Task Her_open_case_is_before_the_next_in_the_same_step_and_her_phone_is_a_stranger_s()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var berta = await line.Defender("Berta Choque").In("BO-01").OnFileAsync();
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");
        await ana.AnswersAsync("1");
        Assert.NotNull((await line.OnlyTipAsync()).Assigned);

        await RetireAsync(line, ana);

        Assert.Null((await line.OnlyTipAsync()).Assigned);
        await line.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Contains(berta.Unasked, m => m.Contains("Sigue pendiente") || m.StartsWith("Aviso"));
        Assert.Equal(await line.Stranger().SaysAsync($"1 {ana.Alert}"), await ana.SaysAsync($"1 {ana.Alert}"));
    }

    [Fact]
    public async Task Who_was_kept_away_from_a_tip_stays_so_when_she_comes_back_under_a_new_id()
    {
        await using var line = await TestLine.OpenAsync();
        var rosa = await line.Defender("Rosa Choque").In("BO-010601").OnFileAsync();
        var clara = await line.Coordinator("Clara Rojas").Of("Casa de la Mujer").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "3", "2", "2", "tarabuco", "no le pagan en la tienda", "4", "rosa choque", "1");
        await RetireAsync(line, rosa);

        var again = await line.Defender("Rosa Choque").In("BO-010601").OnFileAsync();
        await line.PassAsync(TimeSpan.FromDays(2));

        Assert.Empty(again.Screen);
        Assert.NotEmpty(clara.Unasked);
    }

    private static async Task RetireAsync(TestLine line, Person person)
    {
        var onFile = await line.OnFileAsync(person);
        Assert.True(await new Retirement(line.Get<IServiceProvider>(), onFile.Id).ApplyAsync(CancellationToken.None));
    }
}
