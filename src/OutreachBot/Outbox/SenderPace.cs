using OutreachBot.Addresses;

namespace OutreachBot.Outbox;

/// <summary>Spreads what leaves by one sender over time.</summary>
/// <remarks>Of our own, since <c>System.Threading.RateLimiting</c> takes no <see cref="TimeProvider"/>. Used by one loop at a time.</remarks>
internal sealed class SenderPace(int perSecond, TimeProvider time)
{
    private readonly Dictionary<Channel, DateTimeOffset> _free = [];

    /// <summary>How long until one more may leave on a channel; zero: now, and it is counted.</summary>
    public TimeSpan Take(Channel channel)
    {
        if (channel == Channel.Simulator)
        {
            return TimeSpan.Zero;
        }
        var now = time.GetUtcNow();
        var free = _free.GetValueOrDefault(channel, DateTimeOffset.MinValue);
        if (free > now)
        {
            return free - now;
        }
        // A second's worth may leave at once after a quiet time.
        var earliest = now - TimeSpan.FromSeconds(1);
        _free[channel] = (free > earliest ? free : earliest) + TimeSpan.FromSeconds(1) / perSecond;
        return TimeSpan.Zero;
    }
}
