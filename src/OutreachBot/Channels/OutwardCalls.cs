using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging.Abstractions;
using Polly.Telemetry;

namespace OutreachBot.Channels;

/// <summary>How messages are handed to whoever carries them.</summary>
internal static class OutwardCalls
{
    /// <summary>Calls that tell no address to any log, and are tried again where that does nothing twice.</summary>
    public static IHttpClientBuilder AddOutwardCalls(this IHttpClientBuilder client)
    {
        // Both tell addresses at their levels, whatever a filter in the settings lets through: what failed is in the channel's own log.
        client.Services.PostConfigure<TelemetryOptions>(telemetry => telemetry.LoggerFactory = NullLoggerFactory.Instance);
        client.RemoveAllLoggers().AddStandardResilienceHandler(pipeline =>
        {
            // Creating a message twice may ring twice: whether to try again is for the outbox, which can look first and waits longer.
            pipeline.Retry.DisableForUnsafeHttpMethods();
            pipeline.Retry.MaxRetryAttempts = 2;
            pipeline.Retry.Delay = TimeSpan.FromMilliseconds(200);
            pipeline.AttemptTimeout.Timeout = TimeSpan.FromSeconds(10);
            pipeline.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(25);
        });
        return client;
    }
}
