using Microsoft.Data.Sqlite;
using OutreachBot.Starting;

namespace OutreachBot.Storage.Sqlite;

/// <summary>Opens the store for a process, brought to the shape this build knows.</summary>
internal static class SqliteStart
{
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
                $"The database {file.Path} can't be used ({e.Message}). If another program holds it, end that; if the disk is full, free some space.");
        }
        return new SqliteTransactions(file, time, logger);
    }
}
