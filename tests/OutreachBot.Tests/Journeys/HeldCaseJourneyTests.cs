using OutreachBot.Tips;

namespace OutreachBot.Tests.Journeys;

/// <summary>A case that somebody has, after her conversation about it was dropped.</summary>
public sealed class HeldCaseJourneyTests
{
    [Fact]
    public async Task Whoever_attends_a_case_finds_it_again_by_its_code_after_a_day()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await HolderAsync(line);
        await ana.SaysAsync("1", "1");

        await line.PassAsync(TimeSpan.FromHours(25));

        Assert.StartsWith($"Caso {ana.Alert}: 1 Preguntar", await ana.SaysAsync(ana.Alert));
        await ana.SaysAsync($"4 {ana.Alert}", "1", "0");
        Assert.Equal(TipState.Closed, (await line.OnlyTipAsync()).State);
    }

    [Fact]
    public async Task Whoever_accepted_and_did_not_read_reads_it_after_a_day()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await HolderAsync(line);

        await line.PassAsync(TimeSpan.FromHours(25));

        Assert.StartsWith("Es suyo", await ana.SaysAsync(ana.Alert));
        Assert.Contains("Tarabuco", await ana.SaysAsync($"1 {ana.Alert}"));
    }

    [Fact]
    public async Task Whoever_read_it_reads_its_facts_again_and_goes_on()
    {
        await using var line = await TestLine.OpenAsync(("Alerts:Details", "story"));
        var ana = await HolderAsync(line);
        Assert.Contains("no le pagan", await ana.SaysAsync("1"));

        await line.PassAsync(TimeSpan.FromHours(25));

        var again = await ana.SaysAsync($"1 {ana.Alert}");
        Assert.Contains("Tarabuco", again);
        Assert.Contains("Voy a atender", again);
        Assert.DoesNotContain("no le pagan", again);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("2", false)]
    public async Task A_number_to_call_is_still_there_after_a_day_if_she_wants_a_call(string how, bool isShown)
    {
        await using var line = await TestLine.OpenAsync();
        var clara = await line.Coordinator("Clara").OnFileAsync();
        var caller = line.Stranger();
        await caller.SaysAsync("9", "1", how, "a las tres", "2");
        await clara.AnswersAsync("1");
        await clara.SaysAsync("1");

        await line.PassAsync(TimeSpan.FromHours(25));

        var details = await clara.SaysAsync($"1 {clara.Alert}");
        Assert.Contains("a las tres", details);
        Assert.Equal(isShown, details.Contains(caller.Phone.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_case_that_lies_is_recalled_without_a_word_of_it_and_then_a_coordinator_may_take_it_over()
    {
        await using var line = await TestLine.OpenAsync();
        var clara = await line.Coordinator("Clara Rojas").OnFileAsync();
        var ana = await HolderAsync(line);
        await ana.SaysAsync("1", "1");
        var before = clara.Unasked.Count;

        await line.PassAsync(TimeSpan.FromHours(26));
        Assert.Equal($"El caso {ana.Alert} sigue con usted. Para verlo, a solas, escriba: {ana.Alert}", ana.Reads);
        Assert.Equal(before, clara.Unasked.Count);

        await line.PassAsync(TimeSpan.FromDays(3));
        Assert.Contains(clara.Unasked, m => m.Contains("Pedido de coordinacion"));
        await clara.AnswersAsync("1");
        Assert.Contains("Es suyo", await clara.AnswersAsync("1"));
        Assert.Contains("ya lo tiene otra persona", ana.Reads);
    }

    [Fact]
    public async Task An_urgent_case_that_lies_rings_her_then_a_coordinator_and_nobody_twice_in_a_day_of_it()
    {
        await using var line = await TestLine.OpenAsync();
        var clara = await line.Coordinator("Clara Rojas").OnFileAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        await line.Stranger().SaysAsync("PELIGRO", "1", "1", "tarabuco", "1", "me persigue", "1");
        await ana.AnswersAsync("1");
        await ana.SaysAsync("1", "1");
        var before = clara.Unasked.Count;

        await line.PassAsync(TimeSpan.FromHours(2));
        Assert.StartsWith($"El caso {ana.Alert} sigue con usted", ana.Reads);
        Assert.Equal(before, clara.Unasked.Count);
        await line.PassAsync(TimeSpan.FromHours(20));

        Assert.Single(ana.Unasked, m => m.StartsWith("El caso", StringComparison.Ordinal));
        Assert.Contains(clara.Unasked.Skip(before), m => m.Contains("Pedido de coordinacion", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_without_an_answer_is_recalled_as_such_and_that_nothing_tells_the_reporter_is_said_at_once()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await HolderAsync(line);
        await ana.SaysAsync("1", "1", "1");
        Assert.StartsWith("Guardada. No hay permiso", await ana.SaysAsync("sigue ahi?"));

        await line.PassAsync(TimeSpan.FromHours(26));

        Assert.StartsWith($"Del caso {ana.Alert} aun no hay respuesta", ana.Reads);
    }

    [Fact]
    public async Task A_case_that_is_worked_on_is_recalled_to_nobody()
    {
        await using var line = await TestLine.OpenAsync();
        var clara = await line.Coordinator("Clara Rojas").OnFileAsync();
        var ana = await HolderAsync(line);
        await ana.SaysAsync("1", "1");
        var (hers, claras) = (ana.Unasked.Count, clara.Unasked.Count);

        for (var day = 0; day < 5; day++)
        {
            await line.PassAsync(TimeSpan.FromHours(23));
            await ana.SaysAsync($"2 {ana.Alert}");
        }

        Assert.Equal((hers, claras), (ana.Unasked.Count, clara.Unasked.Count));
    }

    [Fact]
    public async Task The_code_alone_opens_a_recalled_case_also_while_her_conversation_is_open()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await HolderAsync(line, "a una niña no le pagan en la tienda");
        await ana.SaysAsync("1", "1", "1");

        await line.PassAsync(TimeSpan.FromHours(7));
        Assert.StartsWith($"El caso {ana.Alert} sigue con usted", ana.Reads);

        Assert.StartsWith($"Caso {ana.Alert}: 1 Preguntar", await ana.SaysAsync(ana.Alert));
    }

    [Fact]
    public async Task Whoever_was_to_be_recalled_while_the_provider_was_down_is_told_that_another_has_it()
    {
        await using var line = await TestLine.OpenAsync();
        var clara = await line.Coordinator("Clara Rojas").OnFileAsync();
        var ana = await HolderAsync(line);
        await ana.SaysAsync("1", "1", $"3 {ana.Alert}");
        line.ProviderIsDown = true;
        await line.PassAsync(TimeSpan.FromHours(26));

        await clara.AnswersAsync("1");
        Assert.Contains("Es suyo", await clara.AnswersAsync("1"));
        line.ProviderIsDown = false;
        await line.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal($"El aviso {ana.Alert} ya lo tiene otra persona. Gracias.", ana.Reads);
        Assert.DoesNotContain(ana.Unasked, m => m.StartsWith("El caso", StringComparison.Ordinal));
    }

    private static async Task<Person> HolderAsync(TestLine line, string story = "no le pagan en la tienda")
    {
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        await line.Stranger().ReportsAsync("tarabuco", story);
        Assert.Contains("Es suyo", await ana.AnswersAsync("1"));
        return ana;
    }
}
