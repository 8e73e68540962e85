using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OutreachBot.Addresses;
using OutreachBot.Conversations;
using OutreachBot.Flows.Languages;
using OutreachBot.Outbox;
using OutreachBot.Responders;
using OutreachBot.Tests.Adversaries.SwitchedOff;
using OutreachBot.Tests.Support;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Adversaries;

/// <summary>
/// A whole run over real HTTP with every word, name and number a canary, everything that can go wrong going wrong, and all levels of
/// the log on: log, metrics, traces and the addresses that are called are searched.
/// </summary>
public sealed class CanaryRunTests
{
    private const string Canary = "qzvkxwjq";
    private const string Reporter = "+59177730411";
    private const string Defender = "+59177730412";

    [Fact]
    public async Task Nothing_that_a_full_run_emits_holds_a_word_a_name_or_a_number() => Assert.Empty(await FoundAsync(told: null));

    [Theory]
    [InlineData(Told.InTheLog, "log")]
    [InlineData(Told.InAMetric, "metric")]
    [InlineData(Told.InATrace, "trace")]
    internal async Task A_line_that_tells_what_it_hears_is_found_out(Told told, string where) =>
        Assert.Contains(await FoundAsync(told), line => line.StartsWith(where, StringComparison.Ordinal));

    private static async Task<IReadOnlyList<string>> FoundAsync(Told? told)
    {
        using var emitted = new Emitted();
        await using var twilio = await FakeTwilio.StartAsync();
        await using var host = await RunningHost.StartAsync(new HostSetup
        {
            Demo = false,
            Settings = new Dictionary<string, string?>(twilio.Settings, StringComparer.Ordinal)
            {
                ["Logging:LogLevel:Default"] = "Trace",
                ["Logging:LogLevel:Microsoft"] = "Trace",
                ["Logging:LogLevel:System"] = "Trace",
            },
            Services = services =>
            {
                QuietWorkers.Silence(services);
                services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace));
                services.RemoveAll<IConversation>();
                services.AddSingleton<IConversation>(p =>
                {
                    IConversation conversation = new Faulty(ActivatorUtilities.CreateInstance<Conversation>(p));
                    return told is { } where ? new Talkative(conversation, where, p.GetRequiredService<ILogger<Talkative>>()) : conversation;
                });
            },
        });
        await RunAsync(host, twilio);
        // A run that emits nothing would prove nothing.
        Assert.Contains(host.Log.Lines, l => l.StartsWith("Error OutreachBot", StringComparison.Ordinal));
        Assert.Contains(emitted.Lines, l => l.StartsWith("metric ", StringComparison.Ordinal));
        Assert.Contains(emitted.Lines, l => l.StartsWith("trace ", StringComparison.Ordinal));
        Assert.NotEmpty(twilio.Called);
        string[] secrets = [Canary, Reporter[1..], Reporter[4..], Defender[1..], Defender[4..]];
        return
        [
            .. host.Log.Lines.Select(l => $"log {l}").Concat(emitted.Lines).Concat(twilio.Called.Select(c => $"called {c}"))
                .Where(l => secrets.Any(s => l.Contains(s, StringComparison.OrdinalIgnoreCase))),
        ];
    }

    private static async Task RunAsync(RunningHost host, FakeTwilio twilio)
    {
        var webhook = new SignedWebhook(host.Client, SignedWebhook.Token, "https://bot.example.org");
        await host.Services.GetRequiredService<ITransactions>().RunAsync(
            unit => host.Services.GetRequiredService<IResponders>().Save(unit, new Responder(
                ResponderId.Draw(), $"{Canary}name", Address.TryFrom(Channel.Sms, Defender)!, ResponderRole.Defender, "BO", ["BO"],
                [LanguageTag.Spanish], [], $"{Canary}house", OnDuty: true, OptedOut: false, IsSample: false, LastAlertedAt: null)),
            CancellationToken.None);
        foreach (var text in new[] { "hola", "3", "2", "1", $"Tarabuco, junto al puente {Canary}place", $"se llevaron a {Canary}girl", "4", $"mi tio {Canary}uncle", "1", "1", "4", "0" })
        {
            using var response = await webhook.TextAsync(Reporter, text);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
        // What goes wrong within: the disk, the code, and a fault that repeats her words.
        foreach (var fault in new[] { Faulty.DiskFull, Faulty.Busy, Faulty.Bug })
        {
            using var response = await webhook.TextAsync(Reporter, $"{fault} {Canary}");
            Assert.NotEqual(HttpStatusCode.OK, response.StatusCode);
        }
        await BadFormsAsync(webhook);
        // What goes wrong on the way out, and with a medium that is not there.
        twilio.FailNext(TwilioFault.ServerError, TwilioFault.SocketClosed, TwilioFault.NotJsonAfterTaking, TwilioFault.NotAMobile, TwilioFault.WrongCredentials);
        await host.Services.GetRequiredService<OutboxDispatcher>().DrainAsync(CancellationToken.None);
        var medium = twilio.HoldInbound(Reporter, $"{Canary}media", ("image/jpeg", "no picture"u8.ToArray()));
        using (var response = await webhook.PostAsync("/channels/twilio/messages", medium))
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
        twilio.FailNext(TwilioFault.Unavailable, TwilioFault.SocketClosed);
        await QuietWorkers.RunAsync(host.Services);
    }

    private static async Task BadFormsAsync(SignedWebhook webhook)
    {
        var form = SignedWebhook.Message(Reporter, $"{Canary}forged");
        using (await webhook.PostAsync("/channels/twilio/messages", new FormUrlEncodedContent(form), "bm90IHRoZSBzaWduYXR1cmU="))
        {
        }
        using (await webhook.PostAsync("/channels/twilio/messages", new StringContent($"{{\"Body\":\"{Canary}json\"}}", Encoding.UTF8, "application/json"), "x"))
        {
        }
        using (await webhook.PostAsync("/channels/twilio/messages", new StringContent($"Body={Canary}%ZZ&From={Reporter}&&=", Encoding.UTF8, "application/x-www-form-urlencoded"), "x"))
        {
        }
        using (await webhook.PostAsync("/channels/twilio/messages", new StringContent($"Body={new string('x', 100_000)}{Canary}", Encoding.UTF8, "application/x-www-form-urlencoded"), "x"))
        {
        }
        form.Remove("MessageSid");
        using (await webhook.PostAsync("/channels/twilio/messages", form))
        {
        }
        form["From"] = $"{Canary}+{Reporter}";
        form["MessageSid"] = "SM" + new string('0', 32);
        using (await webhook.PostAsync("/channels/twilio/messages", form))
        {
        }
    }

    /// <summary>Fails at some words, as the disk, the store or a bug would.</summary>
    private sealed class Faulty(IConversation conversation) : IConversation
    {
        public const string DiskFull = "disk full";
        public const string Busy = "store busy";
        public const string Bug = "a bug";

        public Task<Reply> HandleAsync(InboundMessage message, CancellationToken cancellationToken) => message.Text.Split(Canary)[0].Trim() switch
        {
            DiskFull => throw new StoreFullException("The disk is full.", new IOException(message.Text)),
            Busy => throw new StoreBusyException("The store is busy.", new IOException(message.Text)),
            Bug => throw new InvalidOperationException($"{message.From.Identity} wrote {message.Text}"),
            _ => conversation.HandleAsync(message, cancellationToken),
        };
    }
}
