using System.Security.Cryptography;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Starting;
using OutreachBot.Transactions;

namespace OutreachBot.Privacy;

/// <summary>Makes the server key on the first start, and refuses one that the store was not made with.</summary>
internal sealed class KeyStart(
    ServerKeySource source, Func<ITransactions> transactions, IStoreSettings settings, Func<Recipients> recipients, ILogger<KeyStart> logger)
    : IStartStep
{
    /// <summary>The store setting that knows the key again; 16 bytes derived from it, of which nothing else is derived.</summary>
    public const string Setting = "server_key_check";

    public bool ForEveryCommand => true;

    /// <summary>What the setting holds for a key, 32 hexadecimal digits.</summary>
    public static string CheckOf(ServerKey key) => Convert.ToHexStringLower(key.DeriveBytes("check", 16));

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var key = source.Find();
        var known = await transactions().RunAsync(unit => settings.Get(unit, Setting), cancellationToken);
        if (key is null)
        {
            // A fresh key beside a store made with another would hide the loss, and lock everybody out for good.
            if (known is not null)
            {
                throw new StartRefusedException(
                    $"The server key that this data directory was made with is gone. Put it back at {source.KeyFile}, or give it as Keys__ServerKey; to begin anew, name another --data DIR.");
            }
            key = source.Create();
            logger.ServerKeyMade(source.KeyFile);
        }
        using (key)
        {
            await CheckAsync(key, known, cancellationToken);
        }
        await transactions().RunAsync(unit => CheckRecovery(recipients().Get(unit)), cancellationToken);
    }

    private async Task CheckAsync(ServerKey key, string? known, CancellationToken cancellationToken)
    {
        var check = CheckOf(key);
        if (known is null)
        {
            await transactions().RunAsync(unit => settings.Set(unit, Setting, check), cancellationToken);
        }
        else if (!CryptographicOperations.FixedTimeEquals(Convert.FromHexString(known), Convert.FromHexString(check)))
        {
            throw new StartRefusedException(
                "The server key is not the one that this data directory was made with. Put that one back, or name another --data DIR.");
        }
    }

    private static void CheckRecovery(RecipientRing ring)
    {
        if (ring.IsSwapped)
        {
            throw new StartRefusedException(
                "The recovery key in the data directory is not the one that Keys__RecoveryFingerprint names: somebody may have swapped it. "
                + "If you made new keys yourself, set Keys__RecoveryFingerprint to the fingerprint on the new recovery sheet; else restore the data directory from a backup.");
        }
    }
}
