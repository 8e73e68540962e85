using Microsoft.Data.Sqlite;

namespace OutreachBot.Storage.Sqlite;

/// <summary>Empties the write-ahead log after something was erased, and tells whoever erased it when that is done.</summary>
/// <remarks>
/// <c>secure_delete</c> overwrites what is deleted in the database, but the log holds the pages as they were. While anybody
/// reads, the checkpoint answers <c>busy</c> in its first column and the words stay: so that column is looked at, and it is
/// tried again.
/// </remarks>
internal sealed class LogWiper(TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly List<(PendingUnit Unit, long Since)> _waiting = [];
    private bool _owed;
    private bool _heldUp;

    /// <summary>When it is to be tried again; null when nothing is owed.</summary>
    public TimeSpan? NextTry => _owed ? Pause : null;

    public void OweAll() => _owed = true;

    /// <summary>The unit is committed; it is told so once the log is empty.</summary>
    public void Owe(PendingUnit unit)
    {
        _owed = true;
        _waiting.Add((unit, time.GetTimestamp()));
    }

    public void Try(SqliteSession session)
    {
        if (!_owed)
        {
            return;
        }
        if (Truncate(session))
        {
            Done();
            return;
        }
        if (!_heldUp)
        {
            _heldUp = true;
            logger.WipeHeldUp();
        }
        TellThoseWhoWaitedLongEnough();
    }

    /// <summary>The connection is about to be closed.</summary>
    public void LastTry(SqliteSession session)
    {
        if (_owed && Truncate(session))
        {
            Done();
        }
        foreach (var (unit, _) in _waiting)
        {
            unit.Complete();
        }
        _waiting.Clear();
    }

    private static bool Truncate(SqliteSession session)
    {
        // Not to be waited for with the writer's patience: others' messages stand behind this.
        var patience = session.Read("PRAGMA busy_timeout");
        session.Execute("PRAGMA busy_timeout = 0");
        try
        {
            return session.Read("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        }
        catch (SqliteException)
        {
            // Busy, or a disk that is full or failing: the work itself is committed, and the wiping stays owed.
            return false;
        }
        finally
        {
            session.Execute($"PRAGMA busy_timeout = {patience}");
        }
    }

    private void Done()
    {
        if (_heldUp)
        {
            logger.WipeDone();
        }
        _owed = false;
        _heldUp = false;
        foreach (var (unit, _) in _waiting)
        {
            unit.Complete();
        }
        _waiting.Clear();
    }

    private void TellThoseWhoWaitedLongEnough() =>
        _waiting.RemoveAll(w =>
        {
            var over = time.GetElapsedTime(w.Since) >= Patience;
            if (over)
            {
                w.Unit.Complete();
            }
            return over;
        });
}
