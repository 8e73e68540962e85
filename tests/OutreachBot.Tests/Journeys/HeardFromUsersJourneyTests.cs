using OutreachBot.Flows.Running;
using OutreachBot.Places;

namespace OutreachBot.Tests.Journeys;

/// <summary>What people did who tried the line, and were not understood.</summary>
public sealed class HeardFromUsersJourneyTests
{
    [Theory]
    [InlineData("hola")]
    [InlineData("Buenas tardes")]
    public async Task A_greeting_is_answered_by_the_neutral_sentence_where_a_question_waits(string greeting)
    {
        await using var line = await TestLine.OpenAsync();
        var (ana, vecina) = await CaseAsync(line);
        await ana.SaysAsync("1", "2", "cuantos anos tiene?");
        await line.PassAsync(TimeSpan.FromHours(5));

        var read = await vecina.SaysAsync(greeting);

        Assert.StartsWith("Hola. Tiene un mensaje pendiente.", read);
        Assert.DoesNotContain("cuantos", read, StringComparison.Ordinal);
        Assert.Contains("cuantos anos tiene?", await vecina.SaysAsync("leer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_greeting_of_somebody_for_whom_nothing_waits_is_a_greeting()
    {
        await using var line = await TestLine.OpenAsync();
        var (_, vecina) = await CaseAsync(line);
        await line.PassAsync(TimeSpan.FromHours(5));

        Assert.StartsWith("Hola. ¿Qué necesita hoy?", await vecina.SaysAsync("hola"));
    }

    [Fact]
    public async Task Later_said_twice_is_later_and_passes_nothing_on()
    {
        await using var line = await TestLine.OpenAsync();
        var (ana, _) = await CaseAsync(line);

        Assert.StartsWith("Esta guardado", await ana.SaysAsync("2"));
        Assert.StartsWith("Esta guardado", await ana.SaysAsync("2"));

        Assert.NotNull((await line.OnlyTipAsync()).Assigned);
    }

    [Fact]
    public async Task The_second_half_of_an_answer_goes_where_the_first_went()
    {
        await using var line = await TestLine.OpenAsync();
        var (ana, vecina) = await CaseAsync(line);
        await ana.SaysAsync("1", "2", "cuantos anos tiene?");

        await vecina.SaysAsync("1", "creo que tiene quince anos");
        await vecina.SaysAsync("y su hermana que vive con ella tiene doce");

        Assert.Single(await line.TipsAsync());
        var read = await ana.SaysAsync("2");
        Assert.Contains("creo que tiene quince anos", read, StringComparison.Ordinal);
        Assert.Contains("y su hermana que vive con ella tiene doce", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_told_later_or_after_SALIR_is_a_case_of_its_own()
    {
        await using var line = await TestLine.OpenAsync();
        var (ana, vecina) = await CaseAsync(line);
        await ana.SaysAsync("1", "2", "cuantos anos tiene?");
        await vecina.SaysAsync("1", "creo que tiene quince anos", "salir");

        Assert.DoesNotContain("Se lo pasamos", await vecina.SaysAsync("en la casa de enfrente no dejan salir a una chica"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("acepto")]
    [InlineData("Aceptar")]
    [InlineData("tomo")]
    [InlineData("lo tomo")]
    public async Task The_word_is_as_good_as_the_digit_for_the_only_alert(string word)
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        await line.Stranger().ReportsAsync("tarabuco", "no la dejan salir de la casa");

        Assert.StartsWith("Es suyo", await ana.SaysAsync(word));
    }

    [Theory]
    [InlineData("no, tarabuco")]
    [InlineData("no, en tarabuco")]
    public void A_no_before_a_comma_denies_what_was_asked_and_not_the_place(string text) =>
        Assert.Equal("BO-010601", Gazetteer.Embedded().Read(text, "BO").Municipality?.Id);

    [Theory]
    [InlineData("no es tarabuco")]
    [InlineData("no en tarabuco")]
    public void A_place_that_is_denied_is_none(string text) =>
        Assert.NotEqual(PlaceReadingKind.Resolved, Gazetteer.Embedded().Read(text, "BO").Kind);

    private static async Task<(Person Ana, Person Vecina)> CaseAsync(TestLine line)
    {
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "3", "2", "2", "tarabuco", "no la dejan salir de la casa", "1", "1");
        await vecina.SaysAsync("1", "4", "0", "0");
        await ana.AnswersAsync("1");
        return (ana, vecina);
    }
}
