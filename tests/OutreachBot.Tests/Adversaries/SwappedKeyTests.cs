using OutreachBot.Privacy;
using OutreachBot.Privacy.Age;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Responders;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Adversaries.SwitchedOff;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Adversaries;

/// <summary>A thief writes to the database: her own key in the place of a coordinator's, or of the recovery key.</summary>
public sealed class SwappedKeyTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly AgeIdentity _recovery = AgeIdentity.Draw();
    private readonly AgeIdentity _hers = AgeIdentity.Draw();
    private readonly Vault _vault = new(ServerKey.Draw());

    public void Dispose()
    {
        _recovery.Dispose();
        _hers.Dispose();
        _vault.Dispose();
        _store.Dispose();
    }

    [Fact]
    public async Task A_key_of_hers_in_the_place_of_a_coordinator_s_opens_nothing() =>
        Assert.False(await OpensAsync(swapsRecovery: false, isPinned: true, new SqliteRecipientStore()));

    [Fact]
    public async Task Where_nobody_has_to_vouch_for_keys_it_is_found() =>
        Assert.True(await OpensAsync(swapsRecovery: false, isPinned: true, new VouchesForWhateverIsThere(new SqliteRecipientStore(), _recovery)));

    [Fact]
    public async Task A_recovery_key_of_hers_opens_nothing_where_the_settings_name_the_true_one() =>
        Assert.False(await OpensAsync(swapsRecovery: true, isPinned: true, new SqliteRecipientStore()));

    [Fact]
    public async Task Where_no_fingerprint_is_pinned_it_is_found() =>
        Assert.True(await OpensAsync(swapsRecovery: true, isPinned: false, new SqliteRecipientStore()));

    private async Task<bool> OpensAsync(bool swapsRecovery, bool isPinned, IRecipientStore kept)
    {
        var rows = new SqliteRecipientStore();
        var pinned = await _store.RunAsync(unit => Vouching.Fingerprint(Fill(unit, rows, _recovery))!);
        await _store.RunAsync(unit =>
        {
            if (swapsRecovery)
            {
                rows.All(unit).ToList().ForEach(r => rows.Remove(unit, r.Id));
                Fill(unit, rows, _hers);
            }
            else
            {
                rows.Put(unit, rows.All(unit).Single(r => r.Kind is RecipientKind.Coordinator) with { PublicKey = _hers.Recipient.Text });
            }
        });
        var seals = new Seals(new Recipients(kept, _vault, isPinned ? pinned : null), new FakeResponders());
        try
        {
            var seal = await _store.RunAsync(unit => seals.Seal(unit, "words"u8, new HashSet<ResponderId>()));
            return AgeFile.Open(seal, _hers).Plain is not null;
        }
        catch (InvalidDataException)
        {
            // Sealing to nobody is refused.
            return false;
        }
    }

    private static Recipient Fill(UnitOfWork unit, SqliteRecipientStore rows, AgeIdentity recovery)
    {
        using var signing = Vouching.SigningKey(recovery);
        using var own = AgeIdentity.Draw();
        var key = new Recipient(
            RandomId.Draw(), RecipientKind.Recovery, Responder: null, recovery.Recipient.Text, Vouching.PublicPart(signing), Wrapped: null, Held: null, unit.Now);
        var coordinator = new Recipient(
            RandomId.Draw(), RecipientKind.Coordinator, ResponderId.Draw(), own.Recipient.Text, Voucher: null, Wrapped: null, Held: null, unit.Now);
        rows.Put(unit, key);
        rows.Put(unit, coordinator with { Voucher = Vouching.Sign(signing, coordinator) });
        return key;
    }
}
