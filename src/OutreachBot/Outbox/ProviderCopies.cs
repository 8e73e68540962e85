using System.Text;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Outbox;

/// <param name="Box">Kind and the provider's id, locked.</param>
public sealed record ProviderCopy(RandomId Id, byte[] Box, DateTimeOffset Due, int Attempts);

/// <summary>Where it is kept what is still to be deleted at providers.</summary>
public interface IProviderCopyStore
{
    void Put(UnitOfWork unit, ProviderCopy copy);

    /// <summary>The longest due first.</summary>
    IReadOnlyList<ProviderCopy> Due(UnitOfWork unit, int most);

    DateTimeOffset? NextDue(UnitOfWork unit);

    void Remove(UnitOfWork unit, ProviderCopy copy);

    /// <summary>How many are still to be deleted.</summary>
    long Count(UnitOfWork unit);
}

internal sealed class ProviderCopies(IProviderCopyStore store, IVault vault, OutboxBells bells) : IProviderCopies
{
    public void PlanDeletion(UnitOfWork unit, string kind, string providerId, DateTimeOffset notBefore)
    {
        var id = RandomId.Draw();
        var box = vault.Lock(VaultPurpose.Outbox, id.ToBytes(), Encoding.UTF8.GetBytes($"{kind}\n{providerId}"));
        store.Put(unit, new ProviderCopy(id, box, notBefore, 0));
        unit.AfterCommit(() => bells.Copies.Ring(notBefore));
    }

    /// <returns>Null when it can't be unlocked any more.</returns>
    public (string Kind, string ProviderId)? Read(ProviderCopy copy) =>
        vault.Unlock(VaultPurpose.Outbox, copy.Id.ToBytes(), copy.Box) is { } plain
        && Encoding.UTF8.GetString(plain).Split('\n', 2) is [var kind, var providerId]
            ? (kind, providerId)
            : null;
}
