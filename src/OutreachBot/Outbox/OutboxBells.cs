using OutreachBot.Transactions;

namespace OutreachBot.Outbox;

/// <summary>Wakes the two dispatchers of this room.</summary>
internal sealed class OutboxBells
{
    public WakeBell Messages { get; } = new();

    public WakeBell Copies { get; } = new();
}
