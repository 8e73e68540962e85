using System.Net;
using System.Text;
using OutreachBot.Commands;
using OutreachBot.Settings;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tests.Media;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.EndToEnd;

/// <summary>A real <c>serve</c> takes reports by signed webhooks and by the simulator; all it writes is searched while it runs, and after it was killed.</summary>
public sealed class LiveSeizureTests
{
    private const int People = 60;
    private const string Canary = "zqxwvkjq";
    private const string SimulatorCanary = "wkxjvqzp";

    [Fact]
    public async Task A_process_at_work_leaves_no_word_name_number_or_place_in_any_file_output_or_backup()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        await using var serving = await ServingProcess.StartAsync(twilio.Settings);
        File.WriteAllText(serving.Beside("pw"), "a long walk to the river\n");
        Assert.Equal(ExitCode.Done, (await OnAsync(serving, "keys", "new", "--passphrase-file", serving.Beside("pw"), "--out", serving.Beside("sheet"))).ExitCode);
        var webhook = new SignedWebhook(serving.Client, SignedWebhook.Token, "https://bot.example.org");

        await Parallel.ForAsync(0, People / 2, new ParallelOptions { MaxDegreeOfParallelism = 8 }, (i, _) => new ValueTask(TellAsync(webhook, twilio, i)));
        Assert.Equal(ExitCode.Done, (await OnAsync(serving, "backup", serving.Beside("backup"))).ExitCode);
        await Parallel.ForAsync(People / 2, People, new ParallelOptions { MaxDegreeOfParallelism = 8 }, (i, _) => new ValueTask(TellAsync(webhook, twilio, i)));
        await serving.SayAsync("reporter", "hola", "3", "2", "1", $"Tarabuco, junto al puente {SimulatorCanary}", $"se llevaron a {SimulatorCanary}", "1", "1", "1");
        await serving.SayAsync("defender", "avisos", $"no entiendo {SimulatorCanary}");
        Assert.True((await OnAsync(serving, "tips", "list")).Lines.Length > People / 2);

        Assert.Empty(Found(serving));
        await serving.StopAsync();
        Assert.Empty(Found(serving));
        Assert.Equal(["server.key"], Directory.EnumerateFiles(serving.Data.KeysPath, "*", SearchOption.AllDirectories).Select(Path.GetFileName));
        Assert.Equal(45, new FileInfo(Path.Combine(serving.Data.KeysPath, "server.key")).Length);

        AssertHasTeeth(serving);
    }

    /// <summary>The search's own teeth: left in any of the places, in any spelling, a word is found.</summary>
    private static void AssertHasTeeth(ServingProcess serving)
    {
        string[] places = [serving.Data.Path, serving.Data.KeysPath, serving.Temporary];
        byte[][] leaks =
        [
            Encoding.UTF8.GetBytes($"x{Canary}"), Encoding.Unicode.GetBytes(Canary), Encoding.BigEndianUnicode.GetBytes(Canary.ToUpperInvariant()),
            Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"x {Canary} y"))),
            Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.Unicode.GetBytes($"xy{SimulatorCanary}"))),
            Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(Number(3)))),
        ];
        foreach (var place in places)
        {
            foreach (var leak in leaks)
            {
                var file = Path.Combine(place, "leak");
                File.WriteAllBytes(file, [1, 2, 3, .. leak, 4]);
                Assert.NotEmpty(Found(serving));
                File.Delete(file);
            }
        }
        Assert.Empty(Found(serving));
    }

    /// <returns>Where something private lies, and which.</returns>
    private static List<string> Found(ServingProcess serving)
    {
        var loot = new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["output"] = Encoding.UTF8.GetBytes(serving.Output),
            ["backup"] = File.ReadAllBytes(serving.Beside("backup")),
        };
        foreach (var place in new[] { serving.Data.Path, serving.Data.KeysPath, serving.Temporary })
        {
            foreach (var (name, bytes) in StoreFiles.Seize(new DataDirectory(place)))
            {
                loot[Path.Combine(place, name)] = bytes;
            }
        }
        Assert.Contains(loot.Keys, k => k.EndsWith("outreach.db", StringComparison.Ordinal));
        var words = new List<string> { Canary, SimulatorCanary };
        words.AddRange(Enumerable.Range(0, People).Where(i => i % 3 == 0).SelectMany(i => new[] { Number(i), Number(i)[4..] }));
        return [.. words.SelectMany(word => StoreFiles.Holding(loot, word).Select(file => $"{file}: {word}"))];
    }

    private static string Number(int i) => $"+5917314{i:0000}";

    /// <summary>Every fifth stops before the end, every third names somebody who must not know, every tenth sends a picture and her voice.</summary>
    private static async Task TellAsync(SignedWebhook webhook, FakeTwilio twilio, int i)
    {
        await SayAsync(webhook, Number(i), "hola", "3", "2", "1", $"Tarabuco, junto al puente {Canary}place{i}", $"se llevaron a {Canary}girl{i} en un carro");
        if (i % 10 == 0)
        {
            var fields = twilio.HoldInbound(Number(i), "", ("image/jpeg", MarkedPictures.Jpeg()), ("audio/amr", MarkedVoices.AmrOf(Canary)));
            using var response = await webhook.PostAsync("/channels/twilio/messages", fields);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
        if (i % 5 != 4)
        {
            await SayAsync(webhook, Number(i), i % 3 == 0 ? ["4", $"mi tio {Canary}uncle{i}"] : ["1"]);
            await SayAsync(webhook, Number(i), "1", "1");
        }
    }

    private static async Task SayAsync(SignedWebhook webhook, string from, params string[] texts)
    {
        foreach (var text in texts)
        {
            using var response = await webhook.TextAsync(from, text);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    private static Task<CommandOutcome> OnAsync(ServingProcess serving, params string[] args) =>
        CommandLineRun.RunAsync([.. args, "--data", serving.Data.Path, "--flows", RunningHost.FlowsPath()]);
}
