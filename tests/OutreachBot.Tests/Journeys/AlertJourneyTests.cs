using OutreachBot.Conversations;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Tests.Journeys;

/// <summary>Who gets the alert, through the whole line.</summary>
public sealed class AlertJourneyTests
{
    [Fact]
    public async Task A_danger_is_told_before_its_place_is_known_and_then_to_whom_it_concerns()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var clara = await line.Coordinator("Clara").OnFileAsync();
        var vecina = line.Stranger();

        await vecina.SaysAsync("PELIGRO");
        Assert.Contains("Ya avisamos", await vecina.SaysAsync("1"));
        Assert.StartsWith($"URGENTE {clara.Alert}, lugar por ubicar.", clara.Reads);
        Assert.Empty(ana.Unasked);

        await vecina.SaysAsync("1", "tarabuco", "1", "mi marido me persigue");
        await vecina.SaysAsync("1");

        Assert.StartsWith($"URGENTE {ana.Alert}, Tarabuco.", ana.Reads);
        Assert.Equal("mi marido me persigue", Assert.Single(await line.OpenAsync(await line.OnlyTipAsync())).Story);
    }

    [Fact]
    public async Task A_place_named_when_something_else_is_asked_goes_to_the_alert_at_once()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var clara = await line.Coordinator("Clara").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "3", "2", "PELIGRO", "1");
        await clara.AnswersAsync("1");
        await clara.SaysAsync("2");

        var reply = await vecina.SaysAsync("estamos en Tarabuco");

        Assert.Contains("Anotado: Tarabuco.", reply);
        Assert.Contains("Si se corta", reply);
        Assert.Equal("BO-010601", (await line.OnlyTipAsync()).Municipality);
        Assert.Contains($"Hay respuesta sobre {clara.Alert}.", clara.Reads);
        Assert.Contains("Tarabuco", await clara.SaysAsync("avisos"));
        Assert.Empty(ana.Unasked);
    }

    [Fact]
    public async Task Until_somebody_has_the_danger_it_rings_where_that_place_is()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("PELIGRO", "1");

        await vecina.SaysAsync("Tarabuco");

        Assert.StartsWith($"URGENTE {ana.Alert}, Tarabuco.", ana.Reads);
    }

    [Fact]
    public async Task Of_a_place_with_several_namesakes_it_is_asked_which_before_the_question_comes_again()
    {
        await using var line = await TestLine.OpenAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("PELIGRO", "1");

        Assert.StartsWith("¿Cual de estos?", await vecina.SaysAsync("San Pedro"));
        Assert.Contains("Si se corta", await vecina.SaysAsync("1"));
        Assert.NotNull((await line.OnlyTipAsync()).Municipality);
    }

    [Fact]
    public async Task A_girl_who_was_taken_can_not_wait()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        await line.Stranger().ReportsAsync("tarabuco", "se llevaron a mi hija");

        Assert.StartsWith($"Aviso {ana.Alert}, Tarabuco, pronto. 1 ", ana.Reads);
    }

    [Fact]
    public async Task A_danger_after_the_receipt_rings_those_who_have_the_tip()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "3", "2", "2", "tarabuco", "no le pagan en la tienda", "1", "1");
        // Nobody asked how urgent it is, so nothing is said of that.
        Assert.Contains($"Aviso {ana.Alert}, Tarabuco. 1 ", ana.Reads);

        await vecina.SaysAsync("PELIGRO");
        Assert.Contains("Ya avisamos", await vecina.SaysAsync("1"));

        Assert.StartsWith($"URGENTE {ana.Alert}, Tarabuco.", ana.Reads);
        await line.OnlyTipAsync();
    }

    [Fact]
    public async Task Somebody_is_greeted_before_her_first_alert_and_never_after_it()
    {
        await using var line = await TestLine.OpenAsync();
        var everybody = new List<Person>();
        for (var i = 0; i < 12; i++)
        {
            everybody.Add(await line.Defender($"Persona {i}").In("BO-010601").OnFileAsync());
        }
        for (var i = 0; i < 8; i++)
        {
            await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");
        }

        var asked = everybody.Where(p => p.Unasked.Count > 0).ToList();
        Assert.True(asked.Count > 6);
        Assert.All(asked, p => Assert.StartsWith("Hola.", p.Unasked[0]));
        Assert.All(asked, p => Assert.DoesNotContain(p.Unasked.Skip(1), m => m.StartsWith("Hola.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nobody_is_said_to_have_been_told_when_nobody_was()
    {
        await using var line = await TestLine.OpenAsync();
        var vecina = line.Stranger();

        await vecina.SaysAsync("PELIGRO");
        var answer = await vecina.SaysAsync("1");

        Assert.DoesNotContain("Ya avisamos", answer);
        Assert.Contains("anotado como urgente", answer);
    }

    [Fact]
    public async Task Somebody_named_after_she_was_alerted_reads_what_anybody_reads()
    {
        await using var line = await TestLine.OpenAsync();
        var prima = await line.Defender("Petrona Mamani").In("BO-010601").OnFileAsync();
        var clara = await line.Coordinator("Clara Rojas").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("PELIGRO", "1", "1", "tarabuco");
        await vecina.SaysAsync("PELIGRO");
        Assert.StartsWith("URGENTE", prima.Reads);

        await vecina.SaysAsync("petrona mamani", "tiene a una niña encerrada", "1");

        Assert.Equal($"El aviso {prima.Alert} ya lo tiene otra persona. Gracias.", prima.Reads);
        var screen = prima.Screen.Count;
        Assert.Equal($"El aviso {prima.Alert} ya lo tiene otra persona. Gracias.", await prima.AnswersAsync("1"));
        await clara.AnswersAsync("1");
        await line.PassAsync(TimeSpan.FromHours(3));
        Assert.Equal(screen + 1, prima.Screen.Count);
    }

    [Fact]
    public async Task Somebody_named_after_a_danger_loses_it_though_the_report_is_never_sent()
    {
        await using var line = await TestLine.OpenAsync();
        var juana = await line.Defender("Juana Mamani").In("BO-010601").Of("Alcaldia").OnFileAsync();
        var rosa = await line.Defender("Rosa Choque").In("BO-010601").Of("Casa de la Mujer").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "3", "2", "2", "Tarabuco", "PELIGRO", "1", "la tiene encerrada", "4");
        Assert.Contains($"{juana.Alert}", juana.Reads);
        await juana.AnswersAsync("1");

        Assert.Contains("no les va a llegar", await vecina.SaysAsync("Juana Mamani"));

        Assert.Equal($"El aviso {juana.Alert} ya lo tiene otra persona. Gracias.", juana.Reads);
        var told = juana.Unasked.Count;
        Assert.DoesNotContain("Tarabuco", await juana.SaysAsync("1", $"1 {juana.Alert}", "1", "1"));
        Assert.Null((await line.OnlyTipAsync()).Assigned);
        Assert.Contains("Es suyo", await rosa.AnswersAsync("1"));
        await line.PassAsync(TimeSpan.FromHours(13));
        Assert.Equal(told, juana.Unasked.Count);
        Assert.Equal("Juana Mamani", Assert.Single(await line.OpenAsync(await line.OnlyTipAsync())).KeepAwayWords);
    }

    [Fact]
    public async Task After_words_that_name_nobody_on_file_a_danger_is_with_coordinators_alone()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var clara = await line.Coordinator("Clara Rojas").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("PELIGRO", "1", "1", "tarabuco");
        await vecina.SaysAsync("PELIGRO");
        Assert.StartsWith("URGENTE", ana.Reads);

        await vecina.SaysAsync("mi cuñado");

        Assert.Equal($"El aviso {ana.Alert} ya lo tiene otra persona. Gracias.", ana.Reads);
        Assert.Contains("Es suyo", await clara.AnswersAsync("1"));
    }

    [Fact]
    public async Task Somebody_named_before_a_danger_is_not_alerted_of_it()
    {
        await using var line = await TestLine.OpenAsync();
        var juana = await line.Defender("Juana Mamani").In("BO-010601").Of("Alcaldia").OnFileAsync();
        var rosa = await line.Defender("Rosa Choque").In("BO-010601").Of("Casa de la Mujer").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "3", "2", "2", "Tarabuco", "la tiene encerrada", "4", "Juana Mamani");

        Assert.Contains("Ya avisamos", await vecina.SaysAsync("PELIGRO", "1"));

        Assert.Empty(juana.Unasked);
        Assert.StartsWith("URGENTE", rosa.Reads);
        await vecina.SaysAsync("1");
        await line.PassAsync(TimeSpan.FromHours(1));
        Assert.Empty(juana.Unasked);
    }

    [Fact]
    public async Task Somebody_named_gets_nothing_nor_does_anybody_of_her_institution()
    {
        await using var line = await TestLine.OpenAsync();
        var prima = await line.Defender("Petrona Mamani").In("BO-010601").OnFileAsync();
        var hers = await line.Defender("Rosa Condori").In("BO-010601").OnFileAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-01").Of("Casa de la Mujer").OnFileAsync();

        await line.Stranger().ReportsAsync("tarabuco", "tiene a una niña de servicio", keepAway: "petrona mamani");

        Assert.Empty(prima.Unasked);
        Assert.Empty(hers.Unasked);
        Assert.Contains("Tarabuco", ana.Reads);
    }

    [Fact]
    public async Task Whoever_was_named_is_kept_away_also_under_another_id_with_whoever_comes_to_her_institution()
    {
        await using var line = await TestLine.OpenAsync();
        await line.Defender("Juana Mamani").In("BO-010601").Of("Alcaldia de Tarabuco").OnFileAsync();
        var rosa = await line.Defender("Rosa Choque").In("BO-010601").Of("Casa de la Mujer").OnFileAsync();
        await line.Stranger().ReportsAsync("tarabuco", "tiene a una niña de servicio", keepAway: "juana mamani");

        var juana = await line.Defender("Mamani Juana").In("BO-010601").Of("Red").OnFileAsync();
        var pedro = await line.Defender("Pedro Arce").In("BO-010601").Of("Alcaldía de Tarabuco").OnFileAsync();
        await rosa.AnswersAsync("2");
        await line.PassAsync(TimeSpan.FromHours(3));

        Assert.Empty(juana.Unasked);
        Assert.Empty(pedro.Unasked);
    }

    [Fact]
    public async Task An_alert_goes_through_all_who_could_have_it_in_the_course_of_a_day()
    {
        await using var line = await TestLine.OpenAsync();
        var local = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var department = await line.Defender("Berta Choque").In("BO-01").OnFileAsync();
        var national = await line.Defender("Carla Poma").In("BO").OnFileAsync();
        var coordinator = await line.Coordinator("Clara Rojas").OnFileAsync();

        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");
        Assert.StartsWith("Aviso", local.Reads);
        Assert.Contains("suplente", department.Reads);

        await line.PassAsync(TimeSpan.FromMinutes(60));
        Assert.StartsWith($"Del aviso {local.Alert} no hubo respuesta y se pregunto a otra persona", local.Reads);
        Assert.StartsWith("Sigue pendiente", department.Reads);
        Assert.Contains("suplente", national.Reads);

        await line.PassAsync(TimeSpan.FromMinutes(60));
        Assert.Contains("suplente", coordinator.Reads);

        await line.PassAsync(TimeSpan.FromHours(22));
        Assert.StartsWith("Sigue pendiente", coordinator.Reads);
        Assert.DoesNotContain(local.Unasked.Skip(3), _ => true);

        Assert.Contains("Es suyo", await coordinator.SaysAsync($"1 {coordinator.Alert}", "1"));
    }

    [Fact]
    public async Task Who_passes_or_declares_a_conflict_is_followed_at_once()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var berta = await line.Defender("Berta Choque").In("BO-01").OnFileAsync();
        var carla = await line.Defender("Carla Poma").In("BO").OnFileAsync();
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");

        Assert.Equal($"Entendido. Del aviso {ana.Alert} no le llega nada mas.", await ana.AnswersAsync("3"));
        Assert.StartsWith("Sigue pendiente", berta.Reads);
        Assert.Contains("suplente", carla.Reads);

        Assert.Contains("pasado a otra persona", await berta.AnswersAsync("2"));
        Assert.Contains("Es suyo", await carla.SaysAsync($"{carla.Alert} 1", "1"));
        Assert.Equal(2, ana.Unasked.Count);
    }

    [Fact]
    public async Task Two_alerts_are_told_apart_by_their_codes()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601", "BO-010101").OnFileAsync();
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");
        var first = ana.Alert;
        await line.Stranger().ReportsAsync("sucre", "no le pagan en el mercado");
        var second = ana.Alert;

        await ana.SaysAsync("1");
        Assert.All(await line.TipsAsync(), tip => Assert.Null(tip.Assigned));

        Assert.Contains($"Es suyo: {first}", await ana.SaysAsync($"1 {first}"));
        Assert.Contains($"Es suyo: {second}", await ana.SaysAsync($"1 {second}"));
        Assert.Contains($"{first}: ", await ana.SaysAsync($"1 {first}"));
    }

    [Fact]
    public async Task Somebody_who_rests_is_rung_for_a_danger_only_and_reads_no_place()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").Resting().OnFileAsync();
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");
        Assert.Empty(ana.Unasked);

        await line.Stranger().SaysAsync("PELIGRO", "1", "1", "tarabuco", "1", "me persigue", "1");

        Assert.StartsWith($"Aviso {ana.Alert}. 1 Ver", ana.Reads);
        Assert.DoesNotContain("Tarabuco", ana.Reads);
        Assert.Contains("Tarabuco", await ana.AnswersAsync("1"));
    }

    [Fact]
    public async Task Resting_since_she_was_asked_she_is_not_told_the_place_when_it_becomes_a_danger()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "3", "2", "2", "tarabuco", "no le pagan en la tienda", "1", "1");
        await ana.SaysAsync("DESCANSO");
        var before = ana.Unasked.Count;

        await vecina.SaysAsync("PELIGRO", "1");

        Assert.NotEmpty(ana.Unasked.Skip(before));
        Assert.All(ana.Unasked.Skip(before), m => Assert.DoesNotContain("Tarabuco", m));
        Assert.Contains("Tarabuco", await ana.AnswersAsync("1"));
    }

    [Fact]
    public async Task Whoever_writes_ALTO_gives_her_case_to_others_at_once()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var clara = await line.Coordinator("Clara Rojas").OnFileAsync();
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");
        await ana.AnswersAsync("1");
        await ana.SaysAsync("1", "1");
        var before = clara.Unasked.Count;

        await ana.SaysAsync("ALTO");

        Assert.NotEmpty(clara.Unasked.Skip(before));
        Assert.Null((await line.OnlyTipAsync()).Assigned);
        Assert.Contains("Es suyo", await clara.AnswersAsync("1"));
    }

    [Fact]
    public async Task Her_turn_counts_what_AVISOS_shows()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        await line.Coordinator("Clara Rojas").OnFileAsync();
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");
        Assert.Contains("abiertos: 1.", await ana.SaysAsync("MENU", "2"));

        await line.PassAsync(TimeSpan.FromHours(3));

        Assert.Contains("No hay avisos", await ana.SaysAsync("AVISOS"));
        Assert.Contains("abiertos: 0.", await ana.SaysAsync("MENU", "2"));
    }

    [Fact]
    public async Task Whoever_writes_ALTO_holds_nothing_up()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var berta = await line.Defender("Berta Choque").In("BO-01").OnFileAsync();
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");

        await ana.SaysAsync("ALTO");
        Assert.StartsWith("Sigue pendiente", berta.Reads);

        var before = ana.Unasked.Count;
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");
        Assert.Equal(before, ana.Unasked.Count);
    }

    [Fact]
    public async Task An_office_gets_a_case_where_the_reporter_chose_it()
    {
        await using var line = await TestLine.OpenAsync();
        var office = await line.Official("Olga").In("BO-010601").Of("Defensoria de la Ninez").OnFileAsync();

        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");
        Assert.Empty(office.Unasked);

        await line.Stranger().SaysAsync("hola", "3", "2", "2", "tarabuco", "no le pagan en la tienda", "1", "2");
        Assert.Contains("su oficina", office.Reads);
    }

    [Fact]
    public async Task The_same_message_five_times_at_once_is_five_equal_answers_and_one_tip()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "3", "2", "2", "tarabuco", "no le pagan", "1");
        var message = new InboundMessage(
            vecina.Phone, ChannelKind.Sms, "SMsame", "1", [], null, null, CarrierWord.None, line.Now, null);

        var replies = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => line.HandleAsync(message))));

        Assert.Single(replies.Select(r => string.Join('|', r.Says.Select(s => s.Text))).Distinct());
        Assert.Single(replies, r => !r.IsRepeat);
        await line.OnlyTipAsync();
        Assert.Single(ana.Unasked, m => m.StartsWith("Aviso", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Five_people_at_once_are_five_tips_with_the_words_of_each()
    {
        await using var line = await TestLine.OpenAsync();
        await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var people = Enumerable.Range(0, 5).Select(_ => line.Stranger()).ToList();

        await Task.WhenAll(people.Select((p, i) => Task.Run(() => p.ReportsAsync("tarabuco", $"a la muchacha numero {i} no le pagan"))));

        var stories = new List<string?>();
        foreach (var tip in await line.TipsAsync())
        {
            stories.Add(Assert.Single(await line.OpenAsync(tip)).Story);
        }
        Assert.Equal(Enumerable.Range(0, 5).Select(i => $"a la muchacha numero {i} no le pagan"), stories.Order());
    }

    [Fact]
    public async Task Only_somebody_who_speaks_her_language_is_asked()
    {
        await using var line = await TestLine.OpenAsync(("Languages:ShowDrafts", "true"));
        var spanish = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var quechua = await line.Defender("Berta Choque").In("BO-01").Speaking("qu", "es").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("idioma", "quechua");
        await vecina.ReportsAsync("tarabuco", "mana pagankuchu");

        Assert.Equal("qu", (await line.OnlyTipAsync()).Language.ToString());
        Assert.Empty(spanish.Unasked);
        Assert.NotEmpty(quechua.Unasked);
    }
}
