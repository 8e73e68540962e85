using OutreachBot.Doctor.Theft;
using OutreachBot.Privacy;

namespace OutreachBot.Tests.Adversaries;

/// <summary>What the server key opens of a store's keys of epochs and days.</summary>
internal static class HeldKeysOpened
{
    public static IReadOnlyList<byte[]> Of(IStolenStore store, ServerKey server, HeldKeyKind kind)
    {
        using var vault = new Vault(server);
        return
        [
            .. store.Rows("held_key")
                .Where(row => string.Equals(row.Text("kind"), kind.ToString(), StringComparison.OrdinalIgnoreCase))
                .Select(row => vault.Unlock(VaultPurpose.EpochKey, HeldKeys.ContextOf(kind, row.Number("number")), row.Bytes("box")!)!),
        ];
    }
}
