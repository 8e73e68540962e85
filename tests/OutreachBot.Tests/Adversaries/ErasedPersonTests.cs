using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OutreachBot.Conversations;
using OutreachBot.Effects;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Adversaries.SwitchedOff;
using OutreachBot.Tests.Journeys;

namespace OutreachBot.Tests.Adversaries;

/// <summary>Somebody looks at her phone, or at the store, after BORRAR: she can't be told from a stranger at her first word.</summary>
public sealed class ErasedPersonTests
{
    private static readonly string[] Next =
    [
        "hola", "3", "2", "2", "tarabuco", "no le pagan", "menu", "MIS DATOS", "AYUDA", "codigo", "1234567890", "salir", "cerca", "tarabuco", "SALIR",
        "PELIGRO", "salir", "1", "2", "9", "salir", "BORRAR",
    ];

    [Fact]
    public async Task The_tables_are_as_if_she_had_never_written_but_for_ids_without_words() =>
        Assert.Empty(await LeftAsync(off: null));

    [Fact]
    public async Task Where_her_conversation_is_kept_it_is_found() => Assert.NotEmpty(await LeftAsync(DropsNobody));

    [Fact]
    public async Task All_that_she_is_answered_next_is_what_a_stranger_is_answered()
    {
        var (hers, strangers) = await AnswersAsync(off: null);

        Assert.Equal(strangers, hers);
    }

    [Fact]
    public async Task Where_her_conversation_is_kept_her_next_answers_are_others()
    {
        var (hers, strangers) = await AnswersAsync(DropsNobody);

        Assert.NotEqual(strangers, hers);
    }

    [Fact]
    public async Task Of_what_she_told_no_number_is_left_and_nothing_comes_to_her_phone() =>
        Assert.Equal((0, 0), await ReachedAsync(off: null));

    [Fact]
    public async Task Where_the_rooms_forget_nothing_her_number_is_found() =>
        Assert.Equal((1, 1), await ReachedAsync(services => services.RemoveAll<IForgetsPerson>()));

    private static void DropsNobody(IServiceCollection services) => services
        .RemoveAll<IPersonStore>()
        .AddSingleton<IPersonStore>(_ => new NobodyDropped(new SqlitePersonStore()));

    /// <returns>What the store holds more, or less, than before her first word.</returns>
    private static async Task<IReadOnlyList<string>> LeftAsync(Action<IServiceCollection>? off)
    {
        await using var line = await TestLine.OpenAsync(off);
        // The keys of the epoch and the day are there before.
        await line.Stranger().SaysAsync("hola", "BORRAR");
        var before = StoreDump.Of(line.DataDirectory);
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "cerca", "tarabuco", "salir", "IDIOMA", "1", "hola", "3", "2", "2", "tarabuco", "la canariona no le paga");
        await vecina.SendsVoiceAsync();
        await vecina.SaysAsync("BORRAR");
        var added = StoreDump.Difference(before, StoreDump.Of(line.DataDirectory));
        var answers = added.Where(row => row.StartsWith("+inbound ", StringComparison.Ordinal) && !row.EndsWith(" reply=null", StringComparison.Ordinal)).ToList();
        // The answer to BORRAR itself is kept, for its repeat. What the provider is still to delete has a random id and names nobody.
        return
        [
            .. added.Where(row => !row.StartsWith("+inbound ", StringComparison.Ordinal) && !row.StartsWith("+provider_copy ", StringComparison.Ordinal)),
            .. answers.Skip(1),
        ];
    }

    private static async Task<(string[] Hers, string[] Strangers)> AnswersAsync(Action<IServiceCollection>? off)
    {
        await using var line = await TestLine.OpenAsync(off);
        var (vecina, stranger) = (line.Stranger(), line.Stranger());
        await vecina.ReportsAsync("tarabuco", "la canariona no le paga");
        await vecina.SaysAsync("IDIOMA", "1", "BORRAR");
        var (hers, strangers) = (new List<string>(), new List<string>());
        foreach (var word in Next)
        {
            hers.Add(await vecina.SaysAsync(word));
            strangers.Add(await stranger.SaysAsync(word));
        }
        return ([.. hers], [.. strangers]);
    }

    /// <returns>Numbers kept to ask back at, and what came to her phone.</returns>
    private static async Task<(int Numbers, int Messages)> ReachedAsync(Action<IServiceCollection>? off)
    {
        await using var line = await TestLine.OpenAsync(off);
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "3", "2", "2", "tarabuco", "la canariona no le paga", "1");
        await vecina.SaysAsync("1", "1", "4", "1", "0", "BORRAR");
        await ana.AnswersAsync("1");
        await ana.SaysAsync("1", "2", "de que color es la puerta?");
        await line.PassAsync(TimeSpan.FromDays(1));
        return ((await line.ContactsAsync()).Count, vecina.Unasked.Count);
    }
}
