using System.Collections.Concurrent;
using OutreachBot.Addresses;
using OutreachBot.Outbox;

namespace OutreachBot.Tests.Fixtures;

/// <summary>A provider that remembers what it was given and answers as the test says.</summary>
internal sealed class FakeChannel : IOutboundChannel
{
    private int _ids;

    /// <summary>What the provider has, in the order of its coming.</summary>
    public ConcurrentQueue<OutboundMessage> Has { get; } = new();

    /// <summary>Instead of taking it; null from it: taken after all.</summary>
    public Func<OutboundMessage, HandoverResult?> Instead { get; set; } = _ => null;

    /// <summary>Awaited before anything is answered.</summary>
    public Func<OutboundMessage, Task> Before { get; set; } = _ => Task.CompletedTask;

    public int Lookups { get; private set; }

    public bool Carries(Address to) => true;

    public async Task<HandoverResult> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        await Before(message);
        if (Instead(message) is { } other)
        {
            return other;
        }
        Has.Enqueue(message);
        return Accepted();
    }

    public Task<HandoverResult?> FindAsync(OutboundMessage message, DateTimeOffset begun, CancellationToken cancellationToken)
    {
        Lookups++;
        return Task.FromResult(Has.Any(m => m.To == message.To && m.Text == message.Text) ? Accepted() : null);
    }

    private HandoverResult Accepted() => new(Handover.Accepted, $"SM{Interlocked.Increment(ref _ids)}", null, null);
}
