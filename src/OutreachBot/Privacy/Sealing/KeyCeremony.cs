using OutreachBot.Audit;
using OutreachBot.Privacy.Age;
using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Privacy.Sealing;

/// <summary>Takes new keys into the store, and takes the provisional key out of it.</summary>
internal sealed class KeyCeremony(
    ITransactions transactions, Recipients recipients, Resealer resealer, IAudit audit) : IResponderKeys
{
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
    public int DestroyOf(UnitOfWork unit, ResponderId responder)
    {
        var hers = recipients.Get(unit).All.Where(r => r.Responder == responder).ToList();
        foreach (var key in hers)
        {
            Destroy(unit, key);
        }
        return hers.Count;
    }

    /// <summary>Destroys one key.</summary>
    public void Destroy(UnitOfWork unit, Recipient key)
    {
        recipients.Destroy(unit, key);
        audit.Append(unit, new AuditEntry(key.ToString(), AuditActs.KeyDestroyed, Tip: null, Reason: null));
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
        var done = await resealer.RunAsync(seal => AgeFile.Open(seal, identity), cancellationToken);
        await transactions.RunAsync(
            unit =>
            {
                recipients.Destroy(unit, provisional);
                audit.Append(unit, new AuditEntry(provisional.ToString(), AuditActs.ProvisionalKeyDestroyed, Tip: null, Reason: null));
            },
            cancellationToken);
        return done;
    }
}
