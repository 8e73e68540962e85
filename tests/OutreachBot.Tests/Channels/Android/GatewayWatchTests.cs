using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Addresses;
using OutreachBot.Channels.Android;
using OutreachBot.Doctor;
using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Tests.Support;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Channels.Android;

/// <summary>A phone that falls silent, and one that is full.</summary>
public sealed class GatewayWatchTests : IAsyncLifetime
{
    private const string Beti = "+50251000001";
    private FakePhone _phone = null!;
    private FakePhone _other = null!;
    private RunningHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _phone = await FakePhone.StartAsync();
        _other = await FakePhone.StartAsync("guatemala", "+50250000001");
        var settings = _phone.Settings(parts: 30);
        foreach (var (name, value) in _other.Settings(at: 1, country: "GT"))
        {
            settings[name] = value;
        }
        _host = await RunningHost.StartAsync(new HostSetup { Settings = settings, Demo = false });
        _phone.Line = _other.Line = _host.Client;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _phone.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task A_phone_that_never_called_is_a_fault_and_one_that_has_called_is_none()
    {
        Assert.Equal(2, (await FaultsAsync()).Count);
        await PingAsync(_phone);
        Assert.DoesNotContain("bolivia", Assert.Single(await FaultsAsync()).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_that_falls_silent_is_told_once_to_those_whom_another_road_reaches()
    {
        await PingAsync(_phone);
        await PingAsync(_other);
        await _host.PutOnFileAsync("+59171000002", "BO", ResponderRole.Coordinator);
        await _host.PutOnFileAsync(Beti, "BO", ResponderRole.Coordinator);
        await SilenceAsync("bolivia");

        await WatchAsync();
        await WatchAsync();
        await DrainAsync();

        Assert.Contains("no responde", Assert.Single(_other.Sent, m => m.To == Beti).Text, StringComparison.Ordinal);
        Assert.Empty(_phone.Sent);
        Assert.Single(_host.Log.Lines, l => l.Contains("Nothing has been heard", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("bolivia", Assert.Single(await FaultsAsync()).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_more_than_the_phone_may_send_waits_danger_goes_first_and_the_operator_is_told()
    {
        await _host.Services.GetRequiredService<ITransactions>().RunAsync(
            unit =>
            {
                for (var n = 0; n < 30; n++)
                {
                    Post(unit, $"+5917200{n:0000}", "Un aviso", urgent: false);
                }
                Post(unit, "+59171000009", "Un peligro", urgent: true);
            },
            CancellationToken.None);
        await DrainAsync();
        await WatchAsync();

        Assert.Single(_phone.Sent, m => m.Text == "Un peligro");
        Assert.Equal(24, _phone.Sent.Count);
        await PostAsync("+59171000008", "Otro peligro", urgent: true);
        await DrainAsync();
        Assert.Equal("Otro peligro", _phone.Sent.Last().Text);
        Assert.Single(_host.Log.Lines, l => l.Contains("messages wait", StringComparison.Ordinal));
    }

    private Task WatchAsync() => _host.Services.GetRequiredService<GatewayWatch>().LookAsync(CancellationToken.None);

    private Task DrainAsync() => _host.Services.GetRequiredService<OutboxDispatcher>().DrainAsync(CancellationToken.None);

    private static async Task PingAsync(FakePhone phone) => (await phone.TellAsync("system:ping", new { health = new { status = "pass" } })).EnsureSuccessStatusCode();

    /// <summary>As if it had been heard of an hour ago.</summary>
    private Task SilenceAsync(string phone) => _host.Services.GetRequiredService<ITransactions>().RunAsync(
        unit => _host.Services.GetRequiredService<IStoreSettings>().Set(unit, $"gateway_seen_{phone}", "0"), CancellationToken.None);

    private async Task<IReadOnlyList<Finding>> FaultsAsync()
    {
        var check = _host.Services.GetServices<IDoctorCheck>().OfType<GatewayCheck>().Single();
        return [.. (await check.LookAsync(CancellationToken.None)).Where(f => f.IsFault)];
    }

    private Task PostAsync(string to, string text, bool urgent) =>
        _host.Services.GetRequiredService<ITransactions>().RunAsync(unit => Post(unit, to, text, urgent), CancellationToken.None);

    private void Post(UnitOfWork unit, string to, string text, bool urgent) => _host.Services.GetRequiredService<IOutbox>().Post(
        unit, new OutboundMessage(RandomId.Draw(), Address.TryFrom(Channel.Sms, to)!, text, OutboundPurpose.Alert, null, unit.Now) { IsUrgent = urgent });
}
