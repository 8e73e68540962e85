using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using OutreachBot.Conversations;

namespace OutreachBot.Tests.Adversaries.SwitchedOff;

/// <summary>Where a talkative line tells what came in.</summary>
internal enum Told
{
    InTheLog,
    InAMetric,
    InATrace,
}

/// <summary>Tells what came in before it is answered.</summary>
internal sealed class Talkative(IConversation conversation, Told where, ILogger<Talkative> logger) : IConversation, IDisposable
{
    private readonly Meter _meter = new("OutreachBot.Talkative");
    private readonly ActivitySource _traces = new("OutreachBot.Talkative");

    public Task<Reply> HandleAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        switch (where)
        {
            case Told.InTheLog:
                logger.Log(LogLevel.Trace, default, message.Text, null, (text, _) => $"heard {text}");
                break;
            case Told.InAMetric:
                _meter.CreateCounter<long>("heard").Add(1, new KeyValuePair<string, object?>("from", message.From.Identity));
                break;
            default:
                using (var activity = _traces.StartActivity("heard"))
                {
                    activity?.SetTag("text", message.Text);
                }
                break;
        }
        return conversation.HandleAsync(message, cancellationToken);
    }

    public void Dispose()
    {
        _meter.Dispose();
        _traces.Dispose();
    }
}
