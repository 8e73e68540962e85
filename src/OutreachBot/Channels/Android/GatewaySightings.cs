using System.Collections.Concurrent;
using System.Globalization;
using OutreachBot.Transactions;

namespace OutreachBot.Channels.Android;

/// <summary>When each phone was last heard of, to ten minutes: what it told then is not said.</summary>
/// <remarks>By the real clock. Kept in the store, so that <c>doctor</c> sees it from another process.</remarks>
internal sealed class GatewaySightings(GatewayPhones phones, ITransactions transactions, IStoreSettings settings)
{
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, long> _seen = new(StringComparer.Ordinal);

    public async Task SawAsync(GatewayPhone phone, CancellationToken cancellationToken)
    {
        var now = phones.Clock.GetUtcNow().ToUnixTimeSeconds() / (long)Grain.TotalSeconds;
        if (_seen.TryGetValue(phone.Device.Id, out var last) && last >= now)
        {
            return;
        }
        await transactions.RunAsync(unit => settings.Set(unit, NameOf(phone), now.ToString(CultureInfo.InvariantCulture)), cancellationToken);
        _seen[phone.Device.Id] = now;
    }

    /// <returns>Null: never yet. Up to ten minutes too early.</returns>
    public DateTimeOffset? LastOf(UnitOfWork unit, GatewayPhone phone) =>
        long.TryParse(settings.Get(unit, NameOf(phone)), CultureInfo.InvariantCulture, out var grain)
            ? DateTimeOffset.UnixEpoch + grain * Grain
            : null;

    /// <summary>How long a phone has surely been silent; null: not longer than it may be.</summary>
    public TimeSpan? SilenceOf(UnitOfWork unit, GatewayPhone phone)
    {
        var silence = phones.Clock.GetUtcNow() - (LastOf(unit, phone) ?? DateTimeOffset.UnixEpoch) - Grain;
        return silence > phone.Device.OfflineAfter ? silence : null;
    }

    private static string NameOf(GatewayPhone phone) => $"gateway_seen_{phone.Device.Id}";
}
