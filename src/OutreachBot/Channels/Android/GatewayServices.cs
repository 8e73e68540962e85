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
        .ConfigurePrimaryHttpMessageHandler(p => GatewayClients.HandlerOf(p.GetRequiredService<IOptions<GatewayOptions>>().Value, phone))
        .AddOutwardCalls();
}
