namespace OutreachBot.Outbox;

/// <summary>Bounds how many parts of messages leave by one road within any stretch of time, and keeps some of them for danger.</summary>
/// <remarks>
/// A phone counts each part of a long message. Kept in memory: a server that is started again begins with an empty count, so
/// that for one stretch after a start twice as many may leave. Safe for several threads.
/// </remarks>
/// <param name="most">Parts within any <paramref name="window"/>.</param>
/// <param name="kept">Of these, how many only what is urgent may take.</param>
public sealed class PartsPace(int most, int kept, TimeSpan window, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<(DateTimeOffset At, int Parts)> _left = [];
    private int _sum;

    /// <summary>Parts that may leave in one message that isn't urgent; a longer one never could.</summary>
    public int LongestMessage => most - kept;

    /// <summary>When something last had to wait; null: nothing has, lately.</summary>
    public DateTimeOffset? HeldAt { get; private set; }

    /// <summary>How long until a message may leave; zero: now, and it is counted.</summary>
    public TimeSpan Take(int parts, bool isUrgent)
    {
        parts = Math.Min(parts, LongestMessage);
        lock (_gate)
        {
            var now = time.GetUtcNow();
            Forget(now);
            var room = isUrgent ? most : most - kept;
            if (_sum + parts <= room)
            {
                _left.AddLast((now, parts));
                _sum += parts;
                return TimeSpan.Zero;
            }
            HeldAt = now;
            return FreeAt(_sum + parts - room) - now;
        }
    }

    /// <summary>A message that was counted has surely not left.</summary>
    public void GiveBack(int parts)
    {
        parts = Math.Min(parts, LongestMessage);
        lock (_gate)
        {
            for (var node = _left.Last; node is not null; node = node.Previous)
            {
                if (node.Value.Parts == parts)
                {
                    _left.Remove(node);
                    _sum -= parts;
                    return;
                }
            }
        }
    }

    private void Forget(DateTimeOffset now)
    {
        while (_left.First is { } oldest && oldest.Value.At <= now - window)
        {
            _sum -= oldest.Value.Parts;
            _left.RemoveFirst();
        }
    }

    /// <summary>When so many of the counted parts are out of the stretch.</summary>
    private DateTimeOffset FreeAt(int parts)
    {
        foreach (var (at, count) in _left)
        {
            parts -= count;
            if (parts <= 0)
            {
                return at + window;
            }
        }
        return time.GetUtcNow() + window;
    }
}
