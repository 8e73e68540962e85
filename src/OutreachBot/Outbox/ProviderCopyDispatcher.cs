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

    /// <summary>What was refused is asked for again after this: once somebody has deleted it by hand, it is counted no more.</summary>
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromDays(1);

    /// <summary>The news of one message may plan its deletion several times; asking the provider once is enough.</summary>
    private const int RememberedDeletions = 4096;

    private readonly HashSet<string> _deleted = new(StringComparer.Ordinal);
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
            catch (Exception e) when (e is StoreUnavailableException)
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
            await transactions.RunAsync(u => store.Remove(u, copy), cancellationToken);
            return;
        }
        var outcome = WasDeleted(named.ProviderId)
            ? CopyDeletion.Deleted
            : await AskAsync(deleter, named.Kind, named.ProviderId, cancellationToken);
        if (outcome == CopyDeletion.Deleted)
        {
            NoteDeleted(named.ProviderId);
        }
        if (outcome == CopyDeletion.Refused)
        {
            logger.CopyStays(named.Kind);
        }
        await transactions.RunAsync(unit => Note(unit, copy, outcome), cancellationToken);
    }

    private void Note(UnitOfWork unit, ProviderCopy copy, CopyDeletion outcome)
    {
        store.Remove(unit, copy);
        if (outcome != CopyDeletion.Deleted)
        {
            var refused = outcome == CopyDeletion.Refused;
            var pause = refused ? AfterRefusal : RetryPause.After(copy.Attempts + 3, asked: null);
            store.Put(unit, copy with { Due = unit.Now + pause, Attempts = copy.Attempts + 1, Refused = refused });
        }
    }

    private bool WasDeleted(string providerId)
    {
        lock (_deleted)
        {
            return _deleted.Contains(providerId);
        }
    }

    private void NoteDeleted(string providerId)
    {
        lock (_deleted)
        {
            if (_deleted.Count >= RememberedDeletions)
            {
                _deleted.Clear();
            }
            _deleted.Add(providerId);
        }
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
