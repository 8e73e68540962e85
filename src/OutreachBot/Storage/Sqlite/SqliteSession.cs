using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OutreachBot.Storage.Sqlite;

/// <summary>An open connection and its prepared statements.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    private SqliteSession(SqliteConnection connection) => Connection = connection;

    public SqliteConnection Connection { get; }

    /// <summary>False also after SQLite has undone a transaction by itself, as it does when the disk is full.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(Connection.Handle) == 0;

    /// <param name="busyTimeout">How long SQLite itself waits for somebody else's lock.</param>
    public static SqliteSession Open(string file, TimeSpan busyTimeout)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            // Waiting is left to SQLite's busy handler; the library's own loop would sleep on top of it for 30 s.
            DefaultTimeout = 1,
        }.ToString());
        try
        {
            connection.Open();
            var session = new SqliteSession(connection);
            session.Execute($"PRAGMA busy_timeout = {(long)busyTimeout.TotalMilliseconds}");
            session.Execute("PRAGMA journal_mode = WAL");
            // NORMAL loses acknowledged messages in a power cut; see docs/decisions/0002-one-writer.md.
            session.Execute("PRAGMA synchronous = FULL");
            session.Execute("PRAGMA secure_delete = ON");
            session.Execute("PRAGMA foreign_keys = ON");
            session.Execute("PRAGMA temp_store = MEMORY");
            session.Execute("PRAGMA cache_size = -32000");
            // 32 MB: a conversation's eight turns then cost one write to the database instead of eight.
            session.Execute("PRAGMA wal_autocheckpoint = 8000");
            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The statement for a text, prepared once a connection.</summary>
    public Statement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            var code = raw.sqlite3_prepare_v3(Connection.Handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var handle);
            if (code != raw.SQLITE_OK)
            {
                SqliteException.ThrowExceptionForRC(code, Connection.Handle);
            }
            statement = new Statement(Connection.Handle!, handle);
            _statements.Add(sql, statement);
        }
        return statement;
    }

    public void Execute(string sql)
    {
        using var statement = Prepare(sql);
        statement.Run();
    }

    /// <summary>The first column of the first row.</summary>
    public long Read(string sql, int column = 0)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Int64(column) : 0;
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Finish();
        }
        _statements.Clear();
        Connection.Dispose();
    }
}
