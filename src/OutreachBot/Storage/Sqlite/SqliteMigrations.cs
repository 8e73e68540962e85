using Dapper;
using OutreachBot.Starting;

namespace OutreachBot.Storage.Sqlite;

/// <summary>Brings a database to the shape this build knows, one transaction a migration.</summary>
internal static class SqliteMigrations
{
    /// <exception cref="StartRefusedException">The database was made by a newer build.</exception>
    public static void Apply(SqliteSession session, IReadOnlyList<Migration> known, ILogger logger)
    {
        session.Execute("CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL)");
        foreach (var migration in known)
        {
            // Two processes may start on one directory at once: whether it is applied is asked under the lock.
            session.Execute("BEGIN IMMEDIATE");
            var applied = session.Connection.ExecuteScalar<int>(
                "SELECT count(*) FROM migration WHERE number = @Number", new { migration.Number }) > 0;
            if (!applied)
            {
                session.Connection.Execute(migration.Sql);
                session.Connection.Execute(
                    "INSERT INTO migration (number, name) VALUES (@Number, @Name)", new { migration.Number, migration.Name });
            }
            session.Execute("COMMIT");
            if (!applied)
            {
                logger.MigrationApplied(migration.Number, migration.Name);
            }
        }
        RefuseTheFuture(session, known);
    }

    private static void RefuseTheFuture(SqliteSession session, IReadOnlyList<Migration> known)
    {
        var foreign = session.Connection.Query<int>("SELECT number FROM migration").Except(known.Select(m => m.Number)).ToArray();
        if (foreign.Length > 0)
        {
            throw new StartRefusedException(
                $"The database was made by a newer OutreachBot (migration {foreign.Max()}; this one knows {known.Max(m => m.Number)}). "
                + "Run that version, or name another directory with --data DIR.");
        }
    }
}
