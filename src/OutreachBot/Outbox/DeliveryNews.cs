using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Outbox;

/// <summary>Tells listeners what became of messages, also where the provider's news overtakes our own note that it has the message.</summary>
internal sealed class DeliveryNews(
    IOutboxStore store, IPersonKeys keys, IEnumerable<IDeliveryListener> listeners, TimeProvider time) : IDeliveryReports
{
    /// <summary>News of answers to webhooks come by here as well and nobody waits for them: only the newest are held.</summary>
    private const int MostEarly = 4096;

    private static readonly TimeSpan EarlyFor = TimeSpan.FromMinutes(2);

    private readonly ILookup<OutboundPurpose, IDeliveryListener> _listeners = listeners.ToLookup(l => l.Purpose);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (bool Delivered, DateTimeOffset At)> _early = new(StringComparer.Ordinal);

    public void Heard(UnitOfWork unit, string providerId, bool delivered)
    {
        var hash = keys.HashProviderId(unit, providerId);
        if (store.TakeReceipt(unit, hash) is { } receipt)
        {
            Tell(unit, receipt, delivered, final: true);
            return;
        }
        unit.AfterCommit(() => Hold(Convert.ToHexString(hash), delivered));
    }

    /// <summary>The provider has the message: whoever waits is told, and told again when its receipt comes.</summary>
    /// <param name="providerId">Null: no receipt will come.</param>
    public void HandedOver(UnitOfWork unit, ReceiptOf receipt, string? providerId)
    {
        if (providerId is null)
        {
            Tell(unit, receipt, reached: true, final: true);
            return;
        }
        var hash = keys.HashProviderId(unit, providerId);
        if (Early(Convert.ToHexString(hash)) is { } delivered)
        {
            Tell(unit, receipt, delivered, final: true);
            return;
        }
        store.PutReceipt(unit, hash, receipt);
        Tell(unit, receipt, reached: true, final: false);
    }

    public void Failed(UnitOfWork unit, ReceiptOf receipt) => Tell(unit, receipt, reached: false, final: true);

    private void Tell(UnitOfWork unit, ReceiptOf receipt, bool reached, bool final)
    {
        foreach (var listener in _listeners[receipt.Purpose])
        {
            listener.Heard(unit, receipt.Subject, reached, final);
        }
    }

    private bool? Early(string hash)
    {
        lock (_gate)
        {
            return _early.TryGetValue(hash, out var news) ? news.Delivered : null;
        }
    }

    private void Hold(string hash, bool delivered)
    {
        lock (_gate)
        {
            if (_early.Count >= MostEarly)
            {
                var old = time.GetUtcNow() - EarlyFor;
                foreach (var gone in _early.Where(e => e.Value.At < old).Select(e => e.Key).ToList())
                {
                    _early.Remove(gone);
                }
                if (_early.Count >= MostEarly)
                {
                    _early.Clear();
                }
            }
            _early[hash] = (delivered, time.GetUtcNow());
        }
    }
}
