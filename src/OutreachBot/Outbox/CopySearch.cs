using System.Threading.Channels;
using OutreachBot.Agenda;
using OutreachBot.Transactions;

namespace OutreachBot.Outbox;

/// <summary>Asks the provider what it still holds, and plans the deletion of what nobody here knew of: the news of it was lost, or a deletion did not last.</summary>
/// <remarks>It asks behind the agenda: no unit of work waits for a provider.</remarks>
internal sealed class CopySearch(
    ITransactions transactions,
    IProviderCopyStore store,
    ProviderCopies copies,
    CopyRecord record,
    IAgenda agenda,
    IEnumerable<ICopyFinder> finders,
    TimeProvider time,
    ILogger<CopySearch> logger) : BackgroundService
{
    public const string AgendaKind = "look_for_copies";
    public const string Subject = "daily";

    public static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    /// <summary>Once what was found has been deleted, it is looked whether it is gone.</summary>
    private static readonly TimeSpan AfterFinding = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan CallAtMost = TimeSpan.FromMinutes(5);

    /// <summary>A search looks back beyond the last that found none by more than anything is spared (<see cref="ICopyFinder"/>).</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(4);

    private readonly ICopyFinder? _finder = finders.FirstOrDefault(f => f.HasProvider);

    private readonly Channel<bool> _asked = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    public bool HasProvider => _finder is not null;

    /// <summary>Has it looked soon, and returns at once.</summary>
    public void Ask() => _asked.Writer.TryWrite(true);

    /// <summary>Looks once, and plans when to look again.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (_finder is null)
        {
            return;
        }
        var found = await AskAsync(_finder, await transactions.RunAsync(SearchFrom, cancellationToken), cancellationToken);
        await transactions.RunAsync(unit => agenda.Plan(unit, unit.Now + Take(unit, found), AgendaKind, Subject), cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in _asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (StoreUnavailableException e)
            {
                // The next day's search, planned already, holds all that this one would have found.
                logger.StoreUnavailable(e.GetType().Name);
            }
        }
    }

    private DateTimeOffset SearchFrom(UnitOfWork unit)
    {
        var first = record.Since(unit) ?? record.Now;
        return record.SeenGone(unit) - Overlap is { } last && last > first ? last : first;
    }

    /// <returns>After what time to look again.</returns>
    private TimeSpan Take(UnitOfWork unit, CopiesFound? found)
    {
        if (found is null)
        {
            return AfterTrouble;
        }
        if (found.Copies.Count == 0)
        {
            if (found.IsWhole)
            {
                record.NoteGone(unit);
            }
            return Pause;
        }
        var known = store.All(unit).Select(copies.Read).OfType<(string, string ProviderId)>().Select(k => k.ProviderId).ToHashSet(StringComparer.Ordinal);
        var lost = found.Copies.Where(c => known.Add(c.ProviderId)).ToList();
        foreach (var copy in lost)
        {
            copies.PlanDeletion(unit, copy.Kind, copy.ProviderId, unit.Now);
        }
        unit.AfterCommit(() => logger.CopiesFound(found.Copies.Count, lost.Count));
        return AfterFinding;
    }

    private async Task<CopiesFound?> AskAsync(ICopyFinder finder, DateTimeOffset since, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(CallAtMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await finder.FindAsync(since, record.Now, either.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.ChannelFailed(e.GetType().Name);
            return null;
        }
    }
}
