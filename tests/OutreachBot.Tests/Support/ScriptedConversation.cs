using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using OutreachBot.Conversations;
using OutreachBot.Flows.Running;
using OutreachBot.Outbox;

namespace OutreachBot.Tests.Support;

/// <summary>Stands where the conversation stands, for tests of a channel alone.</summary>
internal sealed class ScriptedConversation : IConversation
{
    public ConcurrentQueue<InboundMessage> Heard { get; } = new();

    public Func<InboundMessage, IReadOnlyList<string>> Answers { get; set; } = _ => ["Hola"];

    /// <summary>What of messages the provider told.</summary>
    public Mock<IDeliveryReports> Reports { get; } = new();

    /// <summary>Copies at the provider that are to go.</summary>
    public Mock<IProviderCopies> Copies { get; } = new();

    /// <summary>Puts this in the place of the rooms behind a channel.</summary>
    public void StandIn(IServiceCollection services) => services
        .AddSingleton<IConversation>(this)
        .AddSingleton(Reports.Object)
        .AddSingleton(Copies.Object);

    public Task<Reply> HandleAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        Heard.Enqueue(message);
        return Task.FromResult(new Reply([.. Answers(message).Select(t => new Say(t, [], [], null, Once: false))], IsRepeat: false, Inside: null));
    }
}
