using System.Text.Json;
using System.Text.Json.Serialization;
using OutreachBot.Addresses;
using OutreachBot.Privacy;

namespace OutreachBot.Outbox;

/// <summary>What is locked of a message: where it goes, and what it says.</summary>
/// <param name="Sequence">Messages of one unit are due at one time: this keeps their order. It is no time.</param>
internal sealed record OutboundContent(Channel Channel, string To, string Text, DateTimeOffset DueAt, long Sequence)
{
    public string? Via { get; init; }

    public bool IsUrgent { get; init; }

    public override string ToString() => "[outbound content]";
}

[JsonSerializable(typeof(OutboundContent))]
internal sealed partial class OutboundJson : JsonSerializerContext;

/// <summary>Locks messages for the time they wait.</summary>
internal sealed class OutboundBox(IVault vault)
{
    private long _sequence;

    public byte[] Lock(OutboundMessage message)
    {
        var content = new OutboundContent(
            message.To.Channel, message.To.Value, message.Text, message.DueAt, Interlocked.Increment(ref _sequence))
        {
            Via = message.Via,
            IsUrgent = message.IsUrgent,
        };
        return vault.Lock(
            VaultPurpose.Outbox, message.Id.ToBytes(), JsonSerializer.SerializeToUtf8Bytes(content, OutboundJson.Default.OutboundContent));
    }

    /// <returns>Null when it can't be unlocked.</returns>
    public (OutboundMessage Message, long Sequence)? Unlock(WaitingMessage waiting)
    {
        var plain = vault.Unlock(VaultPurpose.Outbox, waiting.Id.ToBytes(), waiting.Box);
        var content = plain is null ? null : JsonSerializer.Deserialize(plain, OutboundJson.Default.OutboundContent);
        return content is not null && Address.TryFrom(content.Channel, content.To) is { } to
            ? (new OutboundMessage(waiting.Id, to, content.Text, waiting.Purpose, waiting.Subject, content.DueAt) { Via = content.Via, IsUrgent = content.IsUrgent }, content.Sequence)
            : null;
    }
}
