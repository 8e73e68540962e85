namespace OutreachBot.Routing;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class RoutingServices
{
    public static IServiceCollection AddRouting(this IServiceCollection services) => services;
}
