namespace OutreachBot.Audit;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class AuditServices
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services.AddSingleton<IAudit, AuditTrail>();
}
