using OutreachBot.Agenda;
using OutreachBot.Doctor;
using OutreachBot.Settings;
using OutreachBot.Starting;

namespace OutreachBot.Audit;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class AuditServices
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSettings<AuditOptions>()
        .AddSingleton<AuditTrail>()
        .AddSingleton<IAudit>(p => p.GetRequiredService<AuditTrail>())
        .AddSingleton<AuditReading>()
        .AddSingleton<AuditChain>()
        .AddSingleton<HeadFile>()
        .AddHostedService(p => p.GetRequiredService<HeadFile>())
        .AddSingleton<DailyHead>()
        .AddSingleton<IAgendaHandler>(p => p.GetRequiredService<DailyHead>())
        .AddSingleton<IStartStep, HeadStart>()
        .AddSingleton<IDoctorCheck, HeadFileCheck>();
}
