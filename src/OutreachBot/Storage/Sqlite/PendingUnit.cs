using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

/// <summary>A unit of work that waits for the writer, and whoever waits for it.</summary>
internal abstract class PendingUnit
{
    /// <summary>Actions and wishes of the run that is to be committed.</summary>
    public SqliteUnit? Ran { get; protected set; }

    public abstract bool IsCancelled { get; }

    /// <summary>Does the work; may be called again after it was undone.</summary>
    public abstract void Run(SqliteUnit unit);

    /// <summary>Tells that it is committed.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception reason);

    public abstract void Cancel();
}

internal sealed class PendingUnit<T>(Func<UnitOfWork, T> work, CancellationToken cancellationToken) : PendingUnit
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Task => _done.Task;

    public override bool IsCancelled => cancellationToken.IsCancellationRequested;

    public override void Run(SqliteUnit unit)
    {
        Ran = unit;
        _result = work(unit);
    }

    public override void Complete() => _done.TrySetResult(_result!);

    public override void Fail(Exception reason) => _done.TrySetException(reason);

    public override void Cancel() => _done.TrySetCanceled(cancellationToken);
}
