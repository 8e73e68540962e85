using OutreachBot.Privacy.Passphrases;
using OutreachBot.Transactions;

namespace OutreachBot.Privacy.Sealing;

/// <summary>A passphrase for the provisional key, so that a demo's tips can be opened before anybody has made keys.</summary>
internal sealed class ProvisionalPassphrase(ITransactions transactions, Recipients recipients)
{
    /// <returns>The passphrase, to be shown once; null when there are keys already, or it has been given.</returns>
    public async Task<Passphrase?> GiveOnceAsync(CancellationToken cancellationToken)
    {
        var bare = await transactions.RunAsync(BareProvisional, cancellationToken);
        if (bare is null)
        {
            return null;
        }
        var passphrase = Passphrase.Draw();
        using var identity = recipients.OpenHeld(bare)
            ?? throw new InvalidDataException("The provisional key in the store is damaged. Run 'keys new'; tips sealed before it are lost.");
        var wrapped = WrappedSecret.Wrap(identity, passphrase, PassphraseCost.Normal);
        return await transactions.RunAsync(
            unit =>
            {
                // Another process may have given one, or made keys, in the meantime.
                if (BareProvisional(unit)?.Id != bare.Id)
                {
                    return null;
                }
                recipients.Put(unit, bare with { Wrapped = wrapped });
                return passphrase;
            },
            cancellationToken);
    }

    private Recipient? BareProvisional(UnitOfWork unit) =>
        recipients.Get(unit).Recovery is null && recipients.MakeProvisional(unit) is { Wrapped: null } bare ? bare : null;
}
