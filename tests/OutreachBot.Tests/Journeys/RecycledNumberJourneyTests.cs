using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OutreachBot.Conversations;
using OutreachBot.Privacy;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Adversaries.SwitchedOff;

namespace OutreachBot.Tests.Journeys;

/// <summary>A number has come to somebody else: the network gives one anew after months, a family passes a phone on within hours.</summary>
public sealed class RecycledNumberJourneyTests
{
    private static readonly string[] Firsts = ["hola", "1", "2", "9", "MENU", "repetir", "ver mensaje", "mi caso", "mis datos", "quien es?", "atras", "LISTO", "0"];

    [Fact]
    public async Task After_sixty_days_the_new_owner_reads_what_any_stranger_reads_whatever_she_writes_first() =>
        Assert.Empty(await TellingFirstsAsync(off: null));

    [Fact]
    public async Task Where_conversations_never_end_and_a_number_has_one_key_for_ever_it_is_found() =>
        Assert.NotEmpty(await TellingFirstsAsync(services => services
            .RemoveAll<IPersonStore>().AddSingleton<IPersonStore>(_ => new NobodyDropped(new SqlitePersonStore()))
            .RemoveAll<IPersonKeys>().AddSingleton<IPersonKeys, OneKeyForEver>()));

    /// <returns>The first words at which she reads something else than a stranger.</returns>
    private static async Task<IReadOnlyList<string>> TellingFirstsAsync(Action<IServiceCollection>? off)
    {
        await using var line = await TestLine.OpenAsync(off);
        await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecinas = new List<Person>();
        foreach (var _ in Firsts)
        {
            vecinas.Add(await ReportedAsync(line));
        }
        await line.LeapAsync(TimeSpan.FromDays(62));
        var telling = new List<string>();
        foreach (var (first, vecina) in Firsts.Zip(vecinas))
        {
            var kept = await KeptAsync(line, vecina) is not null;
            var stranger = line.Stranger();
            var same = await stranger.SaysAsync(first) == await vecina.SaysAsync(first) && await stranger.SaysAsync("1") == await vecina.SaysAsync("1");
            if (kept || !same)
            {
                telling.Add(first);
            }
        }
        return telling;
    }

    [Fact]
    public async Task After_sixty_days_nothing_is_sent_to_the_number_any_more()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = await ReportedAsync(line);
        await ana.AnswersAsync("1");
        await line.LeapAsync(TimeSpan.FromDays(62));
        var before = vecina.Unasked.Count;

        await ana.SaysAsync("1", "2", "cuantos anos tiene?");
        await line.PassAsync(TimeSpan.FromDays(2));

        Assert.Equal(before, vecina.Unasked.Count);
    }

    [Fact]
    public async Task Sooner_whoever_has_the_phone_in_the_middle_of_a_report_is_only_asked_whether_to_go_on()
    {
        await using var line = await TestLine.OpenAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "3", "2", "2", "tarabuco", "no la dejan salir de la casa");

        await line.PassAsync(TimeSpan.FromHours(20));

        Assert.Equal("¿Seguimos? 1 Si 2 Salir", await vecina.SaysAsync("hola"));
        Assert.Equal("Aqui damos apoyo a comunidades. Con MENU se ve qué hay.", await vecina.SaysAsync("quien es?"));
        Assert.Equal("Gracias. Hasta luego.", await vecina.SaysAsync("2"));
        Assert.DoesNotContain("tarabuco", await vecina.SaysAsync("repetir"), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("hola")]
    [InlineData("repetir")]
    [InlineData("MENU")]
    [InlineData("codigo")]
    [InlineData("atras")]
    [InlineData("algo")]
    public async Task A_week_later_nothing_of_the_report_is_shown_to_whoever_has_the_phone(string first)
    {
        await using var line = await TestLine.OpenAsync();
        var vecina = await ReportedAsync(line);
        var code = vecina.Receipt;

        await line.PassAsync(TimeSpan.FromDays(7));
        var read = string.Join('\n', await vecina.SaysAsync(first), await vecina.SaysAsync("1"), await vecina.SaysAsync("repetir"));

        Assert.DoesNotContain("Tarabuco", read, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(code, read, StringComparison.Ordinal);
        Assert.DoesNotContain("salir de la casa", read, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<Person> ReportedAsync(TestLine line)
    {
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "3", "2", "2", "tarabuco", "no la dejan salir de la casa", "1", "1");
        await vecina.SaysAsync("1", "4", "0", "0");
        return vecina;
    }

    private static Task<KeptConversation?> KeptAsync(TestLine line, Person person) =>
        line.RunAsync(unit => line.Get<PersonFile>().Open(unit, line.Get<IPersonKeys>().Of(unit, person.Phone)));
}
