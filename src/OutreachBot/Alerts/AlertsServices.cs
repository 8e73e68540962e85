namespace OutreachBot.Alerts;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class AlertsServices
{
    public static IServiceCollection AddAlerts(this IServiceCollection services) => services;
}
