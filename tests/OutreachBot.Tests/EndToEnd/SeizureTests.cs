using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OutreachBot.Addresses;
using OutreachBot.Flows.Languages;
using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Age;
using OutreachBot.Responders;
using OutreachBot.Settings;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tests.Media;
using OutreachBot.Tests.Support;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.EndToEnd;

/// <summary>
/// A thief takes the disk of a line at work: tips told, sessions open, numbers owed, alerts waiting, words between the ends of a
/// case. Everything private holds a canary, and no canary may be found: raw, as UTF-16, nor as a plain hash.
/// </summary>
public sealed class SeizureTests
{
    // Every fifth stops before the end: a thousand tips.
    private const int People = 1_250;
    // Long enough that no ciphertext of some megabytes holds it by chance, in any case of its letters.
    private const string Canary = "zqxwvkjq";
    private const string Defender = "+59176660001";

    [Fact]
    public async Task A_stolen_disk_and_the_log_hold_no_word_no_number_and_no_name()
    {
        await using var line = await BusyLine.StartAsync(People, services: null);

        Assert.Empty(line.Found());
    }

    /// <summary>The search's own teeth: with the seals off, or the boxes, it finds what lies open.</summary>
    [Theory]
    [InlineData("seals")]
    [InlineData("vault")]
    [InlineData("utf-16")]
    [InlineData("base64")]
    [InlineData("hex")]
    [InlineData("capitals")]
    public async Task A_line_that_does_not_lock_what_it_keeps_is_found_out(string broken)
    {
        await using var line = await BusyLine.StartAsync(20, services => _ = broken == "vault"
            ? services.RemoveAll<IVault>().AddSingleton<IVault, NoVault>()
            : services.RemoveAll<ISeals>().AddSingleton<ISeals>(new NoSeals(broken)));

        Assert.NotEmpty(line.Found());
    }

    /// <summary>Writes what it is given to seal as it is, or thinly veiled.</summary>
    private sealed class NoSeals(string veil) : ISeals
    {
        public byte[] Seal(UnitOfWork unit, ReadOnlySpan<byte> plain, IReadOnlySet<ResponderId> keptAway) => veil switch
        {
            "utf-16" => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(plain)),
            "base64" => Encoding.ASCII.GetBytes(Convert.ToBase64String(plain)),
            "hex" => Encoding.ASCII.GetBytes(Convert.ToHexString(plain)),
            "capitals" => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(plain).ToUpperInvariant()),
            _ => plain.ToArray(),
        };

        public IReadOnlyList<AgeRecipient> RecipientsFor(UnitOfWork unit, IReadOnlySet<ResponderId> keptAway) => [];
    }

    /// <summary>Boxes of glass.</summary>
    private sealed class NoVault : IVault
    {
        public byte[] Lock(VaultPurpose purpose, ReadOnlySpan<byte> context, ReadOnlySpan<byte> plain) => plain.ToArray();

        public byte[]? Unlock(VaultPurpose purpose, ReadOnlySpan<byte> context, ReadOnlySpan<byte> box) => box.ToArray();
    }

    /// <summary>A line that people have written to, and are writing to still.</summary>
    private sealed class BusyLine : IAsyncDisposable
    {
        private readonly FakeTwilio _twilio;
        private readonly RunningHost _host;
        private readonly SignedWebhook _webhook;
        private readonly DataDirectory _data;
        private readonly string _directory;
        private int _people;

        private BusyLine(FakeTwilio twilio, RunningHost host, string directory)
        {
            (_twilio, _host, _directory) = (twilio, host, directory);
            _data = new DataDirectory(Path.Combine(directory, "data"));
            _webhook = new SignedWebhook(host.Client, SignedWebhook.Token, "https://bot.example.org");
        }

        public static async Task<BusyLine> StartAsync(int people, Action<IServiceCollection>? services)
        {
            var directory = Directory.CreateTempSubdirectory("outreach-seizure-").FullName;
            var twilio = await FakeTwilio.StartAsync();
            var host = await RunningHost.StartAsync(new HostSetup
            {
                DataDirectory = Path.Combine(directory, "data"),
                Demo = false,
                Settings = twilio.Settings,
                Services = collection =>
                {
                    QuietWorkers.Silence(collection);
                    services?.Invoke(collection);
                },
            });
            var line = new BusyLine(twilio, host, directory) { _people = people };
            await line.HireAsync();
            await Parallel.ForAsync(0, people, new ParallelOptions { MaxDegreeOfParallelism = 16 }, (i, _) => new ValueTask(line.TellAsync(i)));
            await line.AskBackAsync();
            await QuietWorkers.RunAsync(host.Services);
            var tips = host.Services.GetRequiredService<ITipStore>();
            var told = await host.Services.GetRequiredService<ITransactions>().RunAsync(tips.All, CancellationToken.None);
            Assert.Equal(people * 4 / 5, told.Count);
            return line;
        }

        /// <summary>Where a canary was found.</summary>
        public List<string> Found()
        {
            var files = StoreFiles.Seize(_data);
            var found = StoreFiles.Holding(files, Canary).Concat(StoreFiles.Holding(files, Defender[1..])).Select(f => $"{f}: words").ToList();
            found.AddRange(_host.Log.Lines.Where(l => l.Contains(Canary, StringComparison.OrdinalIgnoreCase)).Select(_ => "log: words"));
            for (var i = 0; i < _people; i += 25)
            {
                var number = Number(i);
                foreach (var spelling in new[] { number, number[4..] })
                {
                    found.AddRange(StoreFiles.Holding(files, spelling).Select(f => $"{f}: a number"));
                    found.AddRange(_host.Log.Lines.Where(l => l.Contains(spelling, StringComparison.Ordinal)).Select(_ => "log: a number"));
                    found.AddRange(Hashes(spelling).Where(h => files.Values.Any(f => f.AsSpan().IndexOf(h) >= 0)).Select(_ => "a plain hash of a number"));
                }
            }
            return found;
        }

        public async ValueTask DisposeAsync()
        {
            await _host.DisposeAsync();
            await _twilio.DisposeAsync();
            Directory.Delete(_directory, recursive: true);
        }

        private static string Number(int i) => $"+5917000{i:0000}";

        private static IEnumerable<byte[]> Hashes(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            yield return SHA256.HashData(bytes);
            yield return SHA1.HashData(bytes);
            yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }

        private async Task HireAsync()
        {
            var responders = _host.Services.GetRequiredService<IResponders>();
            await _host.Services.GetRequiredService<ITransactions>().RunAsync(
                unit => responders.Save(unit, new Responder(
                    ResponderId.Draw(), $"{Canary}name", Address.TryFrom(Channel.Sms, Defender)!, ResponderRole.Defender, "BO", ["BO"],
                    [LanguageTag.Spanish], [], $"{Canary}house", OnDuty: true, OptedOut: false, IsSample: false, LastAlertedAt: null)),
                CancellationToken.None);
        }

        /// <summary>A person tells her case. Every fifth stops before the end, every third names somebody who must not know.</summary>
        private async Task TellAsync(int i)
        {
            await SayAsync(Number(i), "hola", "3", "2", "1", $"Tarabuco, junto al puente {Canary}place{i}", $"se llevaron a {Canary}girl{i} en un carro");
            if (i % 50 is 0 or 4)
            {
                // One that says where it was made, and one whose every frame is a canary: the sound itself may not be found either.
                await SendAsync(_twilio.HoldInbound(Number(i), "", ("image/jpeg", MarkedPictures.Jpeg()), ("audio/amr", MarkedVoices.AmrOf(Canary))));
            }
            if (i % 5 == 4)
            {
                return;
            }
            await SayAsync(Number(i), i % 3 == 0 ? ["4", $"mi tio {Canary}uncle{i}"] : ["1"]);
            await SayAsync(Number(i), "1", "1");
        }

        /// <summary>The defender takes a case and asks; her question waits for the reporter.</summary>
        private async Task AskBackAsync()
        {
            await _host.Services.GetRequiredService<OutboxDispatcher>().DrainAsync(CancellationToken.None);
            var alert = _twilio.Sent.First(m => m.To == Defender && m.Body.StartsWith("Aviso ", StringComparison.Ordinal));
            await SayAsync(Defender, $"1 {alert.Body.Split(' ', ',')[1]}", "1", "1", "1", $"¿sigue ahí {Canary}question?", "1");
            await SendAsync(_twilio.HoldInbound(Defender, "", ("audio/amr", MarkedVoices.AmrOf(Canary))));
        }

        private async Task SendAsync(Dictionary<string, string> fields)
        {
            using var response = await _webhook.PostAsync("/channels/twilio/messages", fields);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        private async Task SayAsync(string from, params string[] texts)
        {
            foreach (var text in texts)
            {
                using var response = await _webhook.TextAsync(from, text);
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            }
        }
    }
}
