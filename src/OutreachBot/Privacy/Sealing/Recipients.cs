using OutreachBot.Privacy.Age;
using OutreachBot.Transactions;

namespace OutreachBot.Privacy.Sealing;

/// <summary>The recipients in memory, and the provisional key until <c>keys new</c>.</summary>
internal sealed class Recipients
{
    private readonly IRecipientStore _store;
    private readonly IVault _vault;
    private readonly StoreCache<RecipientRing> _ring;

    public Recipients(IRecipientStore store, IVault vault, string? pinnedFingerprint)
    {
        _store = store;
        _vault = vault;
        _ring = new StoreCache<RecipientRing>(unit => RecipientRing.Of(store.All(unit), pinnedFingerprint));
    }

    public RecipientRing Get(UnitOfWork unit) => _ring.Get(unit);

    public void Put(UnitOfWork unit, Recipient recipient)
    {
        _store.Put(unit, recipient);
        _ring.Drop();
    }

    /// <summary>Removes it so that it isn't found in the store's files either.</summary>
    public void Destroy(UnitOfWork unit, Recipient recipient)
    {
        _store.Remove(unit, recipient.Id);
        unit.LeaveNoTrace();
        _ring.Drop();
    }

    /// <summary>Makes the key that stands in while there is no other; the one there is, if it is there.</summary>
    public Recipient MakeProvisional(UnitOfWork unit)
    {
        if (Get(unit).Provisional is { } present)
        {
            return present;
        }
        using var identity = AgeIdentity.Draw();
        var id = RandomId.Draw();
        var made = new Recipient(
            id, RecipientKind.Provisional, Responder: null, identity.Recipient.Text, Voucher: null, Wrapped: null,
            _vault.Lock(VaultPurpose.ProvisionalKey, id.ToBytes(), identity.Secret), unit.Now);
        Put(unit, made);
        return made;
    }

    /// <returns>Null for a recipient whose secret the server does not hold.</returns>
    public AgeIdentity? OpenHeld(Recipient recipient) =>
        recipient.Held is { } held && _vault.Unlock(VaultPurpose.ProvisionalKey, recipient.Id.ToBytes(), held) is { } secret
            ? AgeIdentity.TryFrom(secret)
            : null;
}
