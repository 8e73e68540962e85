using OutreachBot.Addresses;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Conversations;

/// <summary>What the carrier says the person did besides writing; the provider may have answered it already.</summary>
public enum CarrierWord
{
    None,
    Stop,
    Start,
    Help,
}

/// <summary>One message, brought to one form by its channel.</summary>
/// <param name="ShownOn">What the person's end can show.</param>
/// <param name="ProviderId">The provider's id; the same for every delivery of one message.</param>
/// <param name="Text">As it came, at most what the provider carries; cleaned by the conversation.</param>
/// <param name="ReceivedAt">When it came in here.</param>
/// <param name="SentAt">When it was sent, where the channel tells.</param>
public sealed record InboundMessage(
    Address From,
    ChannelKind ShownOn,
    string ProviderId,
    string Text,
    IReadOnlyList<Attachment> Attachments,
    Pin? Pin,
    string? Choice,
    CarrierWord CarrierWord,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? SentAt)
{
    /// <summary>The road that its answer leaves by, later and through the outbox; null: it is answered in the same breath.</summary>
    public string? AnsweredVia { get; init; }

    public override string ToString() => "[inbound]";
}

/// <summary>What is answered in the same breath.</summary>
/// <param name="IsRepeat">The message had come before; these are the stored words, or none when they are gone.</param>
/// <param name="Inside">What happened within, for the simulator; null unless it was asked for.</param>
public sealed record Reply(IReadOnlyList<Say> Says, bool IsRepeat, TurnTrace? Inside);

/// <summary>What a turn did, shown on the simulator's page. Made only for simulated phones.</summary>
public sealed record TurnTrace(IReadOnlyList<TurnEvent> Events, IReadOnlyList<string> Effects, Session Session);

/// <summary>The way in for every channel.</summary>
public interface IConversation
{
    /// <summary>Answers a message: once done, however often it comes.</summary>
    /// <exception cref="Transactions.StoreBusyException">Nothing was done; the sender is to try again.</exception>
    Task<Reply> HandleAsync(InboundMessage message, CancellationToken cancellationToken);
}
