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

    public static Exception Translate(SqliteException e)
    {
        if (IsBusy(e))
        {
            return new StoreBusyException("The database is held by another process. Nothing was done; try again.", e);
        }
        return IsFull(e)
            ? new StoreFullException("The disk is full. Nothing was done; free some space in the data directory.", e)
            : e;
    }
}
