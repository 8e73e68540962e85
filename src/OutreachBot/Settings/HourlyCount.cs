using System.Collections.Concurrent;

namespace OutreachBot.Settings;

/// <summary>Counts, by key, what happened within the last hour, up to a limit.</summary>
/// <remarks>In memory and gone with the process: what it holds could be matched with what others keep. Made anew it allows once more what it did.</remarks>
internal sealed class HourlyCount<TKey>(int limit)
    where TKey : notnull
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>More keys than this: those of whom nothing happened within the hour are let go.</summary>
    private const int ManyKeys = 4096;

    private readonly ConcurrentDictionary<TKey, Queue<DateTimeOffset>> _times = new();

    /// <summary>Whether one more goes over the limit. If not, it is counted.</summary>
    public bool IsOver(TKey key, DateTimeOffset now)
    {
        if (_times.Count > ManyKeys)
        {
            LetGo(now);
        }
        var times = _times.GetOrAdd(key, _ => new Queue<DateTimeOffset>());
        lock (times)
        {
            while (times.TryPeek(out var first) && now - first >= Window)
            {
                times.Dequeue();
            }
            if (times.Count >= limit)
            {
                return true;
            }
            times.Enqueue(now);
            return false;
        }
    }

    private void LetGo(DateTimeOffset now)
    {
        foreach (var (key, times) in _times)
        {
            lock (times)
            {
                if (!times.Any(t => now - t < Window))
                {
                    _times.TryRemove(key, out _);
                }
            }
        }
    }
}
