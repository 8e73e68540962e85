using OutreachBot.Addresses;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Conversations;

/// <summary>All that is kept of a conversation between two messages, locked as one box.</summary>
/// <param name="WakesAt">When the engine wants the clock to come by; null: never.</param>
/// <param name="PlannedFor">When the agenda comes by at the earliest; null: not planned.</param>
/// <param name="Answered">Ids of messages whose answers are kept for repeats, so that BORRAR finds and wipes them; the newest last.</param>
/// <param name="Channel">The road of her last message. The address itself is not kept.</param>
/// <param name="Responder">Who she is on file; null: a stranger to the file.</param>
/// <param name="Entered">For each alert code, the unasked message that was answered by it last.</param>
internal sealed record KeptConversation(
    Session Session,
    DateTimeOffset? WakesAt,
    DateTimeOffset? PlannedFor,
    IReadOnlyList<byte[]> Answered,
    Channel Channel,
    ChannelKind ShownOn,
    string? Country,
    string? Responder,
    IReadOnlyDictionary<string, string> Entered)
{
    /// <summary>Attachments that the conversation remembered when it was opened, or that came since. Not kept: the session says.</summary>
    public IReadOnlyCollection<string> Media { get; init; } = [];

    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    public static KeptConversation WithStranger(InboundMessage message) =>
        new(Session.Stranger, null, null, [], message.From.Channel, message.ShownOn, null, null, Nothing);

    public override string ToString() => "[conversation]";
}
