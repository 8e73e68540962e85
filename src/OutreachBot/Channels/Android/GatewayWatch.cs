using OutreachBot.Addresses;
using OutreachBot.Responders;
using OutreachBot.Transactions;
using Polly;

namespace OutreachBot.Channels.Android;

/// <summary>Tells the operator of a phone that is silent or full, and asks each to keep short what it keeps.</summary>
internal sealed class GatewayWatch(
    GatewayPhones phones,
    GatewaySightings sightings,
    GatewayClients clients,
    ICoordinatorNotices coordinators,
    ITransactions transactions,
    IStoreSettings settings,
    ILogger<GatewayWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(5);

    /// <summary>A phone that took its settings is asked again after this: somebody may have changed them.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromDays(1);

    private readonly Dictionary<string, DateTimeOffset> _asked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _toldFull = new(StringComparer.Ordinal);

    /// <summary>Looks at every phone once.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var phone in phones.All)
        {
            await LookForSilenceAsync(phone, cancellationToken);
            LookForFull(phone);
            await AskAsync(phone, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (phones.All.Count == 0)
        {
            return;
        }
        using var timer = new PeriodicTimer(Round, phones.Clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (StoreUnavailableException)
            {
                // The store says so itself, and the next round looks again.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private Task LookForSilenceAsync(GatewayPhone phone, CancellationToken cancellationToken) => transactions.RunAsync(
        unit =>
        {
            // A phone that has never called is being set up: doctor says so.
            var silence = sightings.LastOf(unit, phone) is null ? null : sightings.SilenceOf(unit, phone);
            var told = settings.Get(unit, ToldName(phone)) is not null;
            if (silence is { } time && !told)
            {
                settings.Set(unit, ToldName(phone), "1");
                coordinators.PhoneSilent(unit, coordinator => ReachedOtherwise(phone, coordinator));
                unit.AfterCommit(() => GatewayLog.Silent(logger, phone.Device.Id, (int)time.TotalMinutes));
            }
            else if (silence is null && told)
            {
                settings.Set(unit, ToldName(phone), null);
                unit.AfterCommit(() => GatewayLog.Back(logger, phone.Device.Id));
            }
        },
        cancellationToken);

    private bool ReachedOtherwise(GatewayPhone silent, Responder coordinator) =>
        coordinator.Address.Channel != Channel.Sms || phones.For(coordinator.Address) != silent;

    private static string ToldName(GatewayPhone phone) => $"gateway_silent_{phone.Device.Id}";

    private void LookForFull(GatewayPhone phone)
    {
        if (phone.Pace.HeldAt is { } held && held > phones.Clock.GetUtcNow() - Round
            && !(_toldFull.TryGetValue(phone.Device.Id, out var told) && told > phones.Clock.GetUtcNow() - TimeSpan.FromHours(1)))
        {
            _toldFull[phone.Device.Id] = phones.Clock.GetUtcNow();
            GatewayLog.Full(logger, phone.Device.Id);
        }
    }

    private async Task AskAsync(GatewayPhone phone, CancellationToken cancellationToken)
    {
        var now = phones.Clock.GetUtcNow();
        if (_asked.TryGetValue(phone.Device.Id, out var at) && at > now - AskAgain)
        {
            return;
        }
        try
        {
            var answer = await clients.Of(phone).AskAsync(GatewayWishes.Ours, cancellationToken);
            if (!answer.IsSuccess)
            {
                GatewayLog.LogStays(logger, phone.Device.Id, (int)answer.Status);
            }
            _asked[phone.Device.Id] = now;
        }
        catch (Exception e) when (e is HttpRequestException or ExecutionRejectedException)
        {
            // Not there just now: the next round asks again, and its silence is told apart.
        }
    }
}
