using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Commands;
using OutreachBot.Flows.Languages;
using OutreachBot.Hosting;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Passphrases;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Responders;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tests.Support;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Commands;

/// <summary>A data directory with two coordinators, Elena and Clara, each with a key; the files <c>elena</c>, <c>clara</c> and <c>sheet</c> unlock them.</summary>
internal sealed class CoordinatorsOnFile : IDisposable
{
    public const string Sheet =
        """
        name,phone,role,country,areas,languages,competences,institution,on_duty
        Elena Ficticia,+59171234568,coordinator,BO,national,es,all,Coordinación,yes
        Clara Ficticia,+50251234567,coordinator,GT,national,es,all,Oficina,yes
        """;

    private const string ElenasPassphrase = "elena walks to the river";

    private readonly string _directory = Directory.CreateTempSubdirectory("outreach-coordinators-").FullName;

    public string Elena { get; private set; } = "";

    public string Clara { get; private set; } = "";

    public async Task MakeAsync()
    {
        await RunAsync("responders", "import", Write("people.csv", Sheet));
        var people = (await RunAsync("responders", "list")).Lines.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        (Elena, Clara) = (IdIn("BO"), IdIn("GT"));
        Assert.Equal(0, (await RunAsync(
            "keys", "new", "--responder", Elena, "--passphrase-file", Write("elena", ElenasPassphrase), "--out", At("sheet"))).ExitCode);
        Assert.Equal(0, (await RunAsync(
            "users", "add", "--responder", Clara, "--sheet", At("sheet"), "--passphrase-file", Write("clara", "clara has seven hens"))).ExitCode);

        string IdIn(string country) =>
            people.Single(p => p.GetProperty("country").GetString() == country).GetProperty("id").GetString()!;
    }

    /// <param name="keptAway">Responders' ids.</param>
    public async Task<string> TellAsync(string story, Func<Tip, Tip>? bend = null, params string[] keptAway)
    {
        await using var host = await OpenHost.StartAsync(
            new(At("data")), new(RunningHost.FlowsPath()), ModeWish.TakeAsItIs, everything: false, TestContext.Current.CancellationToken);
        var tips = host.Services.GetRequiredService<ITipStore>();
        var seals = host.Services.GetRequiredService<ISeals>();
        var away = keptAway.Select(k => ResponderId.TryParse(k, out var id) ? id : throw new FormatException(k)).ToHashSet();
        return await host.Services.GetRequiredService<ITransactions>().RunAsync(
            unit =>
            {
                var tip = (bend ?? (t => t))(Some.Tip() with { Hour = Tip.HourOf(unit.Now) });
                tips.Save(unit, tip);
                tips.Save(unit, tip.Id, Discretion.NotAskedYet.KeepingAway(away));
                tips.AddSeal(unit, tip.Id, seals.Seal(unit, SealedTip.Of(SealedPart.Told, 0, LanguageTag.Spanish, story).ToJson(), away));
                return tip.Id.ToString();
            },
            TestContext.Current.CancellationToken);
    }

    /// <summary>Told two hours before Clara's key was made, and sealed as it was then: to Elena and the sheet.</summary>
    public async Task<string> TellBeforeClaraAsync(string story, Func<Tip, Tip>? bend = null, params string[] keptAway)
    {
        var id = await TellAsync(story, tip => (bend ?? (t => t))(tip with { Hour = tip.Hour.AddHours(-2) }), keptAway);
        using var keys = await OnHostAsync(services => services.GetRequiredService<KeyUnlocking>().UnlockAsync(
            Passphrase.TryFrom(ElenasPassphrase)!, TestContext.Current.CancellationToken));
        await OnHostAsync(async services =>
        {
            var (tips, seals) = (services.GetRequiredService<ITipStore>(), services.GetRequiredService<Seals>());
            var keptFrom = services.GetRequiredService<KeptFrom>();
            Assert.True(TipId.TryParse(id, out var tip));
            return await services.GetRequiredService<ITransactions>().RunAsync(
                unit =>
                {
                    var plain = keys!.Open(tips.SealsOf(unit, tip).Single()).Plain!;
                    tips.DropSeals(unit, tip);
                    // As of the hour it was told: a key that came after is none of its recipients.
                    tips.AddSeal(unit, tip, seals.SealAnew(unit, plain, new HeldSeal([], [], keptFrom.Of(unit, tip)) { Told = DateTimeOffset.UnixEpoch }));
                    return true;
                },
                TestContext.Current.CancellationToken);
        });
        return id;
    }

    /// <summary>All seals of all tips, as text.</summary>
    public Task<string> SealsAsync() => OnHostAsync(services => services.GetRequiredService<ITransactions>().RunAsync(
        unit => string.Join('\n', services.GetRequiredService<ITipStore>().All(unit)
            .SelectMany(t => services.GetRequiredService<ITipStore>().SealsOf(unit, t.Id)).Select(Convert.ToHexString)),
        TestContext.Current.CancellationToken));

    /// <summary>The lines of one act, as an auditor reads them.</summary>
    public async Task<List<(string Who, string? Tip, string? Reason)>> AuditAsync(string what)
    {
        if (!File.Exists(At("auditor")))
        {
            await RunAsync("users", "add", "--auditor", "--sheet", At("sheet"), "--passphrase-file", Write("auditor", "the owl counts at night"));
        }
        var lines = (await RunAsync("audit", "list", "--passphrase-file", At("auditor"))).Lines.Select(l => JsonDocument.Parse(l).RootElement);
        return [.. lines.Where(l => l.GetProperty("what").GetString() == what).Select(l => (
            l.GetProperty("who").GetString()!, l.GetProperty("tip").GetString(), l.GetProperty("reason").GetString()))];
    }

    public Task<CommandOutcome> OpenAsync(string id, string passphrase) =>
        RunAsync("tips", "open", id, "--reason", "a test", "--passphrase-file", At(passphrase));

    private async Task<T> OnHostAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var host = await OpenHost.StartAsync(
            new(At("data")), new(RunningHost.FlowsPath()), ModeWish.TakeAsItIs, everything: false, TestContext.Current.CancellationToken);
        return await work(host.Services);
    }

    public Task<CommandOutcome> RunAsync(params string[] args) => CommandLineRun.RunAsync([.. args, "--data", At("data")]);

    public string At(string name) => Path.Combine(_directory, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(At(name), text + "\n");
        return At(name);
    }

    public static void AssertRefused(CommandOutcome outcome)
    {
        Assert.Equal((ExitCode.Refused, ""), (outcome.ExitCode, outcome.Out));
        Assert.EndsWith(".\n", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(1, outcome.Error.Count(c => c == '\n'));
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
