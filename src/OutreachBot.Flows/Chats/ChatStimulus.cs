using OutreachBot.Flows.Running;

namespace OutreachBot.Flows.Chats;

/// <summary>What happens to a conversation in a transcript.</summary>
public abstract record ChatStimulus;

/// <summary>She sends a message, once or many times; <c>{n}</c> in a repeated text counts.</summary>
public sealed record Sends(Message Message, int Times) : ChatStimulus;

/// <summary>Time passes, and the timers within it go off.</summary>
public sealed record Passes(TimeSpan Span) : ChatStimulus;

/// <summary>The host enters a flow for her, as when she answers something that was sent unasked.</summary>
/// <param name="Key">The run's key; empty for the main one.</param>
/// <param name="Then">What she answered; null: the state's own words are said.</param>
public sealed record Enters(
    string Key, string Flow, string? State, IReadOnlyDictionary<string, string> Values, Message? Then) : ChatStimulus;
