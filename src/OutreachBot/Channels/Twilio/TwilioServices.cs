using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OutreachBot.Conversations;
using OutreachBot.Doctor;
using OutreachBot.Media;
using OutreachBot.Outbox;
using OutreachBot.Settings;
using Polly.Telemetry;

namespace OutreachBot.Channels.Twilio;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class TwilioServices
{
    public static IServiceCollection AddTwilio(this IServiceCollection services)
    {
        // Both tell addresses at their levels, whatever a filter in the settings lets through: what failed is in TwilioLog.
        services.PostConfigure<TelemetryOptions>(telemetry => telemetry.LoggerFactory = NullLoggerFactory.Instance);
        services.AddHttpClient(TwilioClients.Name)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false })
            .AddStandardResilienceHandler(pipeline =>
            {
                // Creating a message twice rings twice: whether to try again is for the outbox, which can look first.
                pipeline.Retry.DisableForUnsafeHttpMethods();
                pipeline.Retry.MaxRetryAttempts = 2;
                pipeline.Retry.Delay = TimeSpan.FromMilliseconds(200);
                pipeline.AttemptTimeout.Timeout = TimeSpan.FromSeconds(10);
                pipeline.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(25);
            });
        services.AddHttpClient(TwilioMediaSource.Name)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        return services
            .AddSettings<TwilioOptions>()
            .AddSingleton<TwilioMedia>()
            .AddSingleton<ITwilioSignature>(p => new TwilioSignature(p.GetRequiredService<IOptions<TwilioOptions>>().Value.Tokens))
            .AddSingleton<SignedRequest>()
            .AddSingleton<TwilioInbound>()
            .AddSingleton(p => new InboundPace(
                p.GetRequiredService<IOptions<LimitsOptions>>().Value.MessagesInAllPerSecond, InboundPace.LongestWait))
            .AddSingleton<TwilioNews>()
            .AddSingleton<TwilioWebhooks>()
            .AddSingleton<TwilioClients>()
            .AddSingleton<IOutboundChannel, TwilioOutbound>()
            .AddSingleton<ICopyDeleter, TwilioCopies>()
            .AddSingleton<ICopyFinder, TwilioCopyFinder>()
            .AddSingleton<IInboundListener, InboundCopies>()
            .AddSingleton<IMediaSource, TwilioMediaSource>()
            .AddSingleton<IDoctorCheck, TwilioCheck>()
            .AddSingleton<IDoctorCheck, CertificateCheck>();
    }
}
