namespace OutreachBot.Responders;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class RespondersServices
{
    public static IServiceCollection AddResponders(this IServiceCollection services) => services;
}
