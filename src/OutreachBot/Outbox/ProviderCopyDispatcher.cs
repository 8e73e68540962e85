using OutreachBot.Transactions;

namespace OutreachBot.Outbox;

/// <summary>Has providers delete their copies of messages, until each is gone.</summary>
/// <remarks>Deleting twice does no harm, so nothing is claimed.</remarks>
internal sealed class ProviderCopyDispatcher(
    ITransactions transactions,
    IProviderCopyStore store,
    ProviderCopies copies,
    OutboxBells bells,
    IEnumerable<ICopyDeleter> deleters,
    TimeProvider time,
    ILogger<ProviderCopyDispatcher> logger) : BackgroundService
{
    private const int AtOnce = 8;
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan CallAtMost = TimeSpan.FromSeconds(30);

    private readonly ICopyDeleter? _deleter = deleters.FirstOrDefault();

    /// <summary>Deletes all that is due now, one try each.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (_deleter is not null && await transactions.RunAsync(u => store.Due(u, AtOnce), cancellationToken) is { Count: > 0 } due)
        {
            await Task.WhenAll(due.Select(copy => DeleteAsync(_deleter, copy, cancellationToken)));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Without a provider there are no copies.
        while (_deleter is not null)
        {
            try
            {
                var bell = bells.Copies.Listen();
                await DrainAsync(stoppingToken);
                var next = await transactions.RunAsync(store.NextDue, stoppingToken) ?? DateTimeOffset.MaxValue;
                await bells.Copies.SleepAsync(next, LongestSleep, bell, time, stoppingToken);
            }
            catch (Exception e) when (e is StoreBusyException or StoreFullException)
            {
                logger.StoreUnavailable(e.GetType().Name);
                await Task.Delay(AfterTrouble, time, stoppingToken);
            }
        }
    }

    private async Task DeleteAsync(ICopyDeleter deleter, ProviderCopy copy, CancellationToken cancellationToken)
    {
        if (copies.Read(copy) is not { } named)
        {
            logger.CantUnlock();
            await transactions.RunAsync(u => store.Remove(u, copy.Id), cancellationToken);
            return;
        }
        var outcome = await AskAsync(deleter, named.Kind, named.ProviderId, cancellationToken);
        if (outcome == CopyDeletion.Refused)
        {
            logger.CopyStays(named.Kind);
        }
        await transactions.RunAsync(
            unit =>
            {
                if (outcome == CopyDeletion.TryLater)
                {
                    store.PutOff(unit, copy.Id, unit.Now + RetryPause.After(copy.Attempts + 3, asked: null));
                }
                else
                {
                    store.Remove(unit, copy.Id);
                }
            },
            cancellationToken);
    }

    private async Task<CopyDeletion> AskAsync(ICopyDeleter deleter, string kind, string providerId, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(CallAtMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await deleter.DeleteAsync(kind, providerId, either.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.ChannelFailed(e.GetType().Name);
            return CopyDeletion.TryLater;
        }
    }
}
