using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OutreachBot.Audit;
using OutreachBot.Media;
using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Age;
using OutreachBot.Privacy.Passphrases;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Responders;
using OutreachBot.Settings;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Journeys;
using OutreachBot.Tests.Media;
using OutreachBot.Tests.Privacy;
using OutreachBot.Tests.Support;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Adversaries;

/// <summary>A thief has the disk and the server key. What she opens is the list in docs/threat-model.md: no column more, and none less.</summary>
public sealed partial class DiskAndServerKeyTests
{
    private const string Heading = "### What the server key opens, column by column";

    [Fact]
    public async Task What_she_opens_is_exactly_what_the_threat_model_says()
    {
        await using var line = await BusyAsync(hasKeys: true, off: null);

        Assert.Equal(Listed("Opens:"), Opened(line).Order(StringComparer.Ordinal));
    }

    /// <summary>A new column of bytes has to be put on one of the two lists.</summary>
    [Fact]
    public async Task Every_column_of_bytes_stands_on_one_of_the_two_lists()
    {
        await using var line = await BusyAsync(hasKeys: true, off: null);
        var columns = await line.RunAsync(BlobColumns);

        Assert.Equal(Listed("Opens:").Concat(Listed("Stays shut:")).Order(StringComparer.Ordinal), columns.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Before_keys_are_made_stories_open_too_and_it_is_found()
    {
        await using var line = await BusyAsync(hasKeys: false, off: null);

        Assert.Equal(["recipient.held", "tip_seal.seal"], Opened(line).Except(Listed("Opens:")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Where_stories_are_locked_under_the_server_key_it_is_found()
    {
        await using var line = await BusyAsync(hasKeys: true, services => services
            .RemoveAll<ISeals>().AddSingleton<ISeals>(p => new LockedInsteadOfSealed(p.GetRequiredService<IVault>())));

        Assert.Equal(["tip_seal.seal"], Opened(line).Except(Listed("Opens:")));
    }

    private static IReadOnlySet<string> Opened(TestLine line) =>
        new ThiefWithTheKey(new StolenStore(new DataDirectory(line.DataDirectory)), line.Get<ServerKey>()).Opens();

    private static List<string> Listed(string which)
    {
        var paper = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", "threat-model.md"));
        var section = paper[paper.IndexOf(Heading, StringComparison.Ordinal)..];
        var paragraph = section.Split('\n').Single(l => l.StartsWith(which, StringComparison.Ordinal));
        return [.. Column().Matches(paragraph).Select(m => m.Groups["column"].Value).Order(StringComparer.Ordinal)];
    }

    private static List<string> BlobColumns(UnitOfWork unit)
    {
        using var read = unit.Sqlite().Prepare(
            "SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' AND c.type = 'BLOB'");
        var columns = new List<string>();
        while (read.Step())
        {
            columns.Add(read.Text(0));
        }
        return columns;
    }

    /// <summary>Something lies in every column.</summary>
    private static async Task<TestLine> BusyAsync(bool hasKeys, Action<IServiceCollection>? off)
    {
        var line = await TestLine.OpenAsync(
            services =>
            {
                services.AddSingleton<IMediaSource, OneVoice>();
                off?.Invoke(services);
            },
            ("Alerts:Details", "story"));
        if (hasKeys)
        {
            var made = NewKeys.Draw(Passphrase.TryFrom("a long walk to the river")!, SealParts.Cheap, responder: null, line.Now);
            Assert.True(await line.Get<KeyCeremony>().KeepAsync(made, replace: false, CancellationToken.None));
        }
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola", "3", "2", "2", "tarabuco", "la canariona no le paga", "1");
        await vecina.SaysAsync("1", "1", "4", "1", "0");
        await ana.AnswersAsync("1");
        await ana.SaysAsync("1", "1", "1", "de que color es la puerta?", "1");
        await ana.SendsVoiceAsync();
        // A story on its way with a voice in it, a tip that nobody has taken, and its alert that waits to go out.
        var another = line.Stranger();
        await another.SaysAsync("hola", "3", "2", "2", "tarabuco", "otra cosa");
        await another.SendsVoiceAsync();
        line.ProviderIsDown = true;
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en el taller");
        await line.Get<MediaWorker>().DrainAsync(CancellationToken.None);
        await line.RunAsync(unit =>
        {
            line.Get<IAudit>().Append(unit, new AuditEntry("somebody", AuditActs.TipOpened, Tip: null, "because"));
            line.Get<IProviderCopies>().PlanDeletion(unit, "message", "SM1", unit.Now.AddHours(1));
            return true;
        });
        return line;
    }

    [GeneratedRegex(@"`(?<column>\w+\.\w+)`", RegexOptions.None, 1000)]
    private static partial Regex Column();

    /// <summary>Whatever is asked for, it is the same voice.</summary>
    private sealed class OneVoice : IMediaSource
    {
        public bool Has(string source) => source.StartsWith("test:", StringComparison.Ordinal);

        public Task<MediaFetch> FetchAsync(string source, CancellationToken cancellationToken) =>
            Task.FromResult(new MediaFetch(MediaFetchOutcome.Fetched, MarkedVoices.AmrOf("canariona")));

        public void LetGo(UnitOfWork unit, string source)
        {
        }
    }

    private sealed class LockedInsteadOfSealed(IVault vault) : ISeals
    {
        public byte[] Seal(UnitOfWork unit, ReadOnlySpan<byte> plain, IReadOnlySet<ResponderId> keptAway) => vault.Lock(VaultPurpose.Session, [], plain);

        public IReadOnlyList<AgeRecipient> RecipientsFor(UnitOfWork unit, IReadOnlySet<ResponderId> keptAway) => [];
    }
}
