using Microsoft.Extensions.Options;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Outbox;

/// <summary>Claims what is due and has it handed over: several at a time, never two to one address, at each sender's pace.</summary>
internal sealed class OutboxDispatcher(
    ITransactions transactions,
    IOutboxStore store,
    OutboundBox box,
    OutboxDelivery delivery,
    OutboxBells bells,
    IOptions<OutboxOptions> options,
    TimeProvider time,
    ILogger<OutboxDispatcher> logger) : BackgroundService
{
    private const int AtOnce = 16;
    private const int LookAt = 64;
    private const int LookAtMost = 16_384;

    /// <summary>A command may have posted something, and another process rings no bell here.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(2);

    private readonly SenderPace _pace = new(options.Value.MessagesPerSecond, time);
    private readonly SemaphoreSlim _starting = new(1);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task> _underWay = new(StringComparer.Ordinal);

    /// <summary>Hands over all that is due now, whatever the pace, and waits for how it ends. For the simulator's clock and tests.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // One that ended while the due ones were chosen held its address until then: what waits for it is chosen next.
            var before = UnderWay();
            await StartDueAsync(paced: false, cancellationToken);
            var underWay = UnderWay();
            if (before.Length == 0 && underWay.Length == 0)
            {
                return;
            }
            await Task.WhenAll(underWay).WaitAsync(cancellationToken);
        }
    }

    public override void Dispose()
    {
        _starting.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var bell = bells.Messages.Listen();
                var next = await StartDueAsync(paced: true, stoppingToken);
                await bells.Messages.SleepAsync(next, LongestSleep, bell, time, stoppingToken);
            }
        }
        finally
        {
            // What the provider has just taken should not have to be looked up after the restart.
            await Task.WhenAll(UnderWay());
        }
    }

    /// <returns>When to look again, unless the bell rings before.</returns>
    private async Task<DateTimeOffset> StartDueAsync(bool paced, CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        try
        {
            var (due, next) = await LookAsync(cancellationToken);
            var (chosen, lookAgain) = Choose(due, next ?? DateTimeOffset.MaxValue, paced);
            if (chosen.Count > 0)
            {
                foreach (var claimed in await transactions.RunAsync(u => Claim(u, chosen), cancellationToken))
                {
                    Start(claimed);
                }
            }
            return lookAgain;
        }
        catch (Exception e) when (e is StoreUnavailableException)
        {
            logger.StoreUnavailable(e.GetType().Name);
            return time.GetUtcNow() + LongestSleep;
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>What is due; the more, the fewer phones it is for: what waits for one slow phone must not hide the others'.</summary>
    private async Task<(List<(WaitingMessage Waiting, OutboundMessage Message)> Due, DateTimeOffset? Next)> LookAsync(CancellationToken cancellationToken)
    {
        for (var most = LookAt; ; most *= 4)
        {
            var (waiting, next) = await transactions.RunAsync(u => (store.Due(u, most), store.NextDue(u)), cancellationToken);
            var due = await ReadAsync(waiting, cancellationToken);
            if (waiting.Count < most || most >= LookAtMost || due.Select(d => d.Message.To.Identity).Distinct(StringComparer.Ordinal).Count() > AtOnce)
            {
                return (due, next);
            }
        }
    }

    /// <summary>Unlocks them, in the order in which they were posted.</summary>
    private async Task<List<(WaitingMessage Waiting, OutboundMessage Message)>> ReadAsync(
        IReadOnlyList<WaitingMessage> due, CancellationToken cancellationToken)
    {
        var read = new List<(WaitingMessage Waiting, OutboundMessage Message, long Sequence)>();
        foreach (var waiting in due)
        {
            if (box.Unlock(waiting) is { } content)
            {
                read.Add((waiting, content.Message, content.Sequence));
                continue;
            }
            logger.CantUnlock();
            await transactions.RunAsync(unit => store.Drop(unit, waiting.Id), cancellationToken);
        }
        return [.. read.OrderBy(r => r.Waiting.Due).ThenBy(r => r.Sequence).Select(r => (r.Waiting, r.Message))];
    }

    private (List<(WaitingMessage Waiting, OutboundMessage Message)> Chosen, DateTimeOffset LookAgain) Choose(
        List<(WaitingMessage Waiting, OutboundMessage Message)> due, DateTimeOffset next, bool paced)
    {
        var chosen = new List<(WaitingMessage, OutboundMessage)>();
        HashSet<string> busy;
        lock (_gate)
        {
            busy = [.. _underWay.Keys];
        }
        var held = new HashSet<PartsPace>();
        foreach (var (candidate, isUrgent) in Precedence.Order(due, d => d.Message))
        {
            // The end of what is under way rings the bell, and this is looked at again.
            if (busy.Count >= AtOnce || !busy.Add(candidate.Message.To.Identity))
            {
                continue;
            }
            var wait = WaitFor(candidate.Message, isUrgent, paced, held);
            if (wait == TimeSpan.Zero)
            {
                chosen.Add(candidate);
                continue;
            }
            busy.Remove(candidate.Message.To.Identity);
            var free = time.GetUtcNow() + wait;
            next = free < next ? free : next;
        }
        return (chosen, next);
    }

    /// <param name="held">Roads on which something of the same weight waits already: what comes after it does not slip past.</param>
    private TimeSpan WaitFor(OutboundMessage message, bool isUrgent, bool paced, HashSet<PartsPace> held)
    {
        var channel = delivery.ChannelOf(message);
        if (channel?.PaceOf(message) is not { } road)
        {
            return paced ? _pace.Take(message.To.Channel) : TimeSpan.Zero;
        }
        if (held.Contains(road) && !isUrgent)
        {
            return LongestSleep;
        }
        var wait = road.Take(channel.PartsOf(message), isUrgent);
        if (wait > TimeSpan.Zero)
        {
            held.Add(road);
        }
        return wait;
    }

    private List<ClaimedMessage> Claim(UnitOfWork unit, List<(WaitingMessage Waiting, OutboundMessage Message)> chosen)
    {
        var claimed = new List<ClaimedMessage>();
        foreach (var (waiting, message) in chosen)
        {
            var claim = RandomId.Draw();
            if (!store.Claim(unit, waiting.Id, claim, unit.Now + OutboxDelivery.Lease))
            {
                continue;
            }
            var one = new ClaimedMessage(message, claim, unit.Now, waiting.Begun, waiting.Attempts);
            if (delivery.NeedsNoCall(unit, message) is { } end)
            {
                delivery.Note(unit, one, end);
                continue;
            }
            claimed.Add(one);
        }
        return claimed;
    }

    private void Start(ClaimedMessage claimed)
    {
        var address = claimed.Message.To.Identity;
        lock (_gate)
        {
            _underWay[address] = Task.Run(() => HandOverAsync(claimed, address), CancellationToken.None);
        }
    }

    private async Task HandOverAsync(ClaimedMessage claimed, string address)
    {
        try
        {
            await delivery.HandOverAsync(claimed);
        }
        catch (Exception e)
        {
            // Whatever broke, the claim runs out, and then it is looked up at the provider.
            logger.NotNoted(e.GetType().Name);
        }
        finally
        {
            lock (_gate)
            {
                _underWay.Remove(address);
            }
            bells.Messages.Ring(DateTimeOffset.MinValue);
        }
    }

    private Task[] UnderWay()
    {
        lock (_gate)
        {
            return [.. _underWay.Values];
        }
    }
}
