using OutreachBot.Doctor;
using OutreachBot.Settings;

namespace OutreachBot.Storage.Sqlite;

/// <summary>The database is whole, of this build's shape, and keeps the settings that the promise rests on.</summary>
internal sealed class DatabaseCheck(DataDirectory data) : IDoctorCheck
{
    private static readonly (string Pragma, long Wanted, string Why)[] Settings =
    [
        ("synchronous", 2, "an acknowledged message could be lost in a power cut"),
        ("secure_delete", 1, "deleted words stay in free pages"),
        ("foreign_keys", 1, "rows could lose what they belong to"),
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public string Name => "database";

    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        // A connection of its own, opened as the writer's is: a long look must not hold up what comes in.
        using var session = SqliteSession.Open(data.DatabaseFile(), Patience);
        var findings = new List<Finding>();
        if (Text(session, "PRAGMA journal_mode") is var journal && journal != "wal")
        {
            findings.Add(Finding.Fault($"The database's journal is '{journal}' and not 'wal': its file system may not allow shared memory.", "Put the data directory on a local disk."));
        }
        findings.AddRange(Settings
            .Where(s => session.Read($"PRAGMA {s.Pragma}") != s.Wanted)
            .Select(s => Finding.Fault($"SQLite does not keep {s.Pragma}={s.Wanted}: {s.Why}.", "Use the SQLite that this program brings along.")));
        if (Text(session, "PRAGMA quick_check(1)") is var check && check != "ok")
        {
            findings.Add(Finding.Fault("The database is damaged.", "Stop the server, keep a copy of the data directory, and restore it from a backup."));
        }
        if (session.Read("SELECT max(number) FROM migration") is var shape && shape != Migration.All[^1].Number)
        {
            findings.Add(Finding.Fault($"The database has shape {shape}, this build knows {Migration.All[^1].Number}.", "Use one build for the server and for commands."));
        }
        return Task.FromResult<IReadOnlyList<Finding>>(findings);
    }

    private static string Text(SqliteSession session, string sql)
    {
        using var statement = session.Prepare(sql);
        return statement.Step() ? statement.Text(0) : "";
    }
}
