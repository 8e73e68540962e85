using OutreachBot.Conversations;
using OutreachBot.Flows.Running;
using OutreachBot.Privacy;

namespace OutreachBot.Tests.Journeys;

/// <summary>Somebody takes the phone out of her hand: the word turned the thread into a farming calendar.</summary>
public sealed class CoverJourneyTests
{
    private const string Page = "Calendario de siembra, marzo: ";
    private const string Months = "Calendario de siembra. Escriba el numero del mes que quiere ver: 1 a 12";

    [Fact]
    public async Task A_question_from_her_responder_is_not_announced_under_the_calendar_and_is_when_she_is_back()
    {
        await using var line = await TestLine.OpenAsync();
        var (ana, vecina) = await CaseAsync(line);

        await vecina.SaysAsync("calendario");
        await ana.SaysAsync("1", "2", "cuantos anos tiene?");
        await line.PassAsync(TimeSpan.FromDays(2));

        Assert.Empty(vecina.Unasked);
        Assert.Equal(Months, await vecina.SaysAsync("hola"));

        await vecina.SaysAsync("calendario calendario");
        Assert.StartsWith("Hola. Tiene un mensaje pendiente.", Assert.Single(vecina.Unasked));
        Assert.Contains("cuantos anos tiene?", await vecina.SaysAsync("1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_about_to_be_announced_is_taken_back()
    {
        await using var line = await TestLine.OpenAsync();
        var (ana, vecina) = await CaseAsync(line, morning: true);
        await line.PassAsync(TimeSpan.FromHours(10));
        await ana.SaysAsync("1", "2", "cuantos anos tiene?");

        await vecina.SaysAsync("calendario");
        await line.PassAsync(TimeSpan.FromHours(24));

        Assert.Empty(vecina.Unasked);
    }

    [Fact]
    public async Task A_case_that_was_closed_meanwhile_is_announced_when_she_is_back()
    {
        await using var line = await TestLine.OpenAsync();
        var (ana, vecina) = await CaseAsync(line);

        await vecina.SaysAsync("calendario");
        await ana.SaysAsync("1", "1", "4", "1", "0");
        await line.PassAsync(TimeSpan.FromHours(1));
        Assert.Empty(vecina.Unasked);

        await vecina.SaysAsync("calendario calendario");
        Assert.StartsWith("Hola. Tiene un mensaje pendiente.", Assert.Single(vecina.Unasked));
    }

    [Fact]
    public async Task Who_wants_to_be_told_meanwhile_is_told()
    {
        await using var line = await TestLine.OpenAsync();
        var (ana, vecina) = await CaseAsync(line);
        await vecina.SaysAsync("mi palabra", "1", "1", "pelusa");

        await vecina.SaysAsync("Pelusa");
        await ana.SaysAsync("1", "2", "cuantos anos tiene?");

        Assert.StartsWith("Hola. Tiene un mensaje pendiente.", Assert.Single(vecina.Unasked));
    }

    [Fact]
    public async Task A_digit_under_the_calendar_opens_no_message_and_takes_no_alert()
    {
        await using var line = await TestLine.OpenAsync();
        var (ana, vecina) = await CaseAsync(line);
        await vecina.SaysAsync("mi palabra", "1", "1", "pelusa");
        await ana.SaysAsync("1", "2", "cuantos anos tiene?");
        await vecina.SaysAsync("pelusa");
        Assert.StartsWith("Calendario de siembra, enero", await vecina.SaysAsync("1"));

        await ana.SaysAsync("calendario");
        await line.Stranger().ReportsAsync("tarabuco", "otra chica no vuelve de la ciudad");
        Assert.StartsWith("Calendario de siembra, febrero", await ana.SaysAsync("2"));
    }

    [Fact]
    public async Task What_was_agreed_to_is_kept_and_can_be_asked_for_with_the_code_from_another_phone()
    {
        await using var line = await TestLine.OpenAsync();
        var vecina = line.Stranger();
        await vecina.ReportsAsync("tarabuco", "no la dejan salir de la casa");

        Assert.StartsWith(Page, await vecina.SaysAsync("calendario"));

        Assert.Single(await line.TipsAsync());
        Assert.StartsWith("¿Qué municipio", await line.Stranger().SaysAsync("codigo " + vecina.Receipt));
        Assert.Equal(Months, await vecina.SaysAsync("codigo " + vecina.Receipt));
    }

    [Theory]
    [InlineData("calendario")]
    [InlineData("salir")]
    public async Task A_message_that_the_provider_delivers_again_brings_nothing_back(string word)
    {
        await using var line = await TestLine.OpenAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "3");
        var again = await vecina.SaysLaterAgainAsync("2");

        await vecina.SaysAsync(word);

        Assert.Equal("", await again());
    }

    [Fact]
    public async Task After_BORRAR_nothing_is_left_of_her_word_or_the_calendar_and_no_replay_brings_it_back()
    {
        await using var line = await TestLine.OpenAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "mi palabra", "1", "2");
        var chosen = await vecina.SaysLaterAgainAsync("pelusa");
        var covered = await vecina.SaysLaterAgainAsync("pelusa");
        Assert.NotNull(await KeptAsync(line, vecina));

        await vecina.SaysAsync("BORRAR");
        Assert.Null(await KeptAsync(line, vecina));
        Assert.Equal("", await chosen());
        Assert.Equal("", await covered());
        Assert.Null(await KeptAsync(line, vecina));

        var stranger = line.Stranger();
        Assert.Equal(await stranger.SaysAsync("pelusa"), await vecina.SaysAsync("pelusa"));
        Assert.Equal(await stranger.SaysAsync("hola"), await vecina.SaysAsync("hola"));
        Assert.Equal(Cover.None, (await KeptAsync(line, vecina))!.Session.Cover);
    }

    [Fact]
    public async Task What_is_kept_of_a_stranger_under_the_calendar_is_what_is_kept_of_somebody_who_had_told_a_case()
    {
        await using var line = await TestLine.OpenAsync();
        var (stranger, vecina) = (line.Stranger(), line.Stranger());
        await vecina.SaysAsync("contar algo", "2", "2", "tarabuco", "no la dejan salir de la casa");

        await stranger.SaysAsync("calendario");
        await vecina.SaysAsync("calendario");

        // All but her language, as after SALIR; the pace counts, and never a word.
        Assert.Equivalent(await BareAsync(stranger), await BareAsync(vecina), strict: true);

        async Task<Session> BareAsync(Person person) =>
            (await KeptAsync(line, person))!.Session with { Language = null, Pace = Pace.None, Version = 0 };
    }

    [Theory]
    [InlineData("PELIGRO")]
    [InlineData("hubo una emergencia, me esta pegando ayudenme")]
    public async Task A_cry_for_help_shows_nothing_that_waits_and_the_calendar_is_back_after_it(string cry)
    {
        await using var line = await TestLine.OpenAsync();
        var (ana, vecina) = await CaseAsync(line);
        await vecina.SaysAsync("calendario");
        await ana.SaysAsync("1", "2", "cuantos anos tiene?");

        Assert.Contains("Avisamos ya a una persona de apoyo", await vecina.SaysAsync(cry), StringComparison.Ordinal);
        foreach (var tried in new[] { "VER MENSAJE", "mi caso", "MENU", $"codigo {vecina.Receipt}" })
        {
            var read = await vecina.SaysAsync(tried);
            Assert.DoesNotContain("cuantos anos", read, StringComparison.Ordinal);
            Assert.DoesNotContain("Contar algo", read, StringComparison.Ordinal);
            Assert.DoesNotContain("municipio", read, StringComparison.Ordinal);
        }
        await line.PassAsync(TimeSpan.FromMinutes(16));
        Assert.StartsWith(Page, await vecina.SaysAsync("hola"));
        Assert.Equal(Months, await vecina.SaysAsync("VER MENSAJE"));
        Assert.Empty(vecina.Unasked);

        await vecina.SaysAsync("calendario calendario");
        Assert.StartsWith("Hola. Tiene un mensaje pendiente.", Assert.Single(vecina.Unasked));
        Assert.Contains("cuantos anos tiene?", await vecina.SaysAsync("1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_she_agrees_to_hear_in_the_help_waits_until_she_is_back()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("calendario", "PELIGRO", "1", "2", "tarabuco", "1", "no la dejan salir de la casa", "1");
        await vecina.SaysAsync("1", "4", "0", "0");
        await ana.AnswersAsync("1");

        await ana.SaysAsync("1", "2", "cuantos anos tiene?");
        Assert.Empty(vecina.Unasked);
        Assert.Equal(Months, await vecina.SaysAsync("hola"));

        await vecina.SaysAsync("calendario calendario");
        Assert.StartsWith("Hola. Tiene un mensaje pendiente.", Assert.Single(vecina.Unasked));
    }

    [Fact]
    public async Task Whoever_asks_meanwhile_reads_that_it_is_kept()
    {
        await using var line = await TestLine.OpenAsync();
        var (ana, vecina) = await CaseAsync(line);
        await vecina.SaysAsync("calendario");

        Assert.Contains("Queda guardado. Lo lee cuando vuelva a escribir.", await ana.SaysAsync("1", "2", "cuantos anos tiene?"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_is_to_call_her_is_told_not_to_and_when_she_may_again(bool wantsNotices)
    {
        await using var line = await TestLine.OpenAsync();
        var clara = await line.Coordinator("Clara Rojas").OnFileAsync();
        var vecina = line.Stranger();
        if (wantsNotices)
        {
            await vecina.SaysAsync("mi palabra", "1", "1", "pelusa");
        }
        await vecina.SaysAsync("9", "1", "1", "0", "0");
        var word = wantsNotices ? "pelusa" : "calendario";
        await clara.AnswersAsync("1");
        var code = clara.Alert;
        var before = clara.Unasked.Count;

        await vecina.SaysAsync(word);
        await vecina.SaysAsync(word);
        Assert.Equal($"Caso {code}: por ahora no llame a ese numero, puede tenerlo otra persona. Se le dice cuando se pueda.", Assert.Single(clara.Unasked.Skip(before)));

        await vecina.SaysAsync($"{word} {word}");
        Assert.Equal($"Caso {code}: ya puede llamar, como lo pidio.", clara.Unasked[^1]);
        Assert.Equal(before + 2, clara.Unasked.Count);
    }

    [Fact]
    public async Task Whoever_takes_the_wish_for_a_call_meanwhile_reads_that_she_must_wait()
    {
        await using var line = await TestLine.OpenAsync();
        var clara = await line.Coordinator("Clara Rojas").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("9", "1", "1", "0", "0");
        await vecina.SaysAsync("calendario");

        await clara.AnswersAsync("1");
        var details = await clara.SaysAsync("1");

        Assert.Contains("POR AHORA NO LLAME", details, StringComparison.Ordinal);
        await vecina.SaysAsync("calendario calendario");
        Assert.EndsWith("ya puede llamar, como lo pidio.", clara.Unasked[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wish_to_be_written_to_rings_nowhere_and_nobody_is_told()
    {
        await using var line = await TestLine.OpenAsync();
        var clara = await line.Coordinator("Clara Rojas").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("9", "1", "2", "0");
        await clara.AnswersAsync("1");
        var before = clara.Unasked.Count;

        await vecina.SaysAsync("calendario", "calendario calendario");

        Assert.Equal(before, clara.Unasked.Count);
    }

    [Fact]
    public async Task Her_word_is_changed_by_whoever_knows_it_alone()
    {
        await using var line = await TestLine.OpenAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("mi palabra", "1", "1", "pelusa");

        Assert.StartsWith("Ya hay otra palabra.", await vecina.SaysAsync("mi palabra", "1", "1", "relampago"));
        Assert.StartsWith("Ya hay otra palabra.", await vecina.SaysAsync("tortuga tortuga"));
        await vecina.SaysAsync("0");
        Assert.DoesNotContain("Calendario de siembra", await vecina.SaysAsync("relampago"), StringComparison.Ordinal);

        Assert.StartsWith("Guardada.", await vecina.SaysAsync("mi palabra", "1", "1", "relampago", "pelusa pelusa"));
        Assert.StartsWith(Page, await vecina.SaysAsync("relampago"));
    }

    private static async Task<(Person Ana, Person Vecina)> CaseAsync(TestLine line, bool morning = false)
    {
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "3", "2", "2", "tarabuco", "no la dejan salir de la casa", "1", "1");
        await vecina.SaysAsync("1", morning ? "1" : "4", "0", "0");
        await ana.AnswersAsync("1");
        return (ana, vecina);
    }

    private static Task<KeptConversation?> KeptAsync(TestLine line, Person person) =>
        line.RunAsync(unit => line.Get<PersonFile>().Open(unit, line.Get<IPersonKeys>().Of(unit, person.Phone)));
}
