using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

internal static class SqliteUnits
{
    /// <summary>The SQLite side of a unit of work: stores of this folder are given no other kind.</summary>
    public static SqliteUnit Sqlite(this UnitOfWork unit) => (SqliteUnit)unit;
}
