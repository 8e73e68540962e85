namespace OutreachBot.Outbox;

/// <summary>Who goes first when a road carries only so much: danger, then alerts, then those who wait for an answer.</summary>
/// <remarks>By address, at what weighs most of it: what one person gets keeps its order, as a greeting comes before the alert it announces.</remarks>
internal static class Precedence
{
    /// <summary>The same, in the order of going; what weighs alike stays as it was.</summary>
    public static IEnumerable<(T Item, bool IsUrgent)> Order<T>(IReadOnlyCollection<T> items, Func<T, OutboundMessage> message)
    {
        var ranks = items.GroupBy(i => message(i).To.Identity, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Min(i => Rank(message(i))), StringComparer.Ordinal);
        return items.Select(i => (Item: i, Rank: ranks[message(i).To.Identity])).OrderBy(i => i.Rank).Select(i => (i.Item, i.Rank == 0));
    }

    private static int Rank(OutboundMessage message) => message switch
    {
        { IsUrgent: true } => 0,
        { Purpose: OutboundPurpose.Alert } => 1,
        { Purpose: OutboundPurpose.Answer } => 2,
        { Purpose: OutboundPurpose.Relay or OutboundPurpose.Reminder } => 3,
        _ => 4,
    };
}
