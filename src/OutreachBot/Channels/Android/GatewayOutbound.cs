using System.Net;
using OutreachBot.Addresses;
using OutreachBot.Channels.Twilio;
using OutreachBot.Flows.Texting;
using OutreachBot.Outbox;
using Polly;
using Polly.CircuitBreaker;
using Polly.RateLimiting;

namespace OutreachBot.Channels.Android;

/// <summary>The road out over a phone with a card of the country.</summary>
internal sealed class GatewayOutbound(GatewayPhones phones, GatewayClients clients, ILogger<GatewayOutbound> logger) : IOutboundChannel
{
    /// <summary>After so long nobody waits for it any more, and the outbox has given it up.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromHours(24);

    private static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(5);

    public bool Carries(Address to) => phones.For(to) is not null;

    public bool Carries(OutboundMessage message) => phones.For(message) is not null;

    public PartsPace? PaceOf(OutboundMessage message) => phones.For(message)?.Pace;

    public int PartsOf(OutboundMessage message) => SmsText.Measure(Twiml.Cut(message.Text)).Segments;

    public async Task<HandoverResult> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        if (phones.For(message) is not { } phone)
        {
            return new HandoverResult(Handover.Refused, null, null, null);
        }
        var result = await TrySendAsync(phone, message, cancellationToken);
        if (result.Outcome != Handover.Accepted)
        {
            GatewayLog.NotHanded(logger, phone.Device.Id, result.ErrorCode ?? 0, result.Outcome);
        }
        if (result.Outcome is Handover.TryLater or Handover.Refused)
        {
            phone.Pace.GiveBack(PartsOf(message));
        }
        return result;
    }

    /// <remarks>By our own id. Where the phone isn't there to be asked, it is asked later; sending twice with one id sends once.</remarks>
    public async Task<HandoverResult?> FindAsync(OutboundMessage message, DateTimeOffset begun, CancellationToken cancellationToken)
    {
        if (phones.For(message) is not { } phone)
        {
            return null;
        }
        try
        {
            var answer = await clients.Of(phone).ShowAsync(message.Id.ToString(), cancellationToken);
            return answer.IsSuccess ? Taken(phone, message, answer)
                : answer.Status == HttpStatusCode.NotFound ? null
                : new HandoverResult(Handover.TryLater, null, answer.RetryAfter, (int)answer.Status);
        }
        catch (Exception e) when (e is HttpRequestException or ExecutionRejectedException)
        {
            return new HandoverResult(Handover.TryLater, null, null, null);
        }
    }

    private async Task<HandoverResult> TrySendAsync(GatewayPhone phone, OutboundMessage message, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await clients.Of(phone).SendAsync(
                new GatewayMessage(
                    message.Id.ToString(), Twiml.Cut(message.Text), [message.To.Value], phone.Device.SimNumber, (int)Stale.TotalSeconds, WithDeliveryReport: true),
                cancellationToken);
            return Judge(phone, message, answer);
        }
        catch (ExecutionRejectedException e)
        {
            // An open breaker stopped it before anything left; a timeout may have come after.
            return NoAnswer(left: e is not BrokenCircuitException and not RateLimiterRejectedException);
        }
        catch (HttpRequestException e)
        {
            return NoAnswer(left: e.HttpRequestError is not (
                HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError));
        }
    }

    private HandoverResult Judge(GatewayPhone phone, OutboundMessage message, GatewayAnswer answer)
    {
        // 409: it has a message of this id, so the answer to an earlier try was lost.
        if (answer.IsSuccess || answer.Status == HttpStatusCode.Conflict)
        {
            return Taken(phone, message, answer);
        }
        var code = (int)answer.Status;
        switch (code)
        {
            case 401 or 403 or 404 or 405:
                GatewayLog.OperatorNeeded(logger, phone.Device.Id, code);
                return new HandoverResult(Handover.TryLater, null, UntilMended, code);
            case 429:
                return new HandoverResult(Handover.TryLater, null, answer.RetryAfter, code);
            case 408 or >= 500:
                return new HandoverResult(Handover.Unknown, null, answer.RetryAfter, code);
            default:
                return new HandoverResult(Handover.Refused, null, null, code);
        }
    }

    private static HandoverResult Taken(GatewayPhone phone, OutboundMessage message, GatewayAnswer answer) =>
        answer.State == "Failed"
            ? new HandoverResult(Handover.Refused, null, null, null)
            : new HandoverResult(Handover.Accepted, GatewayPhones.NameOf(phone, message.Id.ToString()), null, null) { LeavesCopy = false };

    private static HandoverResult NoAnswer(bool left) => new(left ? Handover.Unknown : Handover.TryLater, null, null, null);
}
