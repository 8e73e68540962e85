using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using OutreachBot.Hosting;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

/// <summary>Opens the store for a process: settings checked, directory made, migrations applied, the clock restored.</summary>
internal static class SqliteStart
{
    public static SqliteTransactions Open(IServiceProvider services)
    {
        services.GetRequiredService<IOptions<StoreOptions>>().Value.Check();
        var directory = services.GetRequiredService<DataDirectory>();
        directory.Create();
        var time = services.GetRequiredService<TimeProvider>();
        var transactions = Open(
            new SqliteFile(directory.DatabaseFile), time, services.GetRequiredService<ILogger<SqliteTransactions>>());
        if (time is SimulatedClock clock)
        {
            var settings = services.GetRequiredService<IStoreSettings>();
            transactions.RunAsync(unit => clock.Restore(unit, settings), CancellationToken.None).GetAwaiter().GetResult();
        }
        return transactions;
    }

    /// <exception cref="StartRefusedException">The file can't be used, and why.</exception>
    public static SqliteTransactions Open(SqliteFile file, TimeProvider time, ILogger<SqliteTransactions> logger)
    {
        try
        {
            using var session = file.Open();
            SqliteMigrations.Apply(session, Migration.All, logger);
        }
        catch (SqliteException e)
        {
            throw new StartRefusedException(
                $"The database {file.Path} can't be used ({e.Message}). If another program holds it, end that; if the disk is full, free some space.", e);
        }
        return new SqliteTransactions(file, time, logger);
    }
}
