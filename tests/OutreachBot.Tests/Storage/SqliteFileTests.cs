using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using OutreachBot.Starting;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Storage;

public sealed class SqliteFileTests : IDisposable
{
    private readonly TestStore _store = new();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("secure_delete", "1")]
    [InlineData("foreign_keys", "1")]
    public async Task The_writer_s_connection_keeps_the_promises_that_rest_on_its_settings(string pragma, string value) =>
        Assert.Equal(value, await _store.RunAsync(u => u.Sqlite().Connection.ExecuteScalar<string>($"PRAGMA {pragma}")));

    [Fact]
    public async Task Nobody_else_on_the_machine_can_read_the_database()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows keeps no Unix file modes");
            return;
        }
        await _store.RunAsync(u => u.Sqlite().Connection.Execute("INSERT INTO meta VALUES ('a', 'b')"));

        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(_store.Directory.Path) & (Others | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute));
        foreach (var file in Directory.GetFiles(_store.Directory.Path))
        {
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(file) & Others);
        }
    }

    [Fact]
    public void Every_migration_has_a_number_of_its_own()
    {
        Assert.NotEmpty(Migration.All);
        Assert.Equal(Migration.All.Count, Migration.All.Select(m => m.Number).Distinct().Count());
    }

    [Fact]
    public async Task A_migration_is_applied_once()
    {
        await _store.RunAsync(_ => { });
        _store.Restart();

        var applied = await _store.RunAsync(u => u.Sqlite().Connection.Query<int>("SELECT number FROM migration ORDER BY number").ToList());

        Assert.Equal(Migration.All.Select(m => m.Number), applied);
    }

    [Fact]
    public void A_migration_that_fails_leaves_nothing_of_itself()
    {
        using var session = _store.File.Open();
        var broken = new Migration(1, "broken", "CREATE TABLE half (a INTEGER); CREATE TABLE half (a INTEGER);");

        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => SqliteMigrations.Apply(session, [broken], NullLogger.Instance));
        session.Execute("ROLLBACK");

        Assert.Equal(0, session.Read("SELECT count(*) FROM sqlite_master WHERE name = 'half'"));
    }

    [Fact]
    public async Task A_database_from_the_future_is_refused_with_the_way_out()
    {
        await _store.RunAsync(u => u.Sqlite().Connection.Execute("INSERT INTO migration VALUES (9999, 'tomorrow')"));
        _store.Restart();

        var refused = Assert.Throws<StartRefusedException>(() => _store.Transactions);

        Assert.Contains("9999", refused.Reasons.Single(), StringComparison.Ordinal);
        Assert.Contains("--data DIR", refused.Reasons.Single(), StringComparison.Ordinal);
    }
}
