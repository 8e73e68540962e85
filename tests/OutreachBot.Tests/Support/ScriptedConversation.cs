using System.Collections.Concurrent;
using OutreachBot.Conversations;
using OutreachBot.Flows.Running;

namespace OutreachBot.Tests.Support;

/// <summary>Stands where the conversation stands, for tests of a channel alone.</summary>
internal sealed class ScriptedConversation : IConversation
{
    public ConcurrentQueue<InboundMessage> Heard { get; } = new();

    public Func<InboundMessage, IReadOnlyList<string>> Answers { get; set; } = _ => ["Hola"];

    public Task<Reply> HandleAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        Heard.Enqueue(message);
        return Task.FromResult(new Reply([.. Answers(message).Select(t => new Say(t, [], [], null, Once: false))], IsRepeat: false, Inside: null));
    }
}
