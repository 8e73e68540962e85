using OutreachBot.Alerts;
using OutreachBot.Conversations;
using OutreachBot.Effects;
using OutreachBot.Media;

namespace OutreachBot.Relay;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class RelayServices
{
    public static IServiceCollection AddRelay(this IServiceCollection services) => services
        .AddSingleton<CaseTalk>()
        .AddSingleton<CaseEnds>()
        .AddSingleton<MediaRoads>()
        .AddSingleton<RelayNews>()
        .AddSingleton<IReporterNews>(p => p.GetRequiredService<RelayNews>())
        .AddSingleton<IPendingForPerson, PendingForPerson>()
        .AddSingleton<IMediaPassing, MediaPassing>()
        .AddSingleton<ReporterForgetting>()
        .AddSingleton<IForgetsPerson>(p => p.GetRequiredService<ReporterForgetting>())
        .AddSingleton<IForgetsSilent>(p => p.GetRequiredService<ReporterForgetting>())
        .AddSingleton<IEffectHandler, AllowFollowUpEffect>()
        .AddSingleton<IEffectHandler, ReadRelayEffect>()
        .AddSingleton<IEffectHandler, RelayEffect>()
        .AddSingleton<IEffectHandler, EndRelayEffect>()
        .AddSingleton<IEffectHandler, CoverEffect>()
        .AddSingleton<IEffectHandler, UncoverEffect>();
}
