using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OutreachBot.Agenda;
using OutreachBot.Conversations;
using OutreachBot.Tests.Adversaries.SwitchedOff;
using OutreachBot.Tests.Journeys;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Adversaries;

/// <summary>Somebody takes a reporter's phone after she has left the talk, and writes on; or tries codes in BORRAR.</summary>
public sealed class WhoHoldsHerPhoneTests
{
    private static readonly string[] Tries = ["otra vez", "hola", "repetir", "codigo", "menu", "4", "MIS DATOS", "AYUDA", "salir", "otra vez"];

    [Fact]
    public async Task After_SALIR_nothing_that_he_writes_brings_her_code_back() => Assert.False(await ComesBackAsync(off: null));

    [Fact]
    public async Task Where_it_is_said_once_more_it_is_found() =>
        Assert.True(await ComesBackAsync(services => Decorate(services, (_, c) => new SaysTheCodeAgain(c))));

    [Fact]
    public async Task Under_the_calendar_he_finds_a_calendar_and_with_a_cry_for_help_nothing_that_is_held() => Assert.Empty(await FoundAsync(off: null));

    [Fact]
    public async Task Where_nothing_is_covered_it_is_found() => Assert.Contains("question", await FoundAsync(services => services
        .RemoveAll<ITurnEngine>()
        .AddSingleton<ITurnEngine>(p => new NoCover(p.GetRequiredService<FlowShelf>()))));

    [Fact]
    public async Task BORRAR_answers_letter_for_letter_the_same_to_the_right_code_a_wrong_one_and_none() =>
        Assert.Single(await AnswersAsync(off: null));

    [Fact]
    public async Task Where_it_tells_whether_it_withdrew_anything_it_is_found() =>
        Assert.Equal(2, (await AnswersAsync(services => Decorate(services, (p, c) => new TellsWhetherItWithdrew(c, () => WithdrawnAsync(p))))).Count);

    private static async Task<bool> ComesBackAsync(Action<IServiceCollection>? off)
    {
        await using var line = await TestLine.OpenAsync(off);
        var vecina = line.Stranger();
        await vecina.ReportsAsync("tarabuco", "no le pagan en la tienda");
        var code = vecina.Receipt;
        await vecina.SaysAsync("salir");
        var shown = vecina.Screen.Count;
        await vecina.SaysAsync(Tries);
        return vecina.Screen.Skip(shown).Any(m => m.Contains(code, StringComparison.Ordinal));
    }

    /// <returns>What he comes by of a case that is followed, and of a question that waits.</returns>
    private static async Task<IReadOnlySet<string>> FoundAsync(Action<IServiceCollection>? off)
    {
        await using var line = await TestLine.OpenAsync(off);
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "3", "2", "2", "tarabuco", "no le pagan en la tienda", "1", "1", "1", "4", "0", "0");
        await ana.AnswersAsync("1");
        await vecina.SaysAsync("calendario");
        var shown = vecina.Screen.Count;
        await ana.SaysAsync("1", "2", "cuantos anos tiene?");
        string[] tries = ["VER MENSAJE", "1", $"codigo {vecina.Receipt}", "mi palabra", "menu", "avisos", "mi caso"];
        await vecina.SaysAsync([.. Tries, .. tries, "PELIGRO", .. tries, "me esta pegando ayudenme por favor", .. Tries]);
        await line.PassAsync(TimeSpan.FromDays(2));

        var screen = string.Join('\n', vecina.Screen.Skip(shown));
        (string What, string Words)[] held =
        [
            ("notice", "mensaje pendiente"), ("question", "cuantos anos"), ("code", vecina.Receipt), ("menu", "Contar algo"), ("case", "municipio"),
            ("word", "otra palabra"),
        ];
        return held.Where(h => screen.Contains(h.Words, StringComparison.Ordinal)).Select(h => h.What).ToHashSet(StringComparer.Ordinal);
    }

    private static async Task<IReadOnlySet<string>> AnswersAsync(Action<IServiceCollection>? off)
    {
        await using var line = await TestLine.OpenAsync(off);
        var vecina = line.Stranger();
        await vecina.ReportsAsync("tarabuco", "no le pagan en la tienda");
        var answers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in new[] { "123-456-7890", vecina.Receipt, vecina.Receipt, "12", "lo que sea" })
        {
            answers.Add(await line.Stranger().SaysAsync($"BORRAR {code}"));
        }
        return answers;
    }

    private static void Decorate(IServiceCollection services, Func<IServiceProvider, IConversation, IConversation> with) => services
        .RemoveAll<IConversation>()
        .AddSingleton(p => with(p, ActivatorUtilities.CreateInstance<Conversation>(p)));

    private static Task<int> WithdrawnAsync(IServiceProvider services) => services.GetRequiredService<ITransactions>().RunAsync(
        unit => services.GetRequiredService<ITipStore>().All(unit).Count(t => t.State == TipState.Withdrawn
            || services.GetRequiredService<IAgenda>().IsPlanned(unit, TipWithdrawal.AgendaKind, t.Id.ToString())), CancellationToken.None);
}
