using OutreachBot.Audit;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Passphrases;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Responders;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Privacy;

/// <summary>The sealing parts of an installation on a real store, with responders on paper.</summary>
internal sealed class SealParts : IDisposable
{
    /// <summary>Cheap guesses: what is tested is not how dear they are.</summary>
    public static readonly PassphraseCost Cheap = new(8, 1);

    private readonly ServerKey _server = ServerKey.Draw();

    public SealParts() => Open(pinned: null);

    public TestStore Store { get; } = new();

    public FakeResponders Responders { get; } = new();

    public PaperSeals Held { get; } = new();

    public SqliteAuditStore AuditLines { get; } = new();

    public Recipients Recipients { get; private set; } = null!;

    public Seals Seals { get; private set; } = null!;

    public KeyCeremony Ceremony { get; private set; } = null!;

    public KeyChange Change { get; private set; } = null!;

    public KeyUnlocking Unlocking { get; private set; } = null!;

    public ProvisionalPassphrase Provisional { get; private set; } = null!;

    public SqliteTipStore Tips { get; private set; } = null!;

    public KeptFrom KeptFrom { get; private set; } = null!;

    public TipOpener Opener { get; private set; } = null!;

    /// <summary>As a process with these settings would be.</summary>
    public void Open(string? pinned)
    {
        var vault = new Vault(_server);
        Recipients = new Recipients(new SqliteRecipientStore(), vault, pinned);
        Seals = new Seals(Recipients, Responders);
        Tips = new SqliteTipStore(vault);
        KeptFrom = new KeptFrom(Tips, Responders);
        var audit = new AuditTrail(AuditLines, vault);
        Opener = new TipOpener(Store.Transactions, Tips, KeptFrom, new NoTipMedia(), audit);
        var resealer = new Resealer(Store.Transactions, Seals, [Held, new SqliteTipSeals(Tips, KeptFrom)]);
        Ceremony = new KeyCeremony(Store.Transactions, Recipients, resealer, audit);
        Change = new KeyChange(Store.Transactions, Recipients, Ceremony, Responders, resealer, audit);
        Unlocking = new KeyUnlocking(Store.Transactions, Recipients);
        Provisional = new ProvisionalPassphrase(Store.Transactions, Recipients);
    }

    public ResponderId AddResponder(ResponderRole role)
    {
        var responder = Responders.Add(Some.Phone()) with { Role = role };
        Responders.Save(null!, responder);
        return responder.Id;
    }

    public Task<byte[]> SealAsync(string words, params ResponderId[] keptAway) =>
        Store.RunAsync(u => Seals.Seal(u, System.Text.Encoding.UTF8.GetBytes(words), keptAway.ToHashSet()));

    /// <summary>Seals it and leaves it with the holder.</summary>
    public async Task HoldAsync(string words, params ResponderId[] keptAway) =>
        Held.Files.Add((await SealAsync(words, keptAway), keptAway.ToHashSet()));

    public async Task<NewKeys> MakeKeysAsync(string passphrase, ResponderId? responder = null)
    {
        var keys = NewKeys.Draw(Passphrase.TryFrom(passphrase)!, Cheap, responder, Store.Time.GetUtcNow());
        Assert.True(await Ceremony.KeepAsync(keys, replace: false, CancellationToken.None));
        return keys;
    }

    public Task<UnlockedKeys?> UnlockAsync(string passphrase) =>
        Unlocking.UnlockAsync(Passphrase.TryFrom(passphrase)!, CancellationToken.None);

    /// <summary>What a passphrase, or a recovery sheet's secret, makes of a seal.</summary>
    public async Task<string?> ReadAsync(byte[] file, string passphrase)
    {
        using var keys = await UnlockAsync(passphrase);
        return keys?.Open(file).Plain is { } plain ? System.Text.Encoding.UTF8.GetString(plain) : null;
    }

    public static string SecretOn(RecoverySheet sheet) =>
        sheet.Reveal().Split('\n').Single(line => line.StartsWith("AGE-SECRET-KEY-1", StringComparison.Ordinal));

    public void Dispose() => Store.Dispose();
}

/// <summary>Seals that lie in a list.</summary>
internal sealed class PaperSeals : ISealHolder
{
    public List<(byte[] File, HashSet<ResponderId> KeptAway)> Files { get; } = [];

    /// <summary>Of all of them.</summary>
    public DateTimeOffset? Told { get; set; }

    public IReadOnlyList<HeldSeal> Next(UnitOfWork unit, byte[]? after, int most) =>
    [
        .. Enumerable.Range(0, Files.Count)
            .Skip(after is null ? 0 : BitConverter.ToInt32(after) + 1)
            .Take(most)
            .Select(i => new HeldSeal(BitConverter.GetBytes(i), Files[i].File, Files[i].KeptAway) { Told = Told }),
    ];

    public void Replace(UnitOfWork unit, HeldSeal seal, byte[] file)
    {
        var at = BitConverter.ToInt32(seal.Key);
        Files[at] = (file, Files[at].KeptAway);
    }
}
