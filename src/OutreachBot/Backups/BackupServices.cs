using OutreachBot.Agenda;
using OutreachBot.Doctor;
using OutreachBot.Settings;
using OutreachBot.Starting;
using OutreachBot.Tips;

namespace OutreachBot.Backups;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class BackupServices
{
    public static IServiceCollection AddBackups(this IServiceCollection services) => services
        .AddSettings<BackupOptions>()
        .AddSingleton<IStartStep, RestoreStart>()
        .AddSingleton<LedgerFile>()
        .AddSingleton<IErasureWitness>(p => p.GetRequiredService<LedgerFile>())
        .AddHostedService(p => p.GetRequiredService<LedgerFile>())
        .AddSingleton<LedgerCopy>()
        .AddSingleton<IAgendaHandler>(p => p.GetRequiredService<LedgerCopy>())
        .AddSingleton<IStartStep, LedgerStart>()
        .AddSingleton<IDoctorCheck, LedgerFileCheck>();
}
