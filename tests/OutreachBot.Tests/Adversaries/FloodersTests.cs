using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OutreachBot.Alerts;
using OutreachBot.Conversations;
using OutreachBot.Settings;
using OutreachBot.Tests.Adversaries.SwitchedOff;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tests.Journeys;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Adversaries;

/// <summary>Somebody writes by very many numbers: to bury the one honest tip, or to see by what is answered whether there is one.</summary>
public sealed partial class FloodersTests
{
    private const int Many = 120;
    private static readonly LimitsOptions Limits = new();

    [Fact]
    public async Task A_phone_rings_no_more_often_than_the_bound_says_and_another_place_is_served()
    {
        var (rings, served) = await FloodAsync(off: null);

        Assert.InRange(rings, 1, Limits.TipsPerPlacePerHour + 1);
        Assert.True(served);
    }

    [Fact]
    public async Task With_the_limits_off_there_is_one_alarm_for_each()
    {
        var (rings, _) = await FloodAsync(services => services
            .RemoveAll<ITipSurge>().AddSingleton<ITipSurge, NobodyHeld>()
            .RemoveAll<IRingPace>().AddSingleton<IRingPace, RingsForEach>());

        Assert.True(rings >= Many, $"{rings}");
    }

    [Fact]
    public async Task With_one_pace_for_all_places_the_flood_delays_who_has_no_part_in_it()
    {
        var (_, served) = await FloodAsync(services => services
            .RemoveAll<ITipSurge>().AddSingleton<ITipSurge>(new OneSurgeForAll(Limits.TipsPerPlacePerHour)));

        Assert.False(served);
    }

    [Fact]
    public async Task What_a_flooder_reads_is_the_same_whether_or_not_somebody_honest_wrote_before() =>
        Assert.Equal(await ReadsAsync(honest: false, off: null), await ReadsAsync(honest: true, off: null));

    [Fact]
    public async Task Where_whoever_is_held_is_told_so_it_is_found() =>
        Assert.NotEqual(await ReadsAsync(honest: false, TellsWhoWaits), await ReadsAsync(honest: true, TellsWhoWaits));

    /// <summary>How many she told today is hers, and her phone may be in another's hand.</summary>
    [Fact]
    public async Task Whoever_tells_from_her_phone_reads_the_same_however_much_she_told_that_day()
    {
        await using var line = await TestLine.OpenAsync(("Limits:TipsPerPersonPerDay", "1"));
        var (vecina, other) = (line.Stranger(), line.Stranger());
        await vecina.ReportsAsync("tarabuco", "no le pagan en la tienda");
        await vecina.SaysAsync("MENU");
        await other.SaysAsync("hola", "salir", "MENU");

        Assert.Equal(await TellsAgainAsync(other), await TellsAgainAsync(vecina));
    }

    private static async Task<string> TellsAgainAsync(Person person)
    {
        await person.SaysAsync("3", "2", "2", "tarabuco", "no le pagan en el taller", "1");
        return Receipt().Replace(await person.SaysAsync("1"), "#");
    }

    /// <returns>How often a defender's phone rang, and whether one of another place is alerted of what is told there.</returns>
    private static async Task<(int Rings, bool Served)> FloodAsync(Action<IServiceCollection>? off)
    {
        using var house = new TipHouse(off: off);
        var defender = house.Defender();
        house.Coordinator();
        for (var i = 0; i < Many; i++)
        {
            await house.Reporter().SubmitAsync(("story", $"mentira {i}"));
        }
        var rings = defender.Inbox.Count;
        await house.Reporter().ResultAsync("submit_tip", "", ("story", "x"), ("where", "BO-010601"));
        return (rings, defender.Inbox.Count > rings);
    }

    /// <returns>All that four of his numbers read, codes apart.</returns>
    private static async Task<IReadOnlyList<string>> ReadsAsync(bool honest, Action<IServiceCollection>? off)
    {
        await using var line = await TestLine.OpenAsync(off, ("Limits:TipsPerPlacePerHour", "3"));
        await line.Coordinator("Elena Ficticia").OnFileAsync();
        if (honest)
        {
            await line.Stranger().ReportsAsync("tarabuco", "no la dejan salir de la casa");
        }
        var his = Enumerable.Range(0, 4).Select(_ => line.Stranger()).ToList();
        foreach (var number in his)
        {
            await number.ReportsAsync("tarabuco", "mentira");
            await number.SaysAsync("codigo", number.Receipt, "tarabuco", "1");
        }
        return [.. his.SelectMany(n => n.Screen).Select(m => Receipt().Replace(m, "#"))];
    }

    private static void TellsWhoWaits(IServiceCollection services) => services
        .RemoveAll<IConversation>()
        .AddSingleton<IConversation>(p => new TellsThatItWaits(
            ActivatorUtilities.CreateInstance<Conversation>(p),
            () => p.GetRequiredService<ITransactions>().RunAsync(
                unit => p.GetRequiredService<ITipStore>().All(unit).Count(t => p.GetRequiredService<ITipStore>().DiscretionOf(unit, t.Id).OfSurge),
                CancellationToken.None)));

    [GeneratedRegex(@"\d{3}-\d{3}-\d{4}", RegexOptions.None, 1000)]
    private static partial Regex Receipt();
}
