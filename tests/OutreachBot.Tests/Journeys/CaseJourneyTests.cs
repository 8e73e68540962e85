using OutreachBot.Tips;

namespace OutreachBot.Tests.Journeys;

/// <summary>A case from the first word to the last, as it stands on the phones.</summary>
public sealed class CaseJourneyTests
{
    [Fact]
    public async Task A_report_travels_to_a_defender_her_question_to_the_reporter_and_the_answer_back()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = line.Stranger();

        Assert.Contains("Red Prueba", await vecina.SaysAsync("buenas tardes disculpe"));
        Assert.Contains("en peligro", await vecina.SaysAsync("3"));
        await vecina.SaysAsync("2", "1");
        Assert.StartsWith("Anotado: Tarabuco.", await vecina.SaysAsync("tarabuco"));
        await vecina.SaysAsync("en la casa de la esquina tienen encerrada a una chica y no le pagan", "1");
        Assert.Contains("Su codigo es", await vecina.SaysAsync("1"));
        Assert.Contains("tiene un mensaje pendiente", await vecina.SaysAsync("1", "4"));
        await vecina.SaysAsync("1", "0");

        Assert.StartsWith($"Aviso {ana.Alert}, Tarabuco, pronto. 1 Acepto 2 Paso 3 No me toca.", ana.Reads);
        Assert.Contains("Es suyo", await ana.AnswersAsync("1"));
        Assert.Contains($"{ana.Alert}: Trabajo. Tarabuco. pronto", await ana.SaysAsync("1"));
        await ana.SaysAsync("2");
        Assert.Contains("Enviada", await ana.SaysAsync("cuantos anos tiene?"));

        Assert.StartsWith("Hola. Tiene un mensaje pendiente.", vecina.Reads);
        Assert.Contains("cuantos anos tiene?", await vecina.SaysAsync("1"));
        Assert.Contains("sin su numero", await vecina.SaysAsync("dieciseis creo"));

        Assert.StartsWith($"Hay respuesta sobre {ana.Alert}.", ana.Reads);
        Assert.Contains("responden: dieciseis creo", await ana.AnswersAsync("1"));
        Assert.Contains("Cerrado", await ana.SaysAsync("4", "1", "0"));

        Assert.StartsWith("Hola. Tiene un mensaje pendiente.", vecina.Reads);
        Assert.Equal("Ya se ha atendido. Gracias por escribir.", await vecina.SaysAsync("1"));
        Assert.Equal((TipState.Closed, CaseOutcome.Protected), await OutcomeAsync(line));
    }

    [Fact]
    public async Task Who_finds_out_on_reading_that_it_is_her_family_says_so_and_her_question_goes_with_her()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.ReportsAsync("tarabuco", "no la dejan salir de la casa");
        await ana.AnswersAsync("1");
        await ana.SaysAsync("1", "2", "de que casa es?");

        Assert.Equal($"Entendido. Del aviso {ana.Alert} no le llega nada mas.", await ana.SaysAsync("6"));

        await vecina.SaysAsync("codigo", vecina.Receipt);
        Assert.DoesNotContain("de que casa es", await vecina.SaysAsync("tarabuco"));
        var told = ana.Unasked.Count;
        await line.PassAsync(TimeSpan.FromHours(30));
        Assert.Equal(told, ana.Unasked.Count);
    }

    [Fact]
    public async Task Who_passed_it_on_may_still_say_that_it_is_her_family()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        await line.Stranger().ReportsAsync("tarabuco", "no la dejan salir de la casa");
        await ana.AnswersAsync("2");

        Assert.Equal($"El aviso {ana.Alert} ya no esta abierto. Gracias.", await ana.AnswersAsync("1"));
        Assert.Equal($"Entendido. Del aviso {ana.Alert} no le llega nada mas.", await ana.AnswersAsync("3"));

        var told = ana.Unasked.Count;
        await line.PassAsync(TimeSpan.FromHours(30));
        Assert.Equal(told, ana.Unasked.Count);
    }

    [Fact]
    public async Task Without_her_number_a_question_waits_for_her_code_on_whatever_phone()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.ReportsAsync("tarabuco", "no la dejan salir de la casa");
        await ana.AnswersAsync("1");
        await ana.SaysAsync("1", "2", "de que color es la puerta?");
        Assert.Empty(vecina.Unasked);

        var otherPhone = line.Stranger();
        await otherPhone.SaysAsync("codigo", vecina.Receipt);
        Assert.Contains("de que color es la puerta?", await otherPhone.SaysAsync("tarabuco"));
        await otherPhone.SaysAsync("verde");

        Assert.Contains("responden: verde", await ana.AnswersAsync("1"));
        await ana.SaysAsync("4", "4", "0");
        Assert.Empty(otherPhone.Unasked);
        var later = line.Stranger();
        await later.SaysAsync("codigo", vecina.Receipt, "tarabuco");
        Assert.Contains("No se pudo encontrar a nadie", await later.SaysAsync("1"));
    }

    [Theory]
    [InlineData("tarabucco")]
    [InlineData("cerca de tarabuco nomas")]
    public async Task A_place_is_found_as_people_write_it(string place)
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();

        await line.Stranger().ReportsAsync(place, "hay una chica que no le pagan");

        Assert.Contains("Tarabuco", ana.Reads);
    }

    [Fact]
    public async Task A_place_that_may_be_two_is_asked_for_once()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "3", "2", "2");

        Assert.Contains("1 Tarabuco", await vecina.SaysAsync("tarabco"));
        Assert.StartsWith("Anotado: Tarabuco.", await vecina.SaysAsync("1"));
        await vecina.SaysAsync("no le pagan", "1", "1");

        Assert.Contains("Tarabuco", ana.Reads);
    }

    [Fact]
    public async Task A_pin_finds_its_municipality_and_is_sealed()
    {
        await using var line = await TestLine.OpenAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "3", "2", "2");

        Assert.StartsWith("Anotado:", await vecina.SendsPinAsync(-19.1826, -64.9163));
        await vecina.SaysAsync("no le pagan", "1", "1");

        var tip = await line.OnlyTipAsync();
        Assert.NotNull(tip.Municipality);
        Assert.Equal("-19.18260,-64.91630", Assert.Single(await line.OpenAsync(tip)).Place!.Words);
    }

    [Fact]
    public async Task A_place_that_nobody_knows_goes_to_the_coordinator()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var clara = await line.Coordinator("Clara").OnFileAsync();

        var answer = await line.Stranger().ReportsAsync("no se", "hay una chica que no le pagan");

        Assert.Contains("Una persona busca el lugar", answer);
        Assert.Empty(ana.Unasked);
        Assert.Contains("lugar por ubicar", clara.Reads);
    }

    [Fact]
    public async Task What_she_told_is_sealed_whole_and_nowhere_else()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        await line.Stranger().ReportsAsync("tarabuco, detras de la cancha", "la senora canariona encierra a la muchacha");

        var told = Assert.Single(await line.OpenAsync(await line.OnlyTipAsync()));

        Assert.Equal("la senora canariona encierra a la muchacha", told.Story);
        Assert.Equal("tarabuco, detras de la cancha", told.Place!.Words);
        Assert.DoesNotContain(ana.Screen, m => m.Contains("canariona"));
        Assert.DoesNotContain(line.Log.Lines, l => l.Contains("canariona") || l.Contains("cancha") || l.Contains("+591"));
    }

    [Fact]
    public async Task What_a_responder_reads_is_shown_once_and_lies_in_no_reply_and_no_repetition()
    {
        await using var line = await TestLine.OpenAsync(("Alerts:Details", "story"));
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.ReportsAsync("tarabuco", "la canariona la tiene encerrada");
        await ana.AnswersAsync("1");

        var (first, again) = await ana.SaysTwiceAsync("1");

        Assert.Contains("la canariona la tiene encerrada", first);
        Assert.DoesNotContain("canariona", again);
        Assert.DoesNotContain("canariona", await ana.SaysAsync("repetir"));
        await line.PassAsync(TimeSpan.FromHours(25));
        Assert.DoesNotContain("canariona", await ana.SaysAsync($"1 {ana.Alert}"));
    }

    [Fact]
    public async Task A_withdrawn_report_is_gone_and_its_defender_is_told()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.ReportsAsync("tarabuco", "no la dejan salir de la casa");
        await ana.AnswersAsync("1");

        var right = await vecina.SaysAsync($"BORRAR {vecina.Receipt}");
        var wrong = await line.Stranger().SaysAsync("BORRAR 111-111-1111");

        Assert.Equal(right, wrong);
        Assert.Equal($"El aviso {ana.Alert} fue retirado. No hay que hacer nada mas.", ana.Reads);
        Assert.Empty(await line.OpenAsync(await line.OnlyTipAsync()));
    }

    [Fact]
    public async Task A_case_that_was_withdrawn_is_asked_about_no_more()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.ReportsAsync("tarabuco", "no la dejan salir de la casa");
        await ana.AnswersAsync("1");
        Assert.Contains("Caso", await ana.SaysAsync("1", "1"));

        await vecina.SaysAsync($"BORRAR {vecina.Receipt}");

        Assert.DoesNotContain("Caso", await ana.SaysAsync("avisos"));
        Assert.DoesNotContain("Caso", await ana.SaysAsync("hola"));
    }

    [Fact]
    public async Task What_is_written_for_a_case_that_was_withdrawn_is_told_to_go_nowhere()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.ReportsAsync("tarabuco", "no la dejan salir de la casa");
        await ana.AnswersAsync("1");
        await ana.SaysAsync("1", "1", "1");

        await vecina.SaysAsync($"BORRAR {vecina.Receipt}");

        Assert.StartsWith($"El aviso {ana.Alert} ya no esta abierto.", await ana.SaysAsync("cuantos anos tiene ella?"));
    }

    [Fact]
    public async Task Who_broke_off_and_had_agreed_is_submitted_after_an_hour()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var agreed = line.Stranger();
        await agreed.SaysAsync("hola", "3", "2", "1", "tarabuco", "no la dejan salir de la casa");
        var declined = line.Stranger();
        await declined.SaysAsync("hola", "3", "2", "2", "tarabuco", "no la dejan salir de la casa");

        await line.PassAsync(TimeSpan.FromMinutes(61));

        await line.OnlyTipAsync();
        Assert.Contains("Tarabuco", ana.Reads);
        Assert.Empty(agreed.Unasked);
        Assert.Contains("codigo es", await agreed.SaysAsync("hola", "1"));
    }

    [Fact]
    public async Task What_was_submitted_after_an_hour_beyond_the_day_s_limit_is_not_submitted_again()
    {
        await using var line = await TestLine.OpenAsync(("Limits:TipsPerPersonPerDay", "1"));
        await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.ReportsAsync("tarabuco", "no le pagan en la tienda");
        await vecina.SaysAsync("MENU", "3", "2", "1", "tarabuco", "no la dejan salir de la casa");
        await line.PassAsync(TimeSpan.FromMinutes(61));
        Assert.Equal(2, (await line.TipsAsync()).Count);

        Assert.Contains("codigo es", await vecina.SaysAsync("hola", "1"));
        await vecina.SaysAsync("1", "4", "0", "0");
        await line.PassAsync(TimeSpan.FromMinutes(61));

        Assert.Equal(2, (await line.TipsAsync()).Count);
    }

    [Fact]
    public async Task Who_asks_for_a_person_is_called_back_by_whoever_accepts()
    {
        await using var line = await TestLine.OpenAsync();
        var clara = await line.Coordinator("Clara").OnFileAsync();
        var caller = line.Stranger();

        await caller.SaysAsync("9", "1", "1", "a las tres", "2");

        Assert.Contains("pide que le busquen", clara.Reads);
        await clara.AnswersAsync("1");
        var details = await clara.SaysAsync("1");
        Assert.Contains(caller.Phone.Value, details);
        Assert.Contains("a las tres", details);
    }

    private static async Task<(TipState, CaseOutcome?)> OutcomeAsync(TestLine line)
    {
        var tip = await line.OnlyTipAsync();
        return (tip.State, tip.Outcome);
    }
}
