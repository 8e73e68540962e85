using Microsoft.Data.Sqlite;
using OutreachBot.Backups;
using OutreachBot.Settings;

namespace OutreachBot.Storage.Sqlite.Copies;

/// <summary>The store as it is at one moment, read beside a running server: what goes into a backup, and nothing else.</summary>
/// <remarks>While it is open the log can't be emptied: what is erased meanwhile is gone from the files once this is closed.</remarks>
internal sealed class StorePicture : IDisposable
{
    private readonly SqliteConnection _connection;

    private StorePicture(SqliteConnection connection)
    {
        _connection = connection;
        Execute("BEGIN");
        // The first reading fixes the moment.
        Migrations = Numbers("SELECT number FROM migration ORDER BY number");
        Tips = Numbers("SELECT count(*) FROM tip")[0];
    }

    public IReadOnlyList<int> Migrations { get; }

    /// <summary>How many it holds.</summary>
    public int Tips { get; }

    public static StorePicture Open(DataDirectory data)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = data.DatabaseFile(),
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            return new StorePicture(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <param name="tables">What goes in: <see cref="BackupContents.Copied"/>.</param>
    public IEnumerable<BackupItem> Items(IReadOnlyList<CopiedTable> tables)
    {
        foreach (var table in tables)
        {
            using var command = _connection.CreateCommand();
            command.CommandText = table.Select;
            using var reader = command.ExecuteReader();
            yield return new BackupTable(table.Name, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)]);
            while (reader.Read())
            {
                var cells = new object?[reader.FieldCount];
                for (var i = 0; i < cells.Length; i++)
                {
                    cells[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
                }
                yield return new BackupRow(cells);
            }
        }
    }

    public void Dispose() => _connection.Dispose();

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private List<int> Numbers(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var numbers = new List<int>();
        while (reader.Read())
        {
            numbers.Add(reader.GetInt32(0));
        }
        return numbers;
    }
}
