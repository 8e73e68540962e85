using OutreachBot.Responders;
using OutreachBot.Responders.Pins;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Journeys;

/// <summary>A responder's phone in other hands, or her sender forged.</summary>
public sealed class PinJourneyTests
{
    private const string Wrong = "7305";

    [Fact]
    public async Task At_her_first_case_she_chooses_four_digits_once_and_then_reads()
    {
        await using var line = await TestLine.OpenAsync(("Alerts:Details", "story"));
        var ana = await AnaAsync(line);
        ana.Digits = null;
        await line.Stranger().ReportsAsync("tarabuco", "la canariona no le paga");

        await ana.AnswersAsync("1");
        Assert.StartsWith("Elija 4 numeros", await ana.SaysAsync("1"));
        Assert.Contains("canariona", await ana.SaysAsync("4826 4826"));
    }

    [Theory]
    [InlineData("1234 1234")]
    [InlineData("0000 0000")]
    [InlineData("9876 9876")]
    [InlineData("1985 1985")]
    [InlineData("4747 4747")]
    [InlineData("0000")]
    public async Task What_anybody_would_try_first_is_not_taken(string digits)
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await AnaAsync(line);
        ana.Digits = null;
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");
        await ana.AnswersAsync("1");
        await ana.SaysAsync("1");

        Assert.StartsWith("Esos se adivinan", await ana.SaysAsync(digits));
    }

    [Fact]
    public async Task Written_once_they_are_asked_again_and_must_be_the_same()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await AnaAsync(line);
        ana.Digits = null;
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");
        await ana.AnswersAsync("1");
        await ana.SaysAsync("1");

        Assert.StartsWith("Otra vez", await ana.SaysAsync("4826"));
        Assert.StartsWith("No salieron iguales", await ana.SaysAsync("4827"));
        await ana.SaysAsync("4826");
        Assert.Contains("Tarabuco", await ana.SaysAsync("4826"));
    }

    [Fact]
    public async Task Shown_once_they_hold_for_a_while_and_are_asked_for_after_it()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await ReadingAsync(line);

        Assert.StartsWith("Enviada", await ana.SaysAsync("2", "cuantos son?"), StringComparison.Ordinal);
        await line.LeapAsync(TimeSpan.FromMinutes(11));
        Assert.StartsWith("Escriba sus 4 numeros", await ana.SaysAsync("1", "y donde?"), StringComparison.Ordinal);
        Assert.StartsWith("Enviada", await ana.SaysAsync("4826"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_salir_they_are_asked_for_at_once()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await ReadingAsync(line);

        await ana.SaysAsync("salir");

        Assert.StartsWith("Escriba sus 4 numeros", await ana.AnswersAsync("1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_forges_her_sender_reads_nothing_sends_nothing_closes_nothing_and_erases_nothing()
    {
        await using var line = await TestLine.OpenAsync(("Alerts:Details", "story"));
        var ana = await ReadingAsync(line);
        await line.LeapAsync(TimeSpan.FromMinutes(11));
        var shown = ana.Screen.Count;

        await ana.SaysAsync("salir", "1 " + ana.Alert, "1", "BORRAR", Wrong, "menu", "1 " + ana.Alert, "2", "venga sola a la plaza", Wrong);

        Assert.DoesNotContain(ana.Screen.Skip(shown), m => m.Contains("canariona", StringComparison.Ordinal) || m.StartsWith("Listo", StringComparison.Ordinal) || m.StartsWith("Enviada", StringComparison.Ordinal));
        var tip = await line.OnlyTipAsync();
        Assert.Equal((await line.OnFileAsync(ana)).Id, tip.Assigned);
        Assert.Equal(TipState.Accepted, tip.State);
    }

    [Fact]
    public async Task Borrar_asks_for_them_and_then_hands_her_cases_on_and_answers_as_it_answers_anybody()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await ReadingAsync(line);
        var berta = await line.Defender("Berta Choque").In("BO-01").OnFileAsync();
        await line.LeapAsync(TimeSpan.FromMinutes(11));

        Assert.StartsWith("Para borrar", await ana.SaysAsync("BORRAR"), StringComparison.Ordinal);
        Assert.Equal(await line.Stranger().SaysAsync("BORRAR"), await ana.SaysAsync("4826"));

        Assert.Null((await line.OnlyTipAsync()).Assigned);
        Assert.Contains(berta.Unasked, m => m.StartsWith("Aviso", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Five_wrong_ones_pass_the_alert_on_tell_a_coordinator_without_a_word_of_it_and_open_nothing_for_a_while()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await ReadingAsync(line);
        var berta = await line.Defender("Berta Choque").In("BO-01").OnFileAsync();
        var clara = await line.Coordinator("Clara").OnFileAsync();
        await line.LeapAsync(TimeSpan.FromMinutes(11));
        await ana.SaysAsync("2", "donde esta?");

        await ana.SaysAsync(Wrong, Wrong, Wrong, Wrong);
        Assert.NotNull((await line.OnlyTipAsync()).Assigned);
        Assert.StartsWith("Por ahora esto queda cerrado", await ana.SaysAsync(Wrong), StringComparison.Ordinal);

        Assert.Null((await line.OnlyTipAsync()).Assigned);
        Assert.Contains(berta.Unasked, m => m.StartsWith("Aviso", StringComparison.Ordinal));
        var told = Assert.Single(clara.Unasked, m => m.StartsWith("Alguien de la lista", StringComparison.Ordinal));
        Assert.DoesNotContain("Ana", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Tarabuco", told, StringComparison.Ordinal);

        await line.Stranger().ReportsAsync("tarabuco", "otra cosa en la tienda");
        Assert.StartsWith("Por ahora", await ana.AnswersAsync("1"), StringComparison.Ordinal);
        Assert.Contains("Es suyo", await berta.AnswersAsync("1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_time_it_is_closed_for_twice_as_long()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await ReadingAsync(line);
        var spans = new List<TimeSpan>();
        for (var round = 0; round < 2; round++)
        {
            await line.LeapAsync(TimeSpan.FromHours(13));
            await ana.SaysAsync("salir", "BORRAR", Wrong, Wrong, Wrong, Wrong, Wrong);
            spans.Add((await PinAsync(line, ana)).LockedUntil!.Value - line.Now);
        }

        Assert.Equal([CheckPinEffect.FirstLock, 2 * CheckPinEffect.FirstLock], spans);
    }

    [Fact]
    public async Task Taken_back_by_a_coordinator_she_chooses_another_at_her_next_case()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await ReadingAsync(line);
        var onFile = await line.OnFileAsync(ana);
        Assert.True(await line.RunAsync(unit => line.Get<PinReset>().Apply(unit, onFile.Id)));
        await line.LeapAsync(TimeSpan.FromMinutes(11));

        Assert.StartsWith("Elija 4 numeros", await ana.SaysAsync("2", "donde esta?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_of_it_is_no_digits_and_goes_with_her_row()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await ReadingAsync(line);
        var onFile = await line.OnFileAsync(ana);

        Assert.Equal(32, (await PinAsync(line, ana)).Hash!.Length);
        await line.RunAsync(unit =>
        {
            line.Get<IResponders>().Remove(unit, onFile.Id);
            return true;
        });
        Assert.Same(PinRecord.None, await line.RunAsync(unit => line.Get<IPinStore>().Find(unit, onFile.Id)));
    }

    private static Task<Person> AnaAsync(TestLine line) => line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();

    /// <summary>Ana, who has chosen her digits and read a case; from here on whoever holds her phone gives none unasked.</summary>
    private static async Task<Person> ReadingAsync(TestLine line)
    {
        var ana = await AnaAsync(line);
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "3", "2", "2", "tarabuco", "la canariona no le paga", "1");
        await vecina.SaysAsync("1", "1", "0");
        await ana.AnswersAsync("1");
        await ana.SaysAsync("1");
        ana.Digits = null;
        return ana;
    }

    private static async Task<PinRecord> PinAsync(TestLine line, Person person)
    {
        var onFile = await line.OnFileAsync(person);
        return await line.RunAsync(unit => line.Get<IPinStore>().Find(unit, onFile.Id));
    }
}
