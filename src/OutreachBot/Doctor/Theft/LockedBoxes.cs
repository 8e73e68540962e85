using System.Buffers.Binary;
using OutreachBot.Privacy;
using OutreachBot.Relay;

namespace OutreachBot.Doctor.Theft;

/// <summary>A kind of box in the database: where it lies, what its key is for, what it is bound to, and what a thief would call it.</summary>
internal sealed record LockedBox(string Table, string Column, VaultPurpose Purpose, Func<StolenRow, byte[]> Context, string Kind);

/// <summary>Every box that the server key opens. What a room locks under it belongs here.</summary>
internal static class LockedBoxes
{
    /// <summary>What is no box of its own, but opened by what lies in one.</summary>
    public const string CaseKeys = "keys of cases";

    public static IReadOnlyList<LockedBox> All { get; } =
    [
        new("person", "session", VaultPurpose.Session, r => r.Bytes("person_key") ?? [], "conversations with answers under way"),
        new("outbox", "box", VaultPurpose.Outbox, r => r.Bytes("id") ?? [], "messages that wait, with their numbers"),
        new("provider_copy", "box", VaultPurpose.Outbox, r => r.Bytes("id") ?? [], "names of copies at the provider"),
        new("held_key", "box", VaultPurpose.EpochKey, HeldKeyContext, "keys that persons and replies are locked by"),
        new("recipient", "held", VaultPurpose.ProvisionalKey, r => r.Bytes("id") ?? [], "provisional keys of tips"),
        new("audit", "reason", VaultPurpose.Audit, r => BigEndian(r.Number("number")), "reasons in the audit"),
        new("responder", "box", VaultPurpose.Responder, r => r.Bytes("id") ?? [], "responders with their numbers"),
        new("responder_pin", "box", VaultPurpose.ResponderPin, r => r.Bytes("responder") ?? [], "hashes of responders' PINs"),
        new("tip", "discretion", VaultPurpose.KeepAway, r => r.Bytes("id") ?? [], "notes on whom to keep away"),
        new("hand_over", "box", VaultPurpose.HandOver, r => r.Bytes("tip") ?? [], "hand-over copies"),
        new("case_key", "box", VaultPurpose.OwedNumber, r => r.Bytes("tip") ?? [], CaseKeys),
        new("medium", "box", VaultPurpose.Media, r => r.Bytes("id") ?? [], "keys of voice and pictures on their way"),
    ];

    /// <summary>A number to ask back at, under its case's key.</summary>
    public static byte[]? Contact(StolenRow row, byte[] caseKey) =>
        row.Bytes("contact") is { } box ? CaseKey.FromBytes(caseKey).Unlock(row.Bytes("tip") ?? [], box) : null;

    private static byte[] HeldKeyContext(StolenRow row) =>
        Enum.TryParse<HeldKeyKind>(row.Text("kind").Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var kind)
            ? HeldKeys.ContextOf(kind, row.Number("number"))
            : [];

    private static byte[] BigEndian(long number)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes;
    }
}
