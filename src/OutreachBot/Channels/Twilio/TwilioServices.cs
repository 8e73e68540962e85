using Microsoft.Extensions.Options;
using OutreachBot.Conversations;
using OutreachBot.Doctor;
using OutreachBot.Media;
using OutreachBot.Outbox;
using OutreachBot.Settings;

namespace OutreachBot.Channels.Twilio;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class TwilioServices
{
    public static IServiceCollection AddTwilio(this IServiceCollection services)
    {
        services.AddHttpClient(TwilioClients.Name)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false })
            .AddOutwardCalls();
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
