using Microsoft.Data.Sqlite;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

/// <summary>Carries out gathered units of work in one commit. Belongs to one thread.</summary>
internal sealed class SqliteWriter(SqliteFile file, TimeProvider time, ILogger logger) : IDisposable
{
    private const int BusyTries = 2;

    private readonly LogWiper _wiper = new(time, logger);
    private SqliteSession? _session;
    private long _undone;
    private long _reopened;

    /// <summary>How long the thread may sleep when nothing comes; null: as long as it likes.</summary>
    public TimeSpan? NextTry => _session is null ? null : _wiper.NextTry;

    public long Commits { get; private set; }

    /// <summary>All of them, or, where some fail, all the others. Tells everybody how it went; never throws for a unit's sake.</summary>
    public void Run(IReadOnlyList<PendingUnit> batch)
    {
        var open = new List<PendingUnit>(batch.Count);
        foreach (var unit in batch)
        {
            if (unit.IsCancelled)
            {
                unit.Cancel();
            }
            else
            {
                open.Add(unit);
            }
        }
        try
        {
            if (open.Count > 0 && !TryTogether(open))
            {
                OneByOne(open);
            }
        }
        catch (Exception e)
        {
            Refuse(open, e);
        }
        if (_session is { } session)
        {
            _wiper.Try(session);
        }
    }

    /// <summary>What a process that was killed had erased may still lie in the log.</summary>
    public void WipeWhatWasLeft()
    {
        _wiper.OweAll();
        try
        {
            _wiper.Try(Session());
        }
        catch (SqliteException e)
        {
            // It stays owed, and is tried again after the first work.
            logger.Failed(e.SqliteExtendedErrorCode, 0);
        }
    }

    public void Dispose()
    {
        if (_session is { } session)
        {
            _wiper.LastTry(session);
        }
        _session?.Dispose();
    }

    /// <summary>Without savepoints, since a unit that throws is a rare thing.</summary>
    private bool TryTogether(List<PendingUnit> units)
    {
        Begin();
        var version = CacheVersion();
        foreach (var unit in units)
        {
            try
            {
                unit.Run(new SqliteUnit(Session(), time.GetUtcNow(), version));
            }
            catch (Exception e)
            {
                Undo();
                if (units.Count > 1)
                {
                    return false;
                }
                units.Clear();
                unit.Fail(Translated(e));
                return true;
            }
        }
        Commit(units);
        return true;
    }

    /// <summary>Again, each within a savepoint, so that only those fail that are at fault; still one commit.</summary>
    private void OneByOne(List<PendingUnit> units)
    {
        Begin();
        foreach (var unit in units.ToArray())
        {
            try
            {
                Session().Execute("SAVEPOINT unit");
                unit.Run(new SqliteUnit(Session(), time.GetUtcNow(), CacheVersion()));
                Session().Execute("RELEASE unit");
            }
            catch (Exception e) when (Session().InTransaction)
            {
                Session().Execute("ROLLBACK TO unit");
                Session().Execute("RELEASE unit");
                _undone++;
                units.Remove(unit);
                unit.Fail(Translated(e));
            }
        }
        Commit(units);
    }

    private void Begin()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Session().Execute("BEGIN IMMEDIATE");
                return;
            }
            catch (SqliteException e) when (SqliteFaults.IsBusy(e) && attempt < BusyTries)
            {
                // The busy handler has waited its time; once more, then the caller is told.
            }
        }
    }

    private void Commit(List<PendingUnit> units)
    {
        Session().Execute("COMMIT");
        Commits++;
        foreach (var unit in units)
        {
            foreach (var action in unit.Ran!.LeftForAfterCommit)
            {
                RunAfterCommit(action);
            }
        }
        foreach (var unit in units)
        {
            if (unit.Ran!.WantsNoTrace)
            {
                _wiper.Owe(unit);
            }
            else
            {
                unit.Complete();
            }
        }
        units.Clear();
    }

    private void RunAfterCommit(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            // What was committed stays so; the one who left this must not take the writer down with it.
            logger.AfterCommitFailed(e.GetType().Name);
        }
    }

    private void Undo()
    {
        _undone++;
        if (_session is { InTransaction: true } session)
        {
            session.Execute("ROLLBACK");
        }
    }

    private void Refuse(List<PendingUnit> units, Exception reason)
    {
        try
        {
            Undo();
        }
        catch (SqliteException)
        {
            // The connection is given up below.
        }
        var told = Translated(reason);
        switch (told)
        {
            case StoreBusyException:
                logger.Busy(units.Count);
                break;
            case StoreFullException:
                logger.Full(units.Count);
                break;
            default:
                logger.Failed((reason as SqliteException)?.SqliteExtendedErrorCode ?? 0, units.Count);
                break;
        }
        if (told is not StoreBusyException)
        {
            _session?.Dispose();
            _session = null;
        }
        foreach (var unit in units)
        {
            unit.Fail(told);
        }
    }

    private static Exception Translated(Exception e) => e is SqliteException sqlite ? SqliteFaults.Translate(sqlite) : e;

    /// <summary>Never the same after another process has committed, or after work was undone here.</summary>
    private long CacheVersion() => Session().Read("PRAGMA data_version") + (_undone << 32) + (_reopened << 48);

    private SqliteSession Session()
    {
        if (_session is null)
        {
            _reopened++;
            _session = file.Open();
        }
        return _session;
    }
}
