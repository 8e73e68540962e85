using System.Text;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Outbox;

/// <param name="Id">A keyed hash of the provider's id.</param>
/// <param name="Box">Kind and id, locked.</param>
public sealed record ProviderCopy(byte[] Id, byte[] Box, DateTimeOffset Due, int Attempts);

/// <summary>Where it is kept what is still to be deleted at providers.</summary>
public interface IProviderCopyStore
{
    /// <summary>Keeps it; one that is kept already becomes due at the earlier of the two times.</summary>
    void Put(UnitOfWork unit, ProviderCopy copy);

    IReadOnlyList<ProviderCopy> Due(UnitOfWork unit, int most);

    DateTimeOffset? NextDue(UnitOfWork unit);

    void PutOff(UnitOfWork unit, byte[] id, DateTimeOffset due);

    void Remove(UnitOfWork unit, byte[] id);

    /// <summary>How many providers still hold.</summary>
    long Count(UnitOfWork unit);
}

internal sealed class ProviderCopies(IProviderCopyStore store, IPersonKeys keys, IVault vault, OutboxBells bells) : IProviderCopies
{
    public void PlanDeletion(UnitOfWork unit, string kind, string providerId, DateTimeOffset notBefore)
    {
        var id = keys.HashProviderId(unit, providerId);
        var box = vault.Lock(VaultPurpose.Outbox, id, Encoding.UTF8.GetBytes($"{kind}\n{providerId}"));
        store.Put(unit, new ProviderCopy(id, box, notBefore, 0));
        unit.AfterCommit(() => bells.Copies.Ring(notBefore));
    }

    /// <returns>Null when it can't be unlocked any more.</returns>
    public (string Kind, string ProviderId)? Read(ProviderCopy copy) =>
        vault.Unlock(VaultPurpose.Outbox, copy.Id, copy.Box) is { } plain
        && Encoding.UTF8.GetString(plain).Split('\n', 2) is [var kind, var providerId]
            ? (kind, providerId)
            : null;
}
