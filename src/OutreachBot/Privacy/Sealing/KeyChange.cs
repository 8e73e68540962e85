using OutreachBot.Audit;
using OutreachBot.Privacy.Age;
using OutreachBot.Privacy.Passphrases;
using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Privacy.Sealing;

/// <summary>What happens to keys after the ceremony: another passphrase, a sheet that has to help, somebody who leaves.</summary>
internal sealed class KeyChange(
    ITransactions transactions, Recipients recipients, KeyCeremony ceremony, IResponders responders, Resealer resealer, IAudit audit)
{
    /// <summary>Puts keys under another passphrase; what they open stays the same. The former wrapping is left nowhere in the files.</summary>
    /// <returns>False when somebody changed one of them meanwhile: nothing was done.</returns>
    /// <remarks>Argon2id for each, outside of any unit of work.</remarks>
    public async Task<bool> RewrapAsync(UnlockedKeys keys, Passphrase passphrase, PassphraseCost cost, CancellationToken cancellationToken)
    {
        var rewrapped = keys.Rows.Zip(keys.Identities, (row, identity) => (Before: row, After: row with { Wrapped = WrappedSecret.Wrap(identity, passphrase, cost) })).ToList();
        return await transactions.RunAsync(
            unit =>
            {
                var all = recipients.Get(unit).All;
                if (rewrapped.Exists(r => !all.Any(now => now.Id == r.Before.Id && now.Wrapped.AsSpan().SequenceEqual(r.Before.Wrapped))))
                {
                    return false;
                }
                foreach (var (_, after) in rewrapped)
                {
                    recipients.Put(unit, after);
                    audit.Append(unit, new AuditEntry(after.ToString(), AuditActs.KeyRewrapped, Tip: null, Reason: null));
                }
                unit.LeaveNoTrace();
                return true;
            },
            cancellationToken);
    }

    /// <summary>Takes a key that was made with the sheet, in the place of the one she had.</summary>
    public Task RecoverAsync(Recipient coordinator, CancellationToken cancellationToken) => transactions.RunAsync(
        unit =>
        {
            // Former keys of hers stay: what they open the sheet of now does not.
            if (recipients.Get(unit).KeyOf(coordinator.Responder!.Value) is { } before)
            {
                recipients.Destroy(unit, before);
                audit.Append(unit, new AuditEntry(before.ToString(), AuditActs.KeyDestroyed, Tip: null, Reason: null));
            }
            recipients.Put(unit, coordinator);
            audit.Append(unit, new AuditEntry(coordinator.ToString(), AuditActs.KeyRecovered, Tip: null, Reason: null));
        },
        cancellationToken);

    /// <summary>Takes an auditor's key in.</summary>
    public Task AddAuditorAsync(Recipient auditor, CancellationToken cancellationToken) => transactions.RunAsync(
        unit =>
        {
            recipients.Put(unit, auditor);
            audit.Append(unit, new AuditEntry(auditor.ToString(), AuditActs.KeyAdded, Tip: null, Reason: null));
        },
        cancellationToken);

    /// <summary>Destroys an auditor's key.</summary>
    /// <returns>False: there is none with that id.</returns>
    public Task<bool> RemoveAuditorAsync(RandomId id, CancellationToken cancellationToken) => transactions.RunAsync(
        unit =>
        {
            if (recipients.Get(unit).All.FirstOrDefault(r => r.Kind is RecipientKind.Auditor && r.Id == id) is not { } auditor)
            {
                return false;
            }
            recipients.Destroy(unit, auditor);
            audit.Append(unit, new AuditEntry(auditor.ToString(), AuditActs.KeyDestroyed, Tip: null, Reason: null));
            return true;
        },
        cancellationToken);

    /// <summary>From the commit on nothing is sealed to her. What was is sealed anew by <see cref="ResealAsync"/>.</summary>
    /// <returns>Why not; null when it was done, or she had no key any more.</returns>
    public Task<string?> RemoveAsync(ResponderId leaving, UnlockedKeys by, CancellationToken cancellationToken) => transactions.RunAsync<string?>(
        unit =>
        {
            var ring = recipients.Get(unit);
            if (by.Owners.Contains(leaving))
            {
                return "That passphrase is hers. Another coordinator has to sign in, or the recovery sheet.";
            }
            if (Against(unit, ring.KeyOf(leaving), by) is { } refusal)
            {
                return refusal;
            }
            ceremony.DestroyOf(unit, leaving);
            return null;
        },
        cancellationToken);

    /// <summary>As <see cref="RemoveAsync(ResponderId, UnlockedKeys, CancellationToken)"/>, a coordinator's key by its own id: one that is nobody's has no other name.</summary>
    /// <returns>Why not; null when it was done.</returns>
    public Task<string?> RemoveAsync(RandomId id, UnlockedKeys by, CancellationToken cancellationToken) => transactions.RunAsync<string?>(
        unit =>
        {
            if (recipients.Get(unit).All.FirstOrDefault(r => r.Kind is RecipientKind.Coordinator && r.Id == id) is not { } key)
            {
                return "--key: no coordinator's key has that id. See 'users list'.";
            }
            if (by.Rows.Any(r => r.Id == id))
            {
                return "That passphrase opens this very key. Another coordinator has to sign in, or the recovery sheet.";
            }
            if (Against(unit, key, by) is { } refusal)
            {
                return refusal;
            }
            ceremony.Destroy(unit, key);
            return null;
        },
        cancellationToken);

    private string? Against(UnitOfWork unit, Recipient? key, UnlockedKeys by)
    {
        var ring = recipients.Get(unit);
        if (!by.Rows.Any(r => ring.IsCoordinatorInUse(r) || r.Id == ring.Recovery?.Id))
        {
            return "That passphrase opens no key in use now: another coordinator has to sign in, or the recovery sheet.";
        }
        // A key whose owner is gone is nobody's only one: it may always be taken out.
        return key?.Responder is { } owner && IsOnFile(owner) && !ring.HasCoordinatorBeside(key, IsOnFile)
            ? "Hers is the only coordinator's key: give another one a key first (users add, or keys recover with the sheet)."
            : null;

        bool IsOnFile(ResponderId responder) => responders.Find(unit, responder) is not null;
    }

    /// <summary>Seals anew all that these keys open, and says in the audit how many.</summary>
    public async Task<Resealing> ResealAsync(string actor, Func<byte[], AgeOpening> open, CancellationToken cancellationToken)
    {
        var done = await resealer.RunAsync(open, cancellationToken);
        await transactions.RunAsync(
            unit =>
            {
                audit.Append(unit, new AuditEntry(
                    actor, AuditActs.Resealed, Tip: null, Reason: $"{done.Resealed} sealed anew, {done.Others} sealed to others, {done.Damaged} damaged"));
                unit.LeaveNoTrace();
            },
            cancellationToken);
        return done;
    }
}
