namespace OutreachBot.Channels.Twilio;

/// <summary>How far a message has come, by rank: news may come twice, late, or out of order, and the furthest counts.</summary>
internal enum TwilioStatus
{
    Unknown,
    Accepted,
    Sent,
    Failed,
    Delivered,
    Read,
}

internal static class TwilioStatuses
{
    public static TwilioStatus Read(string? word) => word?.ToLowerInvariant() switch
    {
        "accepted" or "scheduled" or "queued" or "sending" => TwilioStatus.Accepted,
        "sent" => TwilioStatus.Sent,
        "undelivered" or "failed" or "canceled" => TwilioStatus.Failed,
        "delivered" or "partially_delivered" => TwilioStatus.Delivered,
        "read" => TwilioStatus.Read,
        _ => TwilioStatus.Unknown,
    };

    /// <summary>Nothing more comes of it at the provider; its record can be deleted.</summary>
    public static bool IsFinal(this TwilioStatus status) => status >= TwilioStatus.Failed;
}
