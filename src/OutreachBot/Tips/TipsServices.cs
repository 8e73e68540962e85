namespace OutreachBot.Tips;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class TipsServices
{
    public static IServiceCollection AddTips(this IServiceCollection services) => services;
}
