using OutreachBot.Privacy.Age;
using OutreachBot.Privacy.Passphrases;
using OutreachBot.Transactions;

namespace OutreachBot.Privacy.Sealing;

/// <summary>Unlocks secret keys by a passphrase, or takes one from a recovery sheet.</summary>
internal sealed class KeyUnlocking(ITransactions transactions, Recipients recipients)
{
    /// <summary>Every key that the passphrase opens: former ones may have been given the same.</summary>
    /// <returns>Null when it opens none.</returns>
    /// <remarks>Argon2id for each wrapped key, outside of any unit of work: 64 MiB and some 150 ms each.</remarks>
    public async Task<UnlockedKeys?> UnlockAsync(Passphrase passphrase, CancellationToken cancellationToken)
    {
        var all = await transactions.RunAsync(unit => recipients.Get(unit).All, cancellationToken);
        if (AgeIdentity.TryParse(passphrase.Reveal(), out var sheet))
        {
            var owner = all.FirstOrDefault(r => r.PublicKey == sheet.Recipient.Text);
            return new UnlockedKeys(owner?.ToString() ?? $"key {sheet.Recipient}", owner is null ? [] : [owner], [sheet]);
        }
        var opened = all
            .Select(r => (Owner: r, Identity: Unwrap(r, passphrase)))
            .Where(k => k.Identity is not null)
            .ToList();
        return opened.Count == 0 ? null : new UnlockedKeys(
            opened[^1].Owner.ToString(), [.. opened.Select(k => k.Owner)], [.. opened.Select(k => k.Identity!)]);
    }

    private static AgeIdentity? Unwrap(Recipient recipient, Passphrase passphrase) =>
        recipient.Wrapped is { } wrapped && AgeRecipient.TryParse(recipient.PublicKey, out var owner)
            ? WrappedSecret.TryUnwrap(wrapped, passphrase, owner)
            : null;
}
