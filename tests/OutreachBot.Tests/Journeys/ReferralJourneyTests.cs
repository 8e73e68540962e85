using OutreachBot.Tips;

namespace OutreachBot.Tests.Journeys;

/// <summary>A coordinator refers a case to an office by digits; each step of it is told her without a word of the case.</summary>
public sealed class ReferralJourneyTests
{
    [Fact]
    public async Task An_office_takes_a_case_reads_of_the_consent_and_its_closing_is_told_to_whoever_referred()
    {
        await using var line = await TestLine.OpenAsync();
        var (clara, olga) = await ReferredAsync(line);
        Assert.StartsWith($"Aviso {olga.Alert}, Tarabuco", olga.Reads);

        Assert.Contains("Es suyo", await olga.AnswersAsync("1"));
        Assert.Equal(TipState.Referred, (await line.OnlyTipAsync()).State);
        Assert.StartsWith("La oficina ya recibio el caso", clara.Reads);
        Assert.Contains("Quien aviso esta de acuerdo", await olga.SaysAsync("1"));

        await olga.SaysAsync("1", "4", "1", "0");

        Assert.StartsWith("La oficina cerro el caso", clara.Reads);
        Assert.Equal(CaseOutcome.Protected, (await line.OnlyTipAsync()).Outcome);
    }

    [Fact]
    public async Task An_office_that_does_not_take_it_says_why_and_the_case_stays_where_it_is()
    {
        await using var line = await TestLine.OpenAsync();
        var (clara, olga) = await ReferredAsync(line);

        Assert.Contains("1 No nos compete", await olga.AnswersAsync("2"));
        Assert.StartsWith("Anotado", await olga.SaysAsync("1"));

        Assert.Contains("no lo recibe: no le compete", clara.Reads);
        Assert.Contains("Preguntar", await clara.SaysAsync(clara.Alert));
        Assert.Equal(TipState.Accepted, (await line.OnlyTipAsync()).State);
    }

    [Fact]
    public async Task An_office_that_is_silent_is_reminded_once_and_then_the_case_is_with_whoever_referred()
    {
        await using var line = await TestLine.OpenAsync();
        var (clara, olga) = await ReferredAsync(line);
        var before = olga.Unasked.Count;

        await line.PassAsync(TimeSpan.FromHours(1));
        Assert.StartsWith("Sigue pendiente", olga.Reads);
        await line.PassAsync(TimeSpan.FromHours(2));

        Assert.Equal(before + 2, olga.Unasked.Count);
        Assert.Contains("no contesto", clara.Reads);
        Assert.Equal(TipState.Accepted, (await line.OnlyTipAsync()).State);
    }

    [Fact]
    public async Task An_office_that_gives_it_back_gives_it_to_whoever_referred()
    {
        await using var line = await TestLine.OpenAsync();
        var (clara, olga) = await ReferredAsync(line);
        await olga.AnswersAsync("1");
        await olga.SaysAsync("1", "1");

        await olga.SaysAsync("5");

        Assert.StartsWith($"Aviso {clara.Alert}, Tarabuco", clara.Reads);
        Assert.Contains("Es suyo", await clara.AnswersAsync("1"));
    }

    [Fact]
    public async Task What_the_reporter_does_not_want_is_referred_to_nobody()
    {
        await using var line = await TestLine.OpenAsync();
        var (clara, olga) = await HeldAsync(line);

        await clara.SaysAsync("3");
        Assert.Contains("no se envia", await clara.SaysAsync("3"));

        Assert.Empty(olga.Unasked);
    }

    [Fact]
    public async Task A_case_can_be_set_aside_and_is_found_again_by_its_code()
    {
        await using var line = await TestLine.OpenAsync();
        var (clara, _) = await HeldAsync(line);

        Assert.Equal($"Queda guardado. Para volver, escriba {clara.Alert}", await clara.SaysAsync("0"));
        Assert.StartsWith($"Caso {clara.Alert}: ", await clara.SaysAsync(clara.Alert));
    }

    private static async Task<(Person Clara, Person Olga)> ReferredAsync(TestLine line)
    {
        var (clara, olga) = await HeldAsync(line);
        await clara.SaysAsync("3");
        Assert.Contains("1 Defensoria", await clara.SaysAsync("1"));
        Assert.StartsWith("Enviado a la oficina", await clara.SaysAsync("1"));
        return (clara, olga);
    }

    private static async Task<(Person Clara, Person Olga)> HeldAsync(TestLine line)
    {
        var clara = await line.Coordinator("Clara Rojas").Of("Red").OnFileAsync();
        var olga = await line.Official("Olga Paz").In("BO-010601").Of("Defensoria").OnFileAsync();
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");
        await clara.AnswersAsync("1");
        await clara.SaysAsync("1", "1");
        return (clara, olga);
    }
}
