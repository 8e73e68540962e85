using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OutreachBot.Settings;
using OutreachBot.Storage;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Fixtures;

/// <summary>A real database in a directory of its own, and a clock that the test moves.</summary>
internal sealed class TestStore : IDisposable
{
    /// <summary>A Monday, 14:00 UTC: 10:00 in La Paz.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 14, 0, 0, TimeSpan.Zero);

    private SqliteTransactions? _transactions;

    public TestStore()
    {
        Directory = new DataDirectory(Path.Combine(Path.GetTempPath(), "outreach-tests", Path.GetRandomFileName()));
        Directory.Create();
    }

    public DataDirectory Directory { get; }

    public FakeTimeProvider Time { get; } = new(Start);

    /// <summary>A lock held by somebody else is waited for twice as long as this.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromMilliseconds(20);

    public SqliteTransactions Transactions => _transactions ??= Open();

    public SqliteFile File => new(Directory.DatabaseFile(), BusyTimeout);

    public Task<T> RunAsync<T>(Func<UnitOfWork, T> work) => Transactions.RunAsync(work, CancellationToken.None);

    public Task RunAsync(Action<UnitOfWork> work) => Transactions.RunAsync(work, CancellationToken.None);

    /// <summary>Another process on the same database, as a command is.</summary>
    public SqliteTransactions OpenAnother() => Open();

    /// <summary>Whether a thief of the disk would find a word now, in UTF-8 or UTF-16.</summary>
    public bool Shows(string word) => StoreFiles.Holding(StoreFiles.Seize(Directory), word).Count > 0;

    /// <summary>Closes the database, so that the next use opens it as a new process would.</summary>
    public void Restart()
    {
        _transactions?.Dispose();
        _transactions = null;
    }

    public void Dispose()
    {
        _transactions?.Dispose();
        System.IO.Directory.Delete(Directory.Path, recursive: true);
        if (System.IO.Directory.Exists(Directory.KeysPath))
        {
            System.IO.Directory.Delete(Directory.KeysPath, recursive: true);
        }
    }

    private SqliteTransactions Open() => SqliteStart.Open(File, Time, NullLogger<SqliteTransactions>.Instance);
}
