using System.Text;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Outbox;

/// <param name="Box">Kind and the provider's id, locked.</param>
/// <param name="Since">From when it was to be deleted; kept to the hour.</param>
/// <param name="Refused">The provider has said that it won't.</param>
public sealed record ProviderCopy(RandomId Id, byte[] Box, DateTimeOffset Due, int Attempts, DateTimeOffset Since, bool Refused);

/// <summary>How many copies are still to be deleted.</summary>
/// <param name="Waiting">All of them.</param>
/// <param name="Overdue">Those that were to be gone since before the time asked for, the refused ones apart.</param>
/// <param name="Refused">Those that the provider has refused to delete.</param>
/// <param name="Oldest">From when the oldest was to be deleted; null: there is none.</param>
public sealed record CopyTally(long Waiting, long Overdue, long Refused, DateTimeOffset? Oldest);

/// <summary>Where it is kept what is still to be deleted at providers.</summary>
public interface IProviderCopyStore
{
    void Put(UnitOfWork unit, ProviderCopy copy);

    /// <summary>The longest due first.</summary>
    IReadOnlyList<ProviderCopy> Due(UnitOfWork unit, int most);

    DateTimeOffset? NextDue(UnitOfWork unit);

    void Remove(UnitOfWork unit, ProviderCopy copy);

    IReadOnlyList<ProviderCopy> All(UnitOfWork unit);

    /// <param name="overdueBefore">What was to be gone since before this is overdue.</param>
    CopyTally Count(UnitOfWork unit, DateTimeOffset overdueBefore);
}

internal sealed class ProviderCopies(IProviderCopyStore store, IVault vault, OutboxBells bells) : IProviderCopies
{
    public void PlanDeletion(UnitOfWork unit, string kind, string providerId, DateTimeOffset notBefore)
    {
        var id = RandomId.Draw();
        var box = vault.Lock(VaultPurpose.Outbox, id.ToBytes(), Encoding.UTF8.GetBytes($"{kind}\n{providerId}"));
        store.Put(unit, new ProviderCopy(id, box, notBefore, Attempts: 0, Since: notBefore, Refused: false));
        unit.AfterCommit(() => bells.Copies.Ring(notBefore));
    }

    /// <returns>Null when it can't be unlocked any more.</returns>
    public (string Kind, string ProviderId)? Read(ProviderCopy copy) =>
        vault.Unlock(VaultPurpose.Outbox, copy.Id.ToBytes(), copy.Box) is { } plain
        && Encoding.UTF8.GetString(plain).Split('\n', 2) is [var kind, var providerId]
            ? (kind, providerId)
            : null;
}
