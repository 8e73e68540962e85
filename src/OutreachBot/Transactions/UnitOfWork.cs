namespace OutreachBot.Transactions;

/// <summary>One all-or-nothing piece of work on the store. What it wrote is durable when the work's task completes.</summary>
/// <remarks>
/// Work is synchronous and may be run again from its start when the store was contended, so it does nothing that can't be
/// undone by not committing. What must happen outside only after the commit is left with <see cref="AfterCommit"/>.
/// </remarks>
public abstract class UnitOfWork
{
    /// <summary>The time of the work; one for the whole of it.</summary>
    public abstract DateTimeOffset Now { get; }

    /// <summary>What was read from the store and is kept in memory holds as long as this stays the same.</summary>
    /// <remarks>It changes when another process has committed, and when work of this one was undone; see <see cref="StoreCache{T}"/>.</remarks>
    public abstract long CacheVersion { get; }

    /// <summary>Runs once, after the commit, on no particular thread; must be quick and not throw.</summary>
    public abstract void AfterCommit(Action action);

    /// <summary>What this work deletes must not be found in the store's files either, once its task completes.</summary>
    /// <remarks>A log written ahead, or a free page, keeps deleted words until it is overwritten. Somebody else reading the
    /// store may hold this up: then the task completes after two seconds, and the wiping goes on behind it until it is done.</remarks>
    public abstract void LeaveNoTrace();
}

/// <summary>Runs units of work.</summary>
public interface ITransactions
{
    /// <exception cref="StoreBusyException">The store did not answer in time; nothing was done.</exception>
    /// <exception cref="StoreFullException">The disk is full; nothing was done.</exception>
    Task<T> RunAsync<T>(Func<UnitOfWork, T> work, CancellationToken cancellationToken);
}

/// <summary>The store takes nothing now, and nothing was done. The message never holds anything of a person.</summary>
public abstract class StoreUnavailableException(string message, Exception? inner) : Exception(message, inner);

/// <summary>The store was held by somebody else for too long; nothing was done, and the caller may come again.</summary>
public sealed class StoreBusyException(string message, Exception? inner = null) : StoreUnavailableException(message, inner);

/// <summary>The store can take no more; nothing was done.</summary>
public sealed class StoreFullException(string message, Exception? inner = null) : StoreUnavailableException(message, inner);

/// <summary>The disk or the file fails: it can't be read or written now; nothing was done. It may heal, so whoever waits tries again.</summary>
public sealed class StoreBrokenException(string message, Exception? inner = null) : StoreUnavailableException(message, inner);
