namespace OutreachBot.Flows.Definitions;

/// <summary>A state that the host enters on its own, because somebody answers what was sent to her unasked, or rang.</summary>
public readonly record struct HostEntrance(string Flow, string State);

/// <summary>All of them. What is said there goes out unasked, from values that the host gives.</summary>
public static class HostEntrances
{
    public static IReadOnlyList<HostEntrance> All { get; } =
    [
        new("alert", "offer"), new("alert", "offer_urgent"), new("alert", "backup"), new("alert", "ping"),
        new("alert", "reminder"), new("alert", "call_back"), new("alert", "official"), new("alert", "referral"), new("alert", "answer"),
        new("alert", "taken"), new("alert", "gone"),
        new("follow_up", "pending"), new("follow_up", "rest"),
        new("person", "rang"),
        new("pin", "ask"), new("pin", "choose"), new("pin", "to_erase"),
    ];
}
