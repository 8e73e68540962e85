using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using OutreachBot.Conversations;
using OutreachBot.Doctor;
using OutreachBot.Outbox;

namespace OutreachBot.Channels.Android;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class GatewayServices
{
    public static IServiceCollection AddAndroid(this IServiceCollection services)
    {
        for (var phone = 0; phone < GatewayOptions.Most; phone++)
        {
            AddClient(services, phone);
        }
        services.AddOptions<GatewayOptions>().ValidateOnStart();
        return services
            .AddSingleton<IConfigureOptions<GatewayOptions>, GatewaySettings>()
            .AddSingleton<IValidateOptions<GatewayOptions>, GatewaySettings>()
            .AddSingleton<GatewayPhones>()
            .AddSingleton<GatewayClients>()
            .AddSingleton<GatewayRequest>()
            .AddSingleton<GatewaySightings>()
            .AddSingleton<GatewayWebhooks>()
            .AddSingleton<IInboundListener, GatewayAnswers>()
            .AddSingleton<IOutboundChannel, GatewayOutbound>()
            .AddSingleton<GatewayWatch>()
            .AddHostedService(p => p.GetRequiredService<GatewayWatch>())
            .AddSingleton<IDoctorCheck, GatewayCheck>();
    }

    private static void AddClient(IServiceCollection services, int phone) => services
        .AddHttpClient(GatewayClients.NameOf(phone))
        .RemoveAllLoggers()
        .ConfigurePrimaryHttpMessageHandler(p => GatewayClients.HandlerOf(p.GetRequiredService<IOptions<GatewayOptions>>().Value, phone))
        .AddStandardResilienceHandler(pipeline =>
        {
            // Sending goes by an id of our own, so trying again sends once; but the outbox tries again itself, and waits longer.
            pipeline.Retry.DisableForUnsafeHttpMethods();
            pipeline.Retry.MaxRetryAttempts = 2;
            pipeline.Retry.Delay = TimeSpan.FromMilliseconds(200);
            pipeline.AttemptTimeout.Timeout = TimeSpan.FromSeconds(10);
            pipeline.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(25);
        });
}
