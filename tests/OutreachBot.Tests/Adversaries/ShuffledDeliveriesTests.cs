using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OutreachBot.Addresses;
using OutreachBot.Alerts;
using OutreachBot.Conversations;
using OutreachBot.Flows.Texting;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Adversaries.SwitchedOff;
using OutreachBot.Tests.Journeys;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Adversaries;

/// <summary>The provider, or whoever captured its calls, delivers again, late, and in another order.</summary>
public sealed class ShuffledDeliveriesTests
{
    private const int Deliveries = 10_000;
    private const int People = 240;

    [Fact]
    public async Task Ten_thousand_shuffled_deliveries_do_each_thing_once_and_replays_after_BORRAR_resurrect_nothing() =>
        Assert.Empty(await FaultsAsync(People, Deliveries, off: null));

    [Fact]
    public async Task Where_no_message_is_remembered_it_is_found() =>
        Assert.NotEmpty(await FaultsAsync(6, 250, services => services
            .RemoveAll<IInboundStore>().AddSingleton<IInboundStore>(_ => new NoTombstones(new SqliteInboundStore()))));

    [Fact]
    public async Task Where_BORRAR_takes_the_ids_with_the_words_it_is_found() =>
        Assert.Contains("resurrected", await FaultsAsync(6, 250, services => services
            .RemoveAll<IInboundStore>().AddSingleton<IInboundStore>(_ => new TombstonesWiped(new SqliteInboundStore()))));

    [Fact]
    public async Task In_whatever_order_they_come_each_counts_once_and_to_play_all_of_them_again_changes_no_byte()
    {
        await using var line = await TestLine.OpenAsync();
        var all = Enumerable.Range(0, 60).SelectMany(Script).ToArray();
        var random = new Random(7);
        random.Shuffle(all);

        var counted = await DeliverAsync(line, [.. all, .. all]);
        var before = StoreDump.Of(line.DataDirectory);
        random.Shuffle(all);
        var again = await DeliverAsync(line, all);

        Assert.All(counted, c => Assert.Equal(1, c.Value));
        Assert.All(again, c => Assert.Equal(0, c.Value));
        Assert.Empty(StoreDump.Difference(before, StoreDump.Of(line.DataDirectory)));
    }

    /// <returns>What is not as one delivery of each would have left it.</returns>
    private static async Task<IReadOnlyList<string>> FaultsAsync(int people, int deliveries, Action<IServiceCollection>? off)
    {
        // A flood from one place is another test's matter.
        await using var line = await TestLine.OpenAsync(off, ("Limits:TipsPerPlacePerHour", "1000"), ("Limits:AlertsPerResponderPerHour", "1000"));
        await line.Coordinator("Clara Rojas").OnFileAsync();
        var faults = new List<string>();
        var counted = await DeliverAsync(line, Shuffled(people, deliveries));
        faults.AddRange(counted.Where(c => c.Value != 1).Select(c => $"{c.Key} counted {c.Value} times"));
        var tips = await line.TipsAsync();
        if (tips.Count != people || tips.Any(t => t is not { Municipality: "BO-010601", Kind: TipKinds.Unknown, State: TipState.Alerted }))
        {
            faults.Add($"{tips.Count} tips, the first {tips[0].Municipality} {tips[0].Kind} {tips[0].State}");
        }
        foreach (var tip in tips)
        {
            var alerts = await line.RunAsync(unit => line.Get<IAlertStore>().OfTip(unit, tip.Id));
            if (alerts.Count != 1)
            {
                faults.Add($"{alerts.Count} alerts of one tip");
            }
        }
        var before = StoreDump.Of(line.DataDirectory);
        if (before["person"].Count != Enumerable.Range(0, people).Count(i => !Erases(i)) || before["audit"].Count > 0)
        {
            faults.Add($"{before["person"].Count} people");
        }
        await DeliverAsync(line, [.. Enumerable.Range(0, people).Where(Erases).SelectMany(Script)]);
        if (StoreDump.Difference(before, StoreDump.Of(line.DataDirectory)).Count > 0)
        {
            faults.Add("resurrected");
        }
        return faults;
    }

    private static bool Erases(int person) => person % 3 == 0;

    private static IEnumerable<InboundMessage> Script(int person)
    {
        string[] words =
        [
            "hola", "3", "2", "2", "tarabuco", $"no le pagan en la tienda {person}", "1", "1", "2", "0", "0", .. Erases(person) ? ["BORRAR"] : Array.Empty<string>(),
        ];
        var phone = Address.TryFrom(Channel.Sms, $"+5917100{person:0000}")!;
        return words.Select((text, i) => new InboundMessage(
            phone, ChannelKind.Sms, $"SM{person}-{i}", text, [], Pin: null, Choice: null, CarrierWord.None, default, SentAt: null));
    }

    /// <summary>Each person's messages first come in their order, among those of all others; each comes again at any time after.</summary>
    private static IReadOnlyList<InboundMessage> Shuffled(int people, int deliveries)
    {
        var random = new Random(people);
        var first = new List<(double At, InboundMessage Message)>();
        for (var person = 0; person < people; person++)
        {
            var script = Script(person).ToList();
            var times = script.Select(_ => random.NextDouble()).Order().ToList();
            first.AddRange(script.Select((m, i) => (times[i], m)));
        }
        var all = first.ToList();
        while (all.Count < deliveries)
        {
            var (at, message) = first[random.Next(first.Count)];
            all.Add((at + (random.NextDouble() * (1.1 - at)), message));
        }
        return [.. all.OrderBy(d => d.At).Select(d => d.Message)];
    }

    /// <summary>In this order for each person; different people at the same time.</summary>
    /// <returns>How often each counted as new.</returns>
    private static async Task<ConcurrentDictionary<string, int>> DeliverAsync(TestLine line, IReadOnlyList<InboundMessage> deliveries)
    {
        var conversation = line.Get<IConversation>();
        var counted = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        foreach (var window in deliveries.Chunk(256))
        {
            await Parallel.ForEachAsync(window.GroupBy(m => m.From), async (hers, cancel) =>
            {
                foreach (var message in hers)
                {
                    var reply = await conversation.HandleAsync(message with { ReceivedAt = line.Now }, cancel);
                    counted.AddOrUpdate(message.ProviderId, reply.IsRepeat ? 0 : 1, (_, count) => count + (reply.IsRepeat ? 0 : 1));
                }
            });
        }
        return counted;
    }
}
