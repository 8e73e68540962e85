namespace OutreachBot.Channels.Simulator;

/// <summary>What stands on the simulated phones. In memory alone: a real phone keeps its messages itself, and so does this one.</summary>
internal sealed class PhoneBoard
{
    /// <summary>Bubbles kept; the oldest go first.</summary>
    private const int Most = 1000;

    private readonly Lock _gate = new();
    private readonly Queue<BoardEntry> _entries = new();
    private readonly Dictionary<string, string> _shownOn = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = New();
    private long _last;
    private long _first = 1;

    /// <summary>The road a phone's owner wrote on last; the line's own messages come in on it.</summary>
    public string ShownOn(string phone)
    {
        lock (_gate)
        {
            return _shownOn.GetValueOrDefault(phone, "sms");
        }
    }

    /// <summary>Puts a bubble on its phone.</summary>
    /// <param name="bubble">Its number is given here.</param>
    /// <returns>The number.</returns>
    public long Add(BoardEntry bubble)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            _entries.Enqueue(bubble with { N = ++_last });
            if (_entries.Count > Most)
            {
                _entries.Dequeue();
            }
            if (!bubble.FromLine)
            {
                _shownOn[bubble.Phone] = bubble.ShownOn;
            }
            (changed, _changed) = (_changed, New());
        }
        changed.TrySetResult();
        return _last;
    }

    /// <returns>What came after a bubble, and the first and last number there are.</returns>
    public (long First, long Last, IReadOnlyList<BoardEntry> Entries) Since(long n)
    {
        lock (_gate)
        {
            return (_first, _last, [.. _entries.Where(e => e.N > n)]);
        }
    }

    /// <summary>Waits until there is something after a bubble, or the board is wiped.</summary>
    public async Task WaitAsync(long n, TimeSpan atMost, CancellationToken cancellationToken)
    {
        Task changed;
        lock (_gate)
        {
            if (_last > n)
            {
                return;
            }
            changed = _changed.Task;
        }
        await Task.WhenAny(changed, Task.Delay(atMost, cancellationToken));
    }

    public void Wipe()
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            _entries.Clear();
            _shownOn.Clear();
            _first = ++_last;
            (changed, _changed) = (_changed, New());
        }
        changed.TrySetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
