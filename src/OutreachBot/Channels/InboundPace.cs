using System.Threading.RateLimiting;

namespace OutreachBot.Channels;

/// <summary>Lets no more messages in at once than the deployment asked for: the rest waits its turn, as far as a provider waits.</summary>
/// <remarks>Waiting, not refusing: a provider told "too many" drops the message.</remarks>
internal sealed class InboundPace : IDisposable
{
    /// <summary>Twilio gives a webhook 15 s in all, with its retries.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);

    private readonly RateLimiter? _limiter;

    /// <param name="perSecond">Messages of all within a second; 0: no limit.</param>
    /// <param name="longestWait">Whoever would wait longer is turned away.</param>
    public InboundPace(int perSecond, TimeSpan longestWait)
    {
        if (perSecond > 0)
        {
            _limiter = new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
            {
                TokenLimit = perSecond,
                TokensPerPeriod = Math.Max(1, perSecond / 10),
                ReplenishmentPeriod = TimeSpan.FromSeconds(perSecond < 10 ? 1.0 / perSecond : 0.1),
                QueueLimit = (int)Math.Min(int.MaxValue, perSecond * longestWait.TotalSeconds),
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            });
        }
    }

    /// <returns>False: it would wait too long; the provider is to come again.</returns>
    public async ValueTask<bool> EnterAsync(CancellationToken cancellationToken)
    {
        if (_limiter is null)
        {
            return true;
        }
        using var lease = await _limiter.AcquireAsync(1, cancellationToken);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter?.Dispose();
}
