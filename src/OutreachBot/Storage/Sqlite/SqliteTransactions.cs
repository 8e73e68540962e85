using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

/// <summary>Units of work on SQLite: one thread writes, and commits together whatever waited while it was at the disk.</summary>
/// <remarks>See docs/decisions/0002-one-writer.md.</remarks>
internal sealed class SqliteTransactions : ITransactions, IDisposable
{
    /// <summary>The most units in one commit: bounds how long the first of them waits for the last.</summary>
    private const int BatchSize = 256;

    /// <summary>The most that may wait. Beyond it a caller is told at once rather than after the provider's 15 s.</summary>
    private const int QueueSize = 20_000;

    private readonly object _gate = new();
    private readonly Queue<PendingUnit> _waiting = new();
    private readonly SqliteWriter _writer;
    private readonly Thread _thread;
    private bool _closed;

    public SqliteTransactions(SqliteFile file, TimeProvider time, ILogger<SqliteTransactions> logger)
    {
        _writer = new SqliteWriter(file, time, logger);
        _thread = new Thread(Write) { IsBackground = true, Name = "store writer" };
        _thread.Start();
    }

    /// <summary>Commits made, those of nothing but reading included.</summary>
    public long Commits => _writer.Commits;

    public Task<T> RunAsync<T>(Func<UnitOfWork, T> work, CancellationToken cancellationToken)
    {
        var unit = new PendingUnit<T>(work, cancellationToken);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (_waiting.Count >= QueueSize)
            {
                throw new StoreBusyException($"{QueueSize} units of work wait already. Nothing was done; try again.");
            }
            _waiting.Enqueue(unit);
            Monitor.Pulse(_gate);
        }
        return unit.Task;
    }

    /// <summary>Finishes what waits, and closes the database.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
        }
        _thread.Join();
    }

    private void Write()
    {
        _writer.WipeWhatWasLeft();
        var batch = new List<PendingUnit>(BatchSize);
        while (Take(batch))
        {
            _writer.Run(batch);
        }
        _writer.Dispose();
    }

    /// <returns>False when closed and nothing waits any more. The batch may be empty: then something else is due.</returns>
    private bool Take(List<PendingUnit> batch)
    {
        batch.Clear();
        lock (_gate)
        {
            while (_waiting.Count == 0)
            {
                if (_closed)
                {
                    return false;
                }
                if (_writer.NextTry is not { } pause)
                {
                    Monitor.Wait(_gate);
                }
                else if (!Monitor.Wait(_gate, pause))
                {
                    return true;
                }
            }
            while (batch.Count < BatchSize && _waiting.TryDequeue(out var unit))
            {
                batch.Add(unit);
            }
            return true;
        }
    }
}
