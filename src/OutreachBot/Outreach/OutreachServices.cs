using OutreachBot.Effects;

namespace OutreachBot.Outreach;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class OutreachServices
{
    public static IServiceCollection AddOutreach(this IServiceCollection services) => services
        .AddSingleton<IEffectHandler, LogTrainingEffect>();
}
