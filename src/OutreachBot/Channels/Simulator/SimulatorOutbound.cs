using OutreachBot.Addresses;
using OutreachBot.Demo;
using OutreachBot.Outbox;

namespace OutreachBot.Channels.Simulator;

/// <summary>The road out to the simulated phones; it never fails.</summary>
internal sealed class SimulatorOutbound(PhoneBoard board, LineMode mode, TimeProvider time) : IOutboundChannel
{
    public bool Carries(Address to) => mode.IsDemo && SimulatedPhones.All.Contains(to);

    public Task<HandoverResult> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        var shownOn = board.ShownOn(message.To.Value);
        board.Add(new BoardEntry(
            0, message.To.Value, FromLine: true, shownOn, message.Text, time.GetUtcNow(), Unasked: true,
            shownOn == "sms" ? SmsCost.Of(message.Text) : null, NumberedOptions.Read(message.Text), Carries: null, Inside: null));
        return Task.FromResult(new HandoverResult(Handover.Accepted, null, null, null));
    }

    /// <remarks>The board forgets when the program ends: a message cut off is put on it again.</remarks>
    public Task<HandoverResult?> FindAsync(OutboundMessage message, DateTimeOffset begun, CancellationToken cancellationToken) =>
        Task.FromResult<HandoverResult?>(null);
}
