using Microsoft.Data.Sqlite;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

/// <summary>A unit of work on SQLite. Stores take it as <see cref="UnitOfWork"/> and cast it; nobody else sees the connection.</summary>
internal sealed class SqliteUnit(SqliteSession session, DateTimeOffset now, long cacheVersion) : UnitOfWork
{
    private List<Action>? _afterCommit;

    public override DateTimeOffset Now => now;

    public override long CacheVersion => cacheVersion;

    /// <summary>For Dapper, on paths that a message takes rarely; the transaction is open already.</summary>
    public SqliteConnection Connection => session.Connection;

    public IReadOnlyList<Action> LeftForAfterCommit => _afterCommit ?? [];

    public bool WantsNoTrace { get; private set; }

    /// <summary>A statement prepared once a connection, for paths that every message takes; dispose it after each use.</summary>
    public Statement Prepare(string sql) => session.Prepare(sql);

    public override void AfterCommit(Action action) => (_afterCommit ??= []).Add(action);

    public override void LeaveNoTrace() => WantsNoTrace = true;
}
