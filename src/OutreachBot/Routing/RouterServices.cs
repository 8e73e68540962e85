using OutreachBot.Effects;
using OutreachBot.Responders;
using OutreachBot.Routing.KeepAway;

namespace OutreachBot.Routing;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class RouterServices
{
    public static IServiceCollection AddRouter(this IServiceCollection services) => services
        .AddSingleton<IRouter, Router>()
        .AddSingleton<IEscalationClock, EscalationClock>()
        .AddSingleton<IDutyTimes, DutyTimes>()
        .AddSingleton<KeepAwayWords>()
        .AddSingleton<IKeepAwayReader, KeepAwayReader>()
        .AddSingleton<IEffectHandler, FindServicesEffect>();
}
