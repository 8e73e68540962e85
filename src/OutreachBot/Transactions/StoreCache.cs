namespace OutreachBot.Transactions;

/// <summary>Something read whole from the store and kept in memory while it holds.</summary>
/// <remarks>
/// Used inside units of work only. It is read again after another process has committed, so that a running server sees what a
/// command did from the first message it handles after the command has exited; and after work was undone, so that it never
/// shows what was not committed.
/// </remarks>
public sealed class StoreCache<T>(Func<UnitOfWork, T> load)
    where T : class
{
    private readonly Lock _gate = new();
    private T? _value;
    private long _version;

    public T Get(UnitOfWork unit)
    {
        lock (_gate)
        {
            if (_value is null || _version != unit.CacheVersion)
            {
                _value = load(unit);
                _version = unit.CacheVersion;
            }
            return _value;
        }
    }

    /// <summary>To be called by the work that changed what is kept here.</summary>
    public void Drop()
    {
        lock (_gate)
        {
            _value = null;
        }
    }
}
