using Microsoft.Data.Sqlite;
using OutreachBot.Transactions;
using SQLitePCL;

namespace OutreachBot.Storage.Sqlite;

/// <summary>What SQLite's codes mean to a caller.</summary>
internal static class SqliteFaults
{
    // The shared-memory file of the log can't grow: the disk is full, though SQLite calls it an I/O error.
    private const int SharedMemoryCantGrow = raw.SQLITE_IOERR | (19 << 8);

    public static bool IsBusy(SqliteException e) =>
        e.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL;

    public static bool IsFull(SqliteException e) =>
        e.SqliteErrorCode == raw.SQLITE_FULL || e.SqliteExtendedErrorCode == SharedMemoryCantGrow;

    // One fault of the disk must not end the server: what waits is tried again, and a webhook is told to come back.
    public static bool IsBroken(SqliteException e) =>
        e.SqliteErrorCode is raw.SQLITE_IOERR or raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB;

    public static Exception Translate(SqliteException e)
    {
        if (IsBusy(e))
        {
            return new StoreBusyException("The database is held by another process. Nothing was done; try again.", e);
        }
        if (IsFull(e))
        {
            return new StoreFullException("The disk is full. Nothing was done; free some space in the data directory.", e);
        }
        return IsBroken(e)
            ? new StoreBrokenException("The database can't be read or written: the disk, the file or its rights. Nothing was done; look at the data directory.", e)
            : e;
    }
}
