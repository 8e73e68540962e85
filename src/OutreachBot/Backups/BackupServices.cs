using OutreachBot.Settings;
using OutreachBot.Starting;

namespace OutreachBot.Backups;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class BackupServices
{
    public static IServiceCollection AddBackups(this IServiceCollection services) => services
        .AddSettings<BackupOptions>()
        .AddSingleton<IStartStep, RestoreStart>();
}
