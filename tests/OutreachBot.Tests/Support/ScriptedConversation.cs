using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moq;
using OutreachBot.Addresses;
using OutreachBot.Agenda;
using OutreachBot.Conversations;
using OutreachBot.Demo;
using OutreachBot.Flows.Running;
using OutreachBot.Outbox;
using OutreachBot.Responders;

namespace OutreachBot.Tests.Support;

/// <summary>Stands where the conversation stands, for tests of a channel alone.</summary>
internal sealed class ScriptedConversation : IConversation
{
    public ConcurrentQueue<InboundMessage> Heard { get; } = new();

    public Func<InboundMessage, IReadOnlyList<string>> Answers { get; set; } = _ => ["Hola"];

    /// <summary>What of messages the provider told.</summary>
    public Mock<IDeliveryReports> Reports { get; } = new();

    /// <summary>Who rang.</summary>
    public Mock<IRings> Rings { get; } = new();

    /// <summary>Copies at the provider that are to go.</summary>
    public Mock<IProviderCopies> Copies { get; } = new();

    /// <summary>Puts this in the place of the rooms behind a channel.</summary>
    public void StandIn(IServiceCollection services) => services
        .RemoveAll<IAgendaHandler>()
        .RemoveAll<IDeliveryListener>()
        .RemoveAll<IDemoResident>()
        .AddSingleton<IConversation>(this)
        .AddSingleton(Rings.Object)
        .AddSingleton(Mock.Of<IResponders>())
        .AddSingleton(Reports.Object)
        .AddSingleton(Copies.Object);

    public Task<Reply> HandleAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        Heard.Enqueue(message);
        var inside = message.From.Channel == Channel.Simulator ? new TurnTrace([new GlobalWord("menu")], ["find_services"], Session.Stranger) : null;
        return Task.FromResult(new Reply([.. Answers(message).Select(t => new Say(t, [], [], null, Once: false))], IsRepeat: false, inside));
    }
}
