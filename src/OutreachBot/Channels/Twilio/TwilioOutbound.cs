using Microsoft.Extensions.Options;
using OutreachBot.Addresses;
using OutreachBot.Outbox;
using OutreachBot.Settings;
using Polly;

namespace OutreachBot.Channels.Twilio;

/// <summary>The road out over the provider.</summary>
internal sealed class TwilioOutbound(
    TwilioClients clients, IOptions<TwilioOptions> options, IOptions<PublicOptions> site, ILogger<TwilioOutbound> logger) : IOutboundChannel
{
    /// <summary>How far the provider's clock may be behind ours.</summary>
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(2);

    private readonly TwilioOptions _options = options.Value;

    private readonly Uri? _statusCallback = site.Value.PublicUrl is { } url
        ? new Uri(url.OriginalString.TrimEnd('/') + TwilioDoors.Status)
        : null;

    public bool Carries(Address to) => _options.IsConfigured && SenderFor(to) is not null;

    public async Task<HandoverResult> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        if (SenderFor(message.To) is not { } from)
        {
            return new HandoverResult(Handover.Refused, null, null, null);
        }
        try
        {
            var answer = await clients.Create().CreateAsync(
                from, WireName(message.To), Twiml.Cut(message.Text), _statusCallback, cancellationToken);
            return answer.IsSuccess ? Taken(answer.Value) : Judge(answer);
        }
        catch (ExecutionRejectedException e)
        {
            // An open breaker stopped it before anything left; a timeout may have come after.
            return NoAnswer(left: e is not Polly.CircuitBreaker.BrokenCircuitException and not Polly.RateLimiting.RateLimiterRejectedException);
        }
        catch (HttpRequestException e)
        {
            return NoAnswer(left: e.HttpRequestError is not (
                HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError));
        }
    }

    /// <remarks>Asked by our own number and the day, matched here: her number is in no address we call.</remarks>
    public async Task<HandoverResult?> FindAsync(OutboundMessage message, DateTimeOffset begun, CancellationToken cancellationToken)
    {
        if (SenderFor(message.To) is not { } from)
        {
            return null;
        }
        var since = begun - ClockSlack;
        try
        {
            var answer = await clients.Create().ListAsync(
                new TwilioQuery(from, Inbound: false, DateOnly.FromDateTime(since.UtcDateTime)), cancellationToken);
            if (answer.Value is null)
            {
                TwilioLog.Unanswered(logger, (int)answer.Status, answer.ErrorCode ?? 0);
                return new HandoverResult(Handover.TryLater, null, answer.RetryAfter, answer.ErrorCode);
            }
            var to = WireName(message.To);
            var text = Twiml.Cut(message.Text);
            var found = answer.Value.All.FirstOrDefault(m => m.To == to && m.Body == text && m.CreatedAt >= since && m.Direction != "inbound");
            return found is null ? null : new HandoverResult(Handover.Accepted, found.Sid, null, null);
        }
        catch (Exception e) when (e is HttpRequestException or ExecutionRejectedException)
        {
            return new HandoverResult(Handover.TryLater, null, null, null);
        }
    }

    private string? SenderFor(Address to) => to.Channel switch
    {
        Channel.Sms => _options.From,
        Channel.WhatsApp => _options.WhatsAppSender,
        _ => null,
    };

    private static string WireName(Address to) => to.Channel == Channel.WhatsApp ? $"whatsapp:{to.Value}" : to.Value;

    private HandoverResult Taken(TwilioMessage? message)
    {
        if (message?.Sid is { Length: > 0 } sid)
        {
            return new HandoverResult(Handover.Accepted, sid, null, null);
        }
        TwilioLog.HalfAnswer(logger);
        return new HandoverResult(Handover.Unknown, null, null, null);
    }

    private HandoverResult Judge(TwilioAnswer<TwilioMessage> answer)
    {
        var verdict = TwilioErrors.Judge((int)answer.Status, answer.ErrorCode, answer.RetryAfter);
        if (verdict.ForOperator)
        {
            TwilioLog.OperatorNeeded(logger, (int)answer.Status, answer.ErrorCode ?? 0);
        }
        else
        {
            TwilioLog.NotHanded(logger, (int)answer.Status, answer.ErrorCode ?? 0, verdict.Outcome);
        }
        return new HandoverResult(verdict.Outcome, null, verdict.RetryAfter, answer.ErrorCode);
    }

    private HandoverResult NoAnswer(bool left)
    {
        var outcome = left ? Handover.Unknown : Handover.TryLater;
        TwilioLog.NotHanded(logger, 0, 0, outcome);
        return new HandoverResult(outcome, null, null, null);
    }
}
