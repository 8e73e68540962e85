using OutreachBot.Settings;

namespace OutreachBot.Channels.Twilio;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class TwilioServices
{
    public static IServiceCollection AddTwilio(this IServiceCollection services) => services
        .AddSettings<TwilioOptions>()
        .AddSingleton<TwilioMedia>()
        .AddSingleton<SignedRequest>()
        .AddSingleton<TwilioInbound>()
        .AddSingleton<TwilioWebhooks>();
}
