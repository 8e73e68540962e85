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

    [Fact]
    public async Task What_a_silent_coordinator_was_asked_to_refer_the_next_can_take()
    {
        await using var line = await TestLine.OpenAsync();
        var (ana, clara, dora) = await AskedAsync(line);
        var (silent, next) = clara.Unasked.Count > 0 ? (clara, dora) : (dora, clara);

        await line.PassAsync(TimeSpan.FromHours(3));

        Assert.NotEmpty(silent.Unasked);
        Assert.Contains(next.Unasked, m => m.Contains("Pedido de coordinacion", StringComparison.Ordinal));
        await next.AnswersAsync("1");
        Assert.Equal($"El aviso {ana.Alert} ya lo tiene otra persona. Gracias.", ana.Reads);
    }

    [Fact]
    public async Task What_no_coordinator_takes_is_told_to_whoever_asked_and_stays_hers()
    {
        await using var line = await TestLine.OpenAsync();
        var (ana, clara, dora) = await AskedAsync(line);
        var (first, next) = clara.Unasked.Count > 0 ? (clara, dora) : (dora, clara);
        var before = ana.Unasked.Count;

        await first.AnswersAsync("2");
        Assert.Contains(next.Unasked, m => m.Contains("Pedido de coordinacion", StringComparison.Ordinal));
        Assert.Equal(before, ana.Unasked.Count);
        await next.AnswersAsync("2");

        Assert.StartsWith($"Caso {ana.Alert}: la coordinacion no puede ahora", ana.Reads);
        Assert.Equal(TipState.Accepted, (await line.OnlyTipAsync()).State);
    }

    private static async Task<(Person Ana, Person Clara, Person Dora)> AskedAsync(TestLine line)
    {
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");
        await ana.AnswersAsync("1");
        await ana.SaysAsync("1", "1");
        var clara = await line.Coordinator("Clara Rojas").OnFileAsync();
        var dora = await line.Coordinator("Dora Luna").OnFileAsync();
        Assert.StartsWith("Pedido", await ana.SaysAsync("3"));
        return (ana, clara, dora);
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
