using OutreachBot.Transactions;

namespace OutreachBot.Agenda;

/// <summary>Does what is planned when its time has come.</summary>
internal sealed class AgendaRunner(
    ITransactions transactions,
    IAgendaStore store,
    [FromKeyedServices(AgendaServices.Bell)] WakeBell bell,
    IEnumerable<IAgendaHandler> handlers,
    TimeProvider time,
    ILogger<AgendaRunner> logger) : BackgroundService
{
    /// <summary>Units given to the store at once; they are done in the order of their times and committed together.</summary>
    private const int AtOnce = 64;

    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, IAgendaHandler> _handlers = handlers.ToDictionary(h => h.Kind, StringComparer.Ordinal);

    /// <summary>Does everything that is due now, also what that makes due, in the order of the times.</summary>
    public async Task RunDueAsync(CancellationToken cancellationToken)
    {
        while (await transactions.RunAsync(u => Due(u), cancellationToken) is { Count: > 0 } due)
        {
            await Task.WhenAll(due.Select(item => RunAsync(item, cancellationToken)));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var nearer = bell.Listen();
                await RunDueAsync(stoppingToken);
                var next = await transactions.RunAsync(u => store.Next(u, 1) is [var item] ? item.Due : DateTimeOffset.MaxValue, stoppingToken);
                await bell.SleepAsync(next, LongestSleep, nearer, time, stoppingToken);
            }
            catch (Exception e) when (e is StoreUnavailableException)
            {
                logger.StoreUnavailable(e.GetType().Name);
                await Task.Delay(AfterTrouble, time, stoppingToken);
            }
        }
    }

    private List<AgendaItem> Due(UnitOfWork unit) => [.. store.Next(unit, AtOnce).Where(i => i.Due <= unit.Now)];

    private async Task RunAsync(AgendaItem item, CancellationToken cancellationToken)
    {
        if (!_handlers.TryGetValue(item.Kind, out var handler))
        {
            var delay = await PutOffAsync(item, cancellationToken);
            logger.NobodyHandles(item.Kind, delay);
            return;
        }
        try
        {
            await transactions.RunAsync(unit => Handle(unit, item, handler), cancellationToken);
        }
        catch (Exception e) when (e is not (StoreUnavailableException or OperationCanceledException))
        {
            var delay = await PutOffAsync(item, cancellationToken);
            logger.PutOff(item.Kind, e.GetType().Name, delay);
        }
    }

    private void Handle(UnitOfWork unit, AgendaItem item, IAgendaHandler handler)
    {
        // An item before it may have cancelled it or moved it; another server may have done it.
        if (store.Find(unit, item.Kind, item.Subject) is { } still && still.Due <= unit.Now)
        {
            store.Remove(unit, item.Kind, item.Subject);
            handler.Handle(unit, item.Subject);
        }
    }

    private async Task<TimeSpan> PutOffAsync(AgendaItem item, CancellationToken cancellationToken)
    {
        var delay = TimeSpan.FromSeconds(10) * Math.Pow(2, Math.Min(item.Attempts, 9));
        await transactions.RunAsync(
            unit => store.Put(unit, item with { Due = unit.Now + delay, Attempts = item.Attempts + 1 }), cancellationToken);
        return delay;
    }
}
