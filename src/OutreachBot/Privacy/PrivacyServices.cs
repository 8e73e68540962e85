namespace OutreachBot.Privacy;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class PrivacyServices
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services;
}
