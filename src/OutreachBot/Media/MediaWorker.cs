using OutreachBot.Outbox;
using OutreachBot.Transactions;

namespace OutreachBot.Media;

/// <summary>Does what is to be done with media, one after the other: they are large, and nobody waits.</summary>
/// <remarks>What is to be done stands in the store and is done again after a crash; each step is one that may be done twice.</remarks>
internal sealed class MediaWorker(
    ITransactions transactions, IMediumStore store, MediumFetching fetching, MediumSealing sealing, MediaBell bell, TimeProvider time,
    ILogger<MediaWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(2);

    /// <summary>Does all that is due now, one try each.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (await transactions.RunAsync(store.NextDue, cancellationToken) is { } medium)
        {
            try
            {
                await DoAsync(medium, cancellationToken);
            }
            catch (Exception e) when (e is not (StoreUnavailableException or OperationCanceledException))
            {
                logger.StepFailed(medium.State, e.GetType().Name);
                await transactions.RunAsync(unit => PutOff(unit, medium), cancellationToken);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var nearer = bell.Bell.Listen();
                await DrainAsync(stoppingToken);
                var next = await transactions.RunAsync(store.NextTime, stoppingToken) ?? DateTimeOffset.MaxValue;
                await bell.Bell.SleepAsync(next, LongestSleep, nearer, time, stoppingToken);
            }
            catch (Exception e) when (e is StoreUnavailableException)
            {
                logger.StoreUnavailable(e.GetType().Name);
                await Task.Delay(AfterTrouble, time, stoppingToken);
            }
        }
    }

    private Task DoAsync(Medium medium, CancellationToken cancellationToken) => medium.State switch
    {
        MediumState.ToFetch => fetching.FetchAsync(medium, cancellationToken),
        MediumState.ToSeal => sealing.SealAsync(medium, cancellationToken),
        _ => fetching.LetGoAsync(medium, cancellationToken),
    };

    private void PutOff(UnitOfWork unit, Medium medium)
    {
        if (store.Find(unit, medium.Id) is { Due: not null } still)
        {
            store.Put(unit, still with { Due = unit.Now + RetryPause.After(still.Attempts + 1, asked: null), Attempts = still.Attempts + 1 });
        }
    }
}
