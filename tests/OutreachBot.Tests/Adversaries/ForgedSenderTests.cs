using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OutreachBot.Effects;
using OutreachBot.Responders;
using OutreachBot.Tests.Journeys;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Adversaries;

/// <summary>Somebody forges a responder's sender, or holds her phone, while she has a case; her digits he doesn't know.</summary>
public sealed class ForgedSenderTests
{
    private const string Wrong = "7305";
    private const string Story = "canariona";

    public static TheoryData<string> Attacks =>
        ["read the case", "read the answer", "ask the reporter", "refer the case", "close the case", "leave the list", "say where she is", "erase her"];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Without_her_digits_nothing_is_read_sent_closed_or_erased(string attack) =>
        Assert.False(await SucceedsAsync(attack, off: null));

    /// <summary>The test's own teeth: where nobody asks for them, each of these works.</summary>
    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task With_the_guard_off_each_of_them_is_found(string attack) =>
        Assert.True(await SucceedsAsync(attack, off: services => services.RemoveAll<IEffectGuard>()));

    private static async Task<bool> SucceedsAsync(string attack, Action<IServiceCollection>? off)
    {
        await using var line = await TestLine.OpenAsync(off, ("Alerts:Details", "story"));
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var clara = await line.Coordinator("Clara Rojas").Of("Pastoral").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "3", "2", "2", "tarabuco", $"la {Story} no le paga", "1");
        await vecina.SaysAsync("1", "1", "4", "1", "0");
        await ana.AnswersAsync("1");
        await ana.SaysAsync(attack == "read the case" ? ["1"] : ["1", "1", "1", "de que color es la puerta?"]);
        if (attack == "read the answer")
        {
            await vecina.SaysAsync("1", $"una {Story} del valle");
        }
        await line.LeapAsync(TimeSpan.FromMinutes(11));
        await ana.SaysAsync("salir");
        ana.Digits = null;
        var (shown, told) = (ana.Screen.Count, clara.Screen.Count);

        await ana.SaysAsync(WordsOf(attack, ana));

        var tip = await line.OnlyTipAsync();
        var onFile = await line.RunAsync(unit => line.Get<IResponders>().FindByAddress(unit, ana.Phone));
        return attack switch
        {
            "read the case" or "read the answer" => ana.Screen.Skip(shown).Any(m => m.Contains(Story, StringComparison.Ordinal)),
            "ask the reporter" => await IsAskedAsync(vecina, "la plaza"),
            "refer the case" => clara.Screen.Count > told,
            "close the case" => tip.State != TipState.Accepted,
            "leave the list" => onFile is not { OptedOut: false },
            "say where she is" => onFile?.Place is not null,
            "erase her" => tip.Assigned is null,
            _ => throw new ArgumentOutOfRangeException(nameof(attack), attack, "no such attack"),
        };
    }

    private static async Task<bool> IsAskedAsync(Person reporter, string words)
    {
        await reporter.SaysAsync("1", "verde", "1", "1");
        return reporter.Screen.Any(m => m.Contains(words, StringComparison.Ordinal));
    }

    /// <summary>Whoever writes blindly gives some digits where any are asked for.</summary>
    private static string[] WordsOf(string attack, Person forger) => attack switch
    {
        "read the case" => [$"1 {forger.Alert}", "1", Wrong],
        "read the answer" => [$"1 {forger.Alert}", Wrong],
        "ask the reporter" => [forger.Alert, "1", "venga sola a la plaza", Wrong],
        "refer the case" => [forger.Alert, "3", Wrong],
        "close the case" => [forger.Alert, "4", "1", "0", Wrong],
        "leave the list" => ["menu", "2", "3", "1", Wrong],
        "say where she is" => ["menu", "3", "sucre", Wrong],
        "erase her" => ["BORRAR", Wrong],
        _ => throw new ArgumentOutOfRangeException(nameof(attack), attack, "no such attack"),
    };
}
