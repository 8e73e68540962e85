using OutreachBot.Audit;
using OutreachBot.Privacy.Age;
using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Privacy.Sealing;

/// <summary>What was done with the seals that only the provisional key could open.</summary>
/// <param name="Resealed">Sealed anew to the keys of now.</param>
/// <param name="Damaged">Could be opened by nobody, and were left as they are.</param>
internal sealed record Resealing(int Resealed, int Damaged);

/// <summary>Takes new keys into the store, and takes the provisional key out of it.</summary>
internal sealed class KeyCeremony(
    ITransactions transactions, Recipients recipients, ISeals seals, IEnumerable<ISealHolder> holders, IAudit audit)
{
    /// <summary>Seals in one unit of work: the line waits for no longer than some tens of messages would take.</summary>
    private const int BatchSize = 50;

    /// <summary>The recovery key there is; null before <c>keys new</c>.</summary>
    public Task<Recipient?> FindRecoveryAsync(CancellationToken cancellationToken) =>
        transactions.RunAsync(unit => recipients.Get(unit).Recovery, cancellationToken);

    /// <summary>From the commit on, tips are sealed to the new keys only.</summary>
    /// <param name="replace">Makes those there are former ones; else nothing is done while there are any.</param>
    /// <returns>Whether it was done.</returns>
    public Task<bool> KeepAsync(NewKeys keys, bool replace, CancellationToken cancellationToken) =>
        transactions.RunAsync(
            unit =>
            {
                var ring = recipients.Get(unit);
                if (ring.Recovery is not null && !replace)
                {
                    return false;
                }
                var replaced = ring.All.Where(r => r.Kind is RecipientKind.Recovery or RecipientKind.Coordinator).ToList();
                foreach (var old in replaced)
                {
                    recipients.Put(unit, old with { Kind = RecipientKind.Former });
                }
                recipients.Put(unit, keys.Recovery);
                recipients.Put(unit, keys.Coordinator);
                audit.Append(unit, new AuditEntry(
                    keys.Coordinator.ToString(), replaced.Count == 0 ? AuditActs.KeysMade : AuditActs.KeysReplaced, Tip: null, Reason: null));
                return true;
            },
            cancellationToken);

    /// <summary>From the commit on, tips are sealed to her key too. What was sealed before it stays closed to it.</summary>
    /// <returns>False when somebody gave her one meanwhile.</returns>
    public Task<bool> AddAsync(Recipient coordinator, CancellationToken cancellationToken) =>
        transactions.RunAsync(
            unit =>
            {
                if (recipients.Get(unit).KeyOf(coordinator.Responder!.Value) is not null)
                {
                    return false;
                }
                recipients.Put(unit, coordinator);
                audit.Append(unit, new AuditEntry(coordinator.ToString(), AuditActs.KeyAdded, Tip: null, Reason: null));
                return true;
            },
            cancellationToken);

    /// <summary>Destroys what opens tips for her: she is gone for good.</summary>
    public void DestroyOf(UnitOfWork unit, ResponderId responder)
    {
        foreach (var hers in recipients.Get(unit).All.Where(r => r.Responder == responder).ToList())
        {
            recipients.Destroy(unit, hers);
            audit.Append(unit, new AuditEntry(hers.ToString(), AuditActs.KeyDestroyed, Tip: null, Reason: null));
        }
    }

    /// <summary>Seals anew what the provisional key held, and destroys it. Cut off, it goes on from the beginning next time.</summary>
    /// <returns>Null when there is no provisional key.</returns>
    public async Task<Resealing?> RetireProvisionalAsync(CancellationToken cancellationToken)
    {
        var provisional = await transactions.RunAsync(
            unit => recipients.Get(unit) is { Recovery: not null, Provisional: { } present } ? present : null, cancellationToken);
        if (provisional is null)
        {
            return null;
        }
        using var identity = recipients.OpenHeld(provisional)
            ?? throw new InvalidDataException("The provisional key in the store is damaged: what it sealed can't be opened. Restore the data directory from a backup.");
        var done = new Resealing(0, 0);
        foreach (var holder in holders)
        {
            byte[]? after = null;
            do
            {
                var from = after;
                var (last, batch) = await transactions.RunAsync(unit => Reseal(unit, holder, from, identity), cancellationToken);
                after = last;
                done = new Resealing(done.Resealed + batch.Resealed, done.Damaged + batch.Damaged);
            }
            while (after is not null);
        }
        await transactions.RunAsync(
            unit =>
            {
                recipients.Destroy(unit, provisional);
                audit.Append(unit, new AuditEntry(provisional.ToString(), AuditActs.ProvisionalKeyDestroyed, Tip: null, Reason: null));
            },
            cancellationToken);
        return done;
    }

    /// <returns>The key of the last seal seen; null at the end.</returns>
    private (byte[]? Last, Resealing Done) Reseal(UnitOfWork unit, ISealHolder holder, byte[]? after, AgeIdentity identity)
    {
        var batch = holder.Next(unit, after, BatchSize);
        var (resealed, damaged) = (0, 0);
        foreach (var seal in batch)
        {
            var opening = AgeFile.Open(seal.File, identity);
            if (opening.Plain is { } plain)
            {
                holder.Replace(unit, seal, seals.Seal(unit, plain, seal.KeptAway));
                resealed++;
            }
            else if (opening.Fault is not AgeFault.NoMatch)
            {
                damaged++;
            }
        }
        return (batch.Count == 0 ? null : batch[^1].Key, new Resealing(resealed, damaged));
    }
}
