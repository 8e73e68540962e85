namespace OutreachBot.Routing;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class RouterServices
{
    public static IServiceCollection AddRouter(this IServiceCollection services) => services;
}
