namespace OutreachBot.Privacy;

/// <summary>Authenticated encryption under the server key (XChaCha20-Poly1305 by libsodium), one subkey a purpose.</summary>
/// <remarks>Protects against whoever has the disk without the key; never a substitute for the seal of a story.</remarks>
public interface IVault
{
    /// <param name="context">Bound to the box as associated data: a row's id, so that boxes can't be swapped.</param>
    byte[] Lock(VaultPurpose purpose, ReadOnlySpan<byte> context, ReadOnlySpan<byte> plain);

    /// <returns>The plain bytes, or null when the box is damaged, foreign, or under another context.</returns>
    byte[]? Unlock(VaultPurpose purpose, ReadOnlySpan<byte> context, ReadOnlySpan<byte> box);
}

/// <summary>What a box is for; each has a key of its own, derived from the server key.</summary>
public enum VaultPurpose
{
    Session,
    Responder,
    OwedNumber,
    Outbox,
    HandOver,
    KeepAway,
    Relay,
    EpochKey,
    ProvisionalKey,
    Audit,
    Media,
    ResponderPin,
}
