using Microsoft.Extensions.DependencyInjection.Extensions;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Transactions;

namespace OutreachBot.Storage;

/// <summary>What this room offers to the rest of the host.</summary>
internal static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StoreOptions>().BindConfiguration(StoreOptions.Section);
        services.TryAddSingleton(p => new DataDirectory(p.GetRequiredService<IConfiguration>()["Data"] ?? "data"));
        services.TryAddSingleton<SimulatedClock>();
        services.TryAddSingleton<TimeProvider>(p => p.GetRequiredService<SimulatedClock>());
        services.AddSingleton<IStoreSettings, SqliteStoreSettings>();
        services.AddSingleton(SqliteStart.Open);
        services.AddSingleton<ITransactions>(p => p.GetRequiredService<SqliteTransactions>());
        return services;
    }
}
