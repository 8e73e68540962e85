using Microsoft.Data.Sqlite;
using OutreachBot.Hosting;
using OutreachBot.Settings;
using OutreachBot.Starting;
using OutreachBot.Storage.Sqlite.Copies;
using OutreachBot.Tips;

namespace OutreachBot.Commands;

/// <summary>The data directory that a backup is put into: no server on it, and as it was before when nothing comes of it.</summary>
internal sealed class RestorePlace : IDisposable
{
    private readonly DataDirectory _data;
    private readonly bool _wasThere;
    private readonly bool _wasEmpty;
    private readonly ServeLock _lock;
    private bool _done;

    private RestorePlace(DataDirectory data)
    {
        _data = data;
        _wasThere = Directory.Exists(data.Path);
        _wasEmpty = !_wasThere || !Directory.EnumerateFileSystemEntries(data.Path).Any();
        _lock = ServeLock.Take(data);
    }

    /// <exception cref="StartRefusedException">A server works on it.</exception>
    public static RestorePlace Take(DataDirectory data) => new(data);

    /// <param name="made">When the backup was made.</param>
    /// <exception cref="StartRefusedException">The store there stays as it is, and why.</exception>
    public StoreAddition Put(StagedStore staged, StoreCompletion completion, IReadOnlyCollection<TipId> erased, DateTimeOffset made, DateTimeOffset now)
    {
        try
        {
            var added = completion.Run(staged, erased, made, now);
            _done = true;
            return added;
        }
        catch (SqliteException e)
        {
            throw new StartRefusedException(
                $"The database in {_data.Path} can't be used ({e.Message}). Move the directory aside, and restore into an empty one with --ledger.");
        }
    }

    public void Dispose()
    {
        _lock.Dispose();
        if (_done || !_wasEmpty)
        {
            return;
        }
        foreach (var file in Directory.EnumerateFiles(_data.Path))
        {
            File.Delete(file);
        }
        if (!_wasThere)
        {
            Directory.Delete(_data.Path);
        }
    }
}
