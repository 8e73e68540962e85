using OutreachBot.Privacy.Age;
using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Privacy.Sealing;

/// <summary>Seals to the recipients of the moment.</summary>
internal sealed class Seals(Recipients recipients, IResponders responders) : ISeals
{
    public byte[] Seal(UnitOfWork unit, ReadOnlySpan<byte> plain, IReadOnlySet<ResponderId> keptAway) =>
        AgeFile.Seal(plain, RecipientsFor(unit, keptAway));

    /// <summary>Anew: to those of its recipients who are still there. Nobody comes by it whose key was made after it was told.</summary>
    public byte[] SealAnew(UnitOfWork unit, ReadOnlySpan<byte> plain, HeldSeal seal) =>
        AgeFile.Seal(plain, RecipientsFor(unit, seal.KeptAway, seal.Told, seal.ReferredTo));

    public IReadOnlyList<AgeRecipient> RecipientsFor(UnitOfWork unit, IReadOnlySet<ResponderId> keptAway) =>
        RecipientsFor(unit, keptAway, told: null, referredTo: null);

    private List<AgeRecipient> RecipientsFor(
        UnitOfWork unit, IReadOnlySet<ResponderId> keptAway, DateTimeOffset? told, IReadOnlySet<ResponderId>? referredTo)
    {
        var ring = recipients.Get(unit);
        if (ring.Recovery is null && ring.Provisional is null)
        {
            recipients.MakeProvisional(unit);
            ring = recipients.Get(unit);
        }
        var keys = ring.For(keptAway, id => responders.Find(unit, id)?.Role is ResponderRole.Coordinator, told, referredTo);
        return keys.Count > 0
            ? keys
            : throw new InvalidDataException(
                "No key in the store can be trusted to seal to: the recovery key is not the one that Keys__RecoveryFingerprint names. "
                + "Somebody may have swapped it. Restore the data directory from a backup.");
    }
}
