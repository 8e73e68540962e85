namespace OutreachBot.Transactions;

/// <summary>Wakes somebody who sleeps until a time when something nearer has been committed.</summary>
internal sealed class WakeBell
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _nearer = New();
    private DateTimeOffset _sleepsUntil = DateTimeOffset.MinValue;

    /// <summary>Something is to be done at a time: called after the commit.</summary>
    public void Ring(DateTimeOffset due)
    {
        lock (_gate)
        {
            if (due < _sleepsUntil)
            {
                _nearer.TrySetResult();
            }
        }
    }

    /// <summary>The sleeper is about to look what is next: whatever is committed from here on rings.</summary>
    public Task Listen()
    {
        lock (_gate)
        {
            _sleepsUntil = DateTimeOffset.MaxValue;
            if (_nearer.Task.IsCompleted)
            {
                _nearer = New();
            }
            return _nearer.Task;
        }
    }

    /// <summary>Sleeps until a time, or until the bell given by <see cref="Listen"/> rings for something nearer.</summary>
    /// <param name="longest">Not longer than this: the system's clock may be set, and another process rings no bell here.</param>
    public async Task SleepAsync(DateTimeOffset until, TimeSpan longest, Task bell, TimeProvider time, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _sleepsUntil = until;
        }
        var sleep = until - time.GetUtcNow();
        if (sleep <= TimeSpan.Zero)
        {
            return;
        }
        using var woken = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(bell, Task.Delay(sleep < longest ? sleep : longest, time, woken.Token));
        await woken.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
