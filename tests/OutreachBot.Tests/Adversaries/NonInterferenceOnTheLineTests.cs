using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OutreachBot.Alerts;
using OutreachBot.Places;
using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tests.Adversaries.SwitchedOff;
using OutreachBot.Tests.Journeys;
using OutreachBot.Tests.Support;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Adversaries;

/// <summary>
/// She is accused, and a responder or a coordinator. With and without the tip that names her, all that comes to her phone, all
/// that is answered to whatever she writes, and the list of responders are the same, letter for letter but for codes, which are
/// random. Everything is real: flows, effects, store, digits. Who is asked of other tips is held fixed (<see cref="HeldFixed"/>).
/// </summary>
public sealed partial class NonInterferenceOnTheLineTests
{
    private const string Her = "Rosa Choque";
    private const string House = "Casa Ficticia";

    /// <summary>All that a responder may write, and what a coordinator may.</summary>
    private static readonly string[] Words =
    [
        "hola", "menu", "1", "menu", "2", "2", "AVISOS", "lista", "TURNO", "DESCANSO", "TURNO", "AYUDA", "MIS DATOS", "quien es",
        "caso", "BCD23", "1", "2", "3", "menu", "4", "salir", "IDIOMA", "salir", "cerca", "tarabuco", "salir",
    ];

    public static TheoryData<string, bool> Ways
    {
        get
        {
            var ways = new TheoryData<string, bool>();
            foreach (var isCoordinator in new[] { false, true })
            {
                foreach (var way in new[] { "by name", "by institution", "by what she is", "before a danger" })
                {
                    ways.Add(way, isCoordinator);
                }
            }
            return ways;
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Whoever_is_named_is_shown_the_same_with_and_without_the_tip(string way, bool isCoordinator)
    {
        var without = await SeenAsync(way, isCoordinator, isTold: false, off: null);

        Assert.Equal(without, await SeenAsync(way, isCoordinator, isTold: true, off: null));
    }

    /// <summary>The test's own teeth: a router that keeps nobody away shows her the tip.</summary>
    [Theory]
    [MemberData(nameof(Ways))]
    public async Task With_the_filter_off_it_is_found(string way, bool isCoordinator)
    {
        var without = await SeenAsync(way, isCoordinator, isTold: false, FilterOff);

        Assert.NotEqual(without, await SeenAsync(way, isCoordinator, isTold: true, FilterOff));
    }

    /// <summary>She has seen that it is there, and says that it is no matter for her: what others do with it she learns nothing of.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_declared_a_conflict_is_shown_the_same_whatever_becomes_of_the_tip(bool isCoordinator)
    {
        var without = await SeenAfterConflictAsync(isCoordinator, isWorkedOn: false);

        Assert.Equal(without, await SeenAfterConflictAsync(isCoordinator, isWorkedOn: true));
    }

    private static void FilterOff(IServiceCollection services) => services
        .RemoveAll<IRouter>()
        .AddSingleton<IRouter>(p => new NobodyKeptAway(new HeldFixed(new Router(p.GetRequiredService<Gazetteer>()))));

    private static void OrderHeld(IServiceCollection services) => services
        .RemoveAll<IRouter>()
        .AddSingleton<IRouter>(p => new HeldFixed(new Router(p.GetRequiredService<Gazetteer>())));

    private static async Task<string> SeenAsync(string way, bool isCoordinator, bool isTold, Action<IServiceCollection>? off)
    {
        await using var line = await TestLine.OpenAsync(off ?? OrderHeld);
        var town = await TownAsync(line, isCoordinator);
        var reporter = line.Stranger();
        var hidden = isTold ? await TellAsync(line, way, isCoordinator, reporter) : (TipId?)null;
        await WriteAllAsync(line, town.Her);
        for (var step = 0; step < 4; step++)
        {
            await line.Stranger().ReportsAsync("tarabuco", $"no le pagan en la tienda {step}");
            await WorkAsync(line, hidden, step % 2 == 0 ? town.Berta : town.Clara, step);
            await line.PassAsync(TimeSpan.FromHours(3));
        }
        if (hidden is not null)
        {
            await reporter.SaysAsync($"BORRAR {reporter.Receipt}");
        }
        await town.Her.AnswersAsync("1");
        await town.Her.SaysAsync("1", "1");
        await WriteAllAsync(line, town.Her);
        await line.PassAsync(TimeSpan.FromDays(2));
        return await ShownAsync(line, town.Her);
    }

    private static async Task<string> SeenAfterConflictAsync(bool isCoordinator, bool isWorkedOn)
    {
        await using var line = await TestLine.OpenAsync(OrderHeld);
        var town = await TownAsync(line, isCoordinator);
        var vecina = line.Stranger();
        // Words that name nobody on file: coordinators alone are asked.
        await vecina.SaysAsync("hola", "3", "2", "2", "tarabuco", "no le pagan en la tienda");
        await vecina.SaysAsync(isCoordinator ? ["4", "el tio Fulano"] : ["1"]);
        await vecina.SaysAsync("1", "2", "0", "0");
        var tip = (await line.TipsAsync()).Single(t => !t.IsOver).Id;
        await line.PassAsync(TimeSpan.FromMinutes(1));
        await town.Her.AnswersAsync("3");
        for (var step = 0; step < 4; step++)
        {
            await WorkAsync(line, isWorkedOn ? tip : null, isCoordinator ? town.Clara : town.Berta, step);
            await line.PassAsync(TimeSpan.FromHours(3));
        }
        if (isWorkedOn)
        {
            await vecina.SaysAsync($"BORRAR {vecina.Receipt}");
        }
        await WriteAllAsync(line, town.Her);
        await line.PassAsync(TimeSpan.FromDays(2));
        return await ShownAsync(line, town.Her);
    }

    /// <summary>Ids in a fixed order, or chance would decide between equals. The others have had a case before, and their digits.</summary>
    private static async Task<(Person Her, Person Berta, Person Clara)> TownAsync(TestLine line, bool isCoordinator)
    {
        var berta = await line.Defender("Berta Quispe").In("BO-010601").With(r => r with { Id = Id(1) }).OnFileAsync();
        var clara = await line.Coordinator("Clara Rojas").Of("Pastoral").With(r => r with { Id = Id(2) }).OnFileAsync();
        foreach (var other in new[] { berta, clara })
        {
            await line.Stranger().ReportsAsync("tarabuco", "no le pagan en el mercado");
            await other.AnswersAsync("1");
            await other.SaysAsync("1", "1", "4", "1", "0", "1");
        }
        var her = isCoordinator
            ? await line.Coordinator(Her).Of(House).With(r => r with { Id = Id(0) }).OnFileAsync()
            : await line.Defender(Her).In("BO-010601").Of(House).With(r => r with { Id = Id(0) }).OnFileAsync();
        await line.PassAsync(TimeSpan.FromDays(3));
        return (her, berta, clara);
    }

    private static ResponderId Id(byte n) => new(RandomId.FromBytes([.. new byte[15], n]));

    private static async Task<TipId> TellAsync(TestLine line, string way, bool isCoordinator, Person reporter)
    {
        var before = (await line.TipsAsync()).Select(t => t.Id).ToHashSet();
        await reporter.SaysAsync("hola", "3", "2", "2", "tarabuco", "tiene a una chica encerrada", "4");
        await reporter.SaysAsync(way switch
        {
            "by institution" => $"los de {House}",
            "by what she is" => isCoordinator ? "la coordinadora" : "la defensora",
            _ => Her,
        });
        await reporter.SaysAsync("1", "2", "0", "0");
        if (way == "before a danger")
        {
            await reporter.SaysAsync("PELIGRO", "1");
        }
        return (await line.TipsAsync()).Single(t => !before.Contains(t.Id)).Id;
    }

    /// <summary>Whoever was asked of the tip accepts it, reads it, asks, closes it: one step at a time.</summary>
    private static async Task WorkAsync(TestLine line, TipId? tip, Person somebody, int step)
    {
        if (tip is null)
        {
            return;
        }
        var onFile = await line.OnFileAsync(somebody);
        var alert = (await line.RunAsync(unit => line.Get<IAlertStore>().OfTip(unit, tip.Value))).LastOrDefault(a => a.Responder == onFile.Id && a.IsOpen);
        if (alert is not null)
        {
            await somebody.SaysAsync($"1 {alert.Code}");
            await somebody.SaysAsync(step < 2 ? ["1", "1", "1", "de que color es la puerta?", "salir"] : ["1", "4", "1", "0", "1"]);
        }
    }

    private static async Task WriteAllAsync(TestLine line, Person her)
    {
        foreach (var word in Words)
        {
            await her.SaysAsync(word);
        }
        await line.PassAsync(TimeSpan.FromMinutes(1));
    }

    private static async Task<string> ShownAsync(TestLine line, Person her)
    {
        var list = await CommandLineRun.RunAsync("responders", "list", "--data", line.DataDirectory, "--flows", RunningHost.FlowsPath());
        Assert.Equal(0, list.ExitCode);
        Assert.Contains(Her, list.Out, StringComparison.Ordinal);
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var screen = her.Screen.Select(m => Code().Replace(
            m, c => known.TryGetValue(c.Value, out var name) ? name : known[c.Value] = string.Create(CultureInfo.InvariantCulture, $"code{known.Count}")));
        return string.Join('\n', [.. RemindersSorted(screen), list.Out]);
    }

    /// <summary>What is due at one moment is sent in an order that random ids decide.</summary>
    private static IEnumerable<string> RemindersSorted(IEnumerable<string> screen)
    {
        var together = new List<string>();
        foreach (var message in screen.Append(""))
        {
            if (message.StartsWith("Sigue pendiente el aviso", StringComparison.Ordinal))
            {
                together.Add(message);
                continue;
            }
            foreach (var reminder in together.Order(StringComparer.Ordinal))
            {
                yield return reminder;
            }
            together.Clear();
            yield return message;
        }
    }

    [GeneratedRegex("[CDFGHJKLMNPRTVWX]{2}[2-9]{2}", RegexOptions.None, 1000)]
    private static partial Regex Code();

    /// <summary>The router as it is, but for what other tips weigh: what somebody has open, and when she was asked last.</summary>
    private sealed class HeldFixed(IRouter router) : IRouter
    {
        public Ranking Rank(RoutingQuestion question, IReadOnlyList<Responder> responders, IReadOnlyDictionary<ResponderId, int> openCases) =>
            router.Rank(question, [.. responders.Select(r => r with { LastAlertedAt = null })], new Dictionary<ResponderId, int>());
    }
}
