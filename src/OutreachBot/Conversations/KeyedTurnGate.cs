namespace OutreachBot.Conversations;

/// <summary>The gate within one process: a queue a person, there only while she has a turn.</summary>
internal sealed class KeyedTurnGate : ITurnGate
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<TaskCompletionSource>> _lanes = new(StringComparer.Ordinal);

    /// <summary>People who have a turn now.</summary>
    public int Busy
    {
        get
        {
            lock (_gate)
            {
                return _lanes.Count;
            }
        }
    }

    public async Task<T> RunAsync<T>(string who, Func<Task<T>> turn, CancellationToken cancellationToken)
    {
        if (Enter(who) is { } place)
        {
            // Who gives up keeps her place until it comes: so the lane stays a plain queue.
            await place.Task;
        }
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return await turn();
        }
        finally
        {
            Leave(who);
        }
    }

    /// <returns>Null when nobody is before her.</returns>
    private TaskCompletionSource? Enter(string who)
    {
        lock (_gate)
        {
            if (_lanes.TryGetValue(who, out var lane))
            {
                var place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                lane.Enqueue(place);
                return place;
            }
            _lanes.Add(who, new Queue<TaskCompletionSource>());
            return null;
        }
    }

    private void Leave(string who)
    {
        lock (_gate)
        {
            if (_lanes[who].TryDequeue(out var next))
            {
                next.SetResult();
            }
            else
            {
                _lanes.Remove(who);
            }
        }
    }
}
