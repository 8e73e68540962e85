using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Agenda;
using OutreachBot.Hosting;
using OutreachBot.Privacy;
using OutreachBot.Settings;
using OutreachBot.Storage;
using OutreachBot.Storage.Sqlite.Copies;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Backups;

/// <summary>Each table, column and kind of agenda has been decided on: a new one fails here until somebody does.</summary>
public sealed class BackupContentsTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly SqliteConnection _connection;

    public BackupContentsTests()
    {
        _ = _store.Transactions;
        _connection = new SqliteConnection($"Data Source={_store.Directory.DatabaseFile()};Pooling=False");
        _connection.Open();
    }

    public void Dispose()
    {
        _connection.Dispose();
        _store.Dispose();
    }

    [Fact]
    public void Every_table_either_goes_into_a_backup_or_stays_out_for_a_reason()
    {
        var decided = BackupContents.Copied.Select(t => t.Name).Concat(BackupContents.Left.Select(t => t.Name)).ToList();

        Assert.Equal(Ask("SELECT name FROM sqlite_schema WHERE type = 'table'").Order(StringComparer.Ordinal), decided.Order(StringComparer.Ordinal));
        Assert.All(BackupContents.Left, t => Assert.NotEmpty(t.Why));
    }

    [Fact]
    public void Every_column_of_a_table_that_goes_into_a_backup_is_named_or_left_behind()
    {
        foreach (var table in BackupContents.Copied)
        {
            var named = table.Columns.Split(", ").Concat(table.LeftBehind.Split(", ", StringSplitOptions.RemoveEmptyEntries));
            Assert.Equal(
                Ask($"SELECT name FROM pragma_table_info('{table.Name}')").Order(StringComparer.Ordinal).Prepend(table.Name),
                named.Order(StringComparer.Ordinal).Prepend(table.Name));
        }
    }

    [Fact]
    public async Task Every_kind_of_agenda_either_goes_into_a_backup_or_stays_out()
    {
        await using var host = OpenHost.Unopened(new DataDirectory(Path.Combine(_store.Directory.Path, "none")), new FlowsDirectory(RunningHost.FlowsPath()));
        host.Services.GetRequiredService<ServerKeySource>().Create().Dispose();

        var kinds = host.Services.GetServices<IAgendaHandler>().Select(h => h.Kind);

        Assert.Equal(
            BackupContents.CopiedAgenda.Concat(BackupContents.LeftAgenda).Distinct().Order(StringComparer.Ordinal),
            kinds.Distinct().Order(StringComparer.Ordinal));
    }

    private List<string> Ask(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }
        return names;
    }
}
