using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OutreachBot.Conversations;
using OutreachBot.Privacy;
using OutreachBot.Tests.Adversaries.SwitchedOff;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Journeys;

/// <summary>What somebody with her phone may ask tells him nothing: one answer, whatever is held.</summary>
public sealed class SameAnswerTests
{
    [Theory]
    [InlineData("MIS DATOS")]
    [InlineData("BORRAR")]
    [InlineData("BORRAR 123-456-7890")]
    [InlineData("SALIR")]
    public async Task A_stranger_a_reporter_and_a_responder_read_the_same_letter_for_letter(string word) =>
        Assert.NotEmpty(Assert.Single(await AnswersAsync(word, off: null)));

    [Fact]
    public async Task Where_MIS_DATOS_tells_that_something_is_held_it_is_found() =>
        Assert.Equal(2, (await AnswersAsync("MIS DATOS", services => services
            .RemoveAll<IConversation>()
            .AddSingleton<IConversation>(p => new TellsWhatIsHeld(ActivatorUtilities.CreateInstance<Conversation>(p), m => IsHeldAsync(p, m))))).Count);

    private static Task<bool> IsHeldAsync(IServiceProvider services, InboundMessage message) => services.GetRequiredService<ITransactions>().RunAsync(
        unit => services.GetRequiredService<PersonFile>().Open(unit, services.GetRequiredService<IPersonKeys>().Of(unit, message.From)) is not null,
        CancellationToken.None);

    private static async Task<IReadOnlySet<string>> AnswersAsync(string word, Action<IServiceCollection>? off)
    {
        await using var line = await TestLine.OpenAsync(off);
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "3", "2", "2", "tarabuco", "no le pagan en la tienda", "1", "1", "1", "0", "0");

        return new HashSet<string>(StringComparer.Ordinal) { await line.Stranger().SaysAsync(word), await vecina.SaysAsync(word), await ana.SaysAsync(word) };
    }

    [Fact]
    public async Task A_right_code_and_a_wrong_one_read_the_same()
    {
        await using var line = await TestLine.OpenAsync();
        var vecina = line.Stranger();
        await vecina.ReportsAsync("tarabuco", "no le pagan en la tienda");

        Assert.Equal(await line.Stranger().SaysAsync("BORRAR 123-456-7890"), await line.Stranger().SaysAsync($"BORRAR {vecina.Receipt}"));
    }

    [Fact]
    public async Task Mis_datos_says_how_to_erase()
    {
        await using var line = await TestLine.OpenAsync();

        Assert.Contains("BORRAR", await line.Stranger().SaysAsync("MIS DATOS"), StringComparison.Ordinal);
    }
}
