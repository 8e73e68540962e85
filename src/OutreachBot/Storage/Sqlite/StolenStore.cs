using Microsoft.Data.Sqlite;
using OutreachBot.Doctor.Theft;
using OutreachBot.Settings;

namespace OutreachBot.Storage.Sqlite;

/// <summary>Opens the database to read only, as anybody could who has its file.</summary>
internal sealed class StolenStore(DataDirectory data) : IStolenStore
{
    public IReadOnlyList<string> Tables() => Texts("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");

    // What an earlier build's tables were like may lie in the write-ahead log still.
    public IReadOnlyList<string> Shapes() => [.. Texts("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"), .. Migration.All.Select(m => m.Sql)];

    public IEnumerable<StolenRow> Rows(string table)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var cells = new Dictionary<string, object?>(StringComparer.Ordinal);
            for (var i = 0; i < reader.FieldCount; i++)
            {
                cells[reader.GetName(i)] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            }
            yield return new StolenRow(cells);
        }
    }

    private List<string> Texts(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }
        return texts;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = data.DatabaseFile(),
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        connection.Open();
        return connection;
    }
}
