using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OutreachBot.Privacy.Receipts;
using OutreachBot.Tests.Adversaries.SwitchedOff;
using OutreachBot.Tests.Journeys;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Adversaries;

/// <summary>Five people guess receipt codes, and one who has hers asks after her tip.</summary>
public sealed class CodeGuessersTests
{
    private const int Attackers = 5;

    [Fact]
    public async Task Those_who_guess_are_slowed_down_and_she_is_not() => Assert.Equal((0, true), await AttackAsync(off: null));

    [Fact]
    public async Task With_the_pace_off_it_is_found()
    {
        var (opened, served) = await AttackAsync(services => services.RemoveAll<IGuessPace>().AddSingleton<IGuessPace, NoPace>());

        Assert.Equal((Attackers, true), (opened, served));
    }

    [Fact]
    public async Task With_one_pace_for_all_it_is_found()
    {
        var (_, served) = await AttackAsync(services => services.RemoveAll<IGuessPace>().AddSingleton<IGuessPace, OnePaceForAll>());

        Assert.False(served);
    }

    /// <returns>How many of them, after their wrong codes, open a tip by a right one; and whether she opens hers at her first try.</returns>
    private static async Task<(int Opened, bool Served)> AttackAsync(Action<IServiceCollection>? off)
    {
        await using var line = await TestLine.OpenAsync(off);
        var (vecina, other) = (line.Stranger(), line.Stranger());
        await vecina.ReportsAsync("tarabuco", "no le pagan en la tienda");
        await other.ReportsAsync("tarabuco", "no le pagan en el taller");
        var attackers = Enumerable.Range(0, Attackers).Select(_ => line.Stranger()).ToList();
        for (var n = 0; n < GuessPace.Tries; n++)
        {
            foreach (var attacker in attackers)
            {
                await attacker.SaysAsync("codigo", ReceiptCode.Draw().Digits, "tarabuco", "salir");
            }
        }

        var opened = 0;
        foreach (var attacker in attackers)
        {
            opened += await OpensAsync(attacker, other.Receipt) ? 1 : 0;
        }
        return (opened, await OpensAsync(line.Stranger(), vecina.Receipt));
    }

    private static async Task<bool> OpensAsync(Person person, string code) =>
        (await person.SaysAsync("codigo", code, "tarabuco")).StartsWith("¿Qué desea?", StringComparison.Ordinal);
}
