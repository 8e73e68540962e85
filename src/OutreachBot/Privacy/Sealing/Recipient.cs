using OutreachBot.Responders;

namespace OutreachBot.Privacy.Sealing;

public enum RecipientKind
{
    /// <summary>A person who works on cases; bound to a responder, or the operator's own while it is not.</summary>
    Coordinator,

    /// <summary>Lies on a sheet of paper; its secret is on no machine.</summary>
    Recovery,

    /// <summary>Stands in until <c>keys new</c> has been run; its secret is held under the server key.</summary>
    Provisional,

    /// <summary>Reads the audit and opens nothing: nothing is ever sealed to it.</summary>
    Auditor,

    /// <summary>Was replaced: nothing is sealed to it any more, and what was is still opened by it.</summary>
    Former,
}

/// <summary>A key that tips are sealed to, as the store keeps it. Nothing in it is secret but to whoever has what unlocks it.</summary>
/// <param name="Responder">Whose it is: whoever excludes her excludes the key.</param>
/// <param name="PublicKey">An age recipient, <c>age1…</c>.</param>
/// <param name="Voucher">Of a recovery key: its signing key, Ed25519, 32 bytes. Of a coordinator's: the recovery key's signature.</param>
/// <param name="Wrapped">The secret under its owner's passphrase.</param>
/// <param name="Held">The secret under the server key: a provisional one's.</param>
/// <param name="Made">When; of a key that took over another's tips, when that one was made: what was told before is no matter of hers.</param>
public sealed record Recipient(
    RandomId Id,
    RecipientKind Kind,
    ResponderId? Responder,
    string PublicKey,
    byte[]? Voucher,
    byte[]? Wrapped,
    byte[]? Held,
    DateTimeOffset Made)
{
    /// <summary>Who it is in the audit.</summary>
    public override string ToString() => Responder is { } responder ? $"{Kind} {responder}" : $"{Kind} {Id}";
}
