using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Addresses;
using OutreachBot.Channels.Android;
using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Channels.Android;

/// <summary>The road out over a phone, real HTTP to a fake one.</summary>
public sealed class GatewayOutboundTests : IAsyncLifetime
{
    private const string Number = "+59170000012";
    private FakePhone _phone = null!;
    private FakePhone _other = null!;
    private RunningHost _host = null!;
    private GatewayOutbound _road = null!;

    public async ValueTask InitializeAsync()
    {
        _phone = await FakePhone.StartAsync();
        _other = await FakePhone.StartAsync("guatemala", "+50250000001", isOld: true);
        var settings = _phone.Settings();
        foreach (var (name, value) in _other.Settings(at: 1, country: "GT"))
        {
            settings[name] = value;
        }
        settings["Android:Devices:1:SimNumber"] = "2";
        _host = await RunningHost.StartAsync(new HostSetup { Settings = settings, Services = new ScriptedConversation().StandIn });
        _road = _host.Services.GetServices<IOutboundChannel>().OfType<GatewayOutbound>().Single();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _phone.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task A_message_goes_by_the_phone_of_her_country_with_an_id_of_ours()
    {
        var message = To(Number);
        var result = await _road.SendAsync(message, CancellationToken.None);
        Assert.Equal((Handover.Accepted, $"android:bolivia:{message.Id}"), (result.Outcome, result.ProviderId));
        Assert.Equal(new PhoneMessage(message.Id.ToString(), Number, "Hay un aviso", null), Assert.Single(_phone.Sent));
        Assert.Empty(_other.Sent);
    }

    [Fact]
    public async Task One_whom_she_wrote_to_answers_also_where_it_is_of_another_country_and_an_older_build()
    {
        await _road.SendAsync(To(Number) with { Via = "guatemala" }, CancellationToken.None);
        Assert.Equal(2, Assert.Single(_other.Sent).SimNumber);
        Assert.Empty(_phone.Sent);
    }

    [Theory]
    [InlineData(PhoneFault.TooManyRequests, Handover.TryLater)]
    [InlineData(PhoneFault.WrongCredentials, Handover.TryLater)]
    [InlineData(PhoneFault.BadRequest, Handover.Refused)]
    [InlineData(PhoneFault.ServerError, Handover.Unknown)]
    [InlineData(PhoneFault.ServerErrorAfterTaking, Handover.Unknown)]
    [InlineData(PhoneFault.SocketClosed, Handover.Unknown)]
    [InlineData(PhoneFault.SocketClosedAfterTaking, Handover.Unknown)]
    internal async Task A_failure_is_told_as_what_follows_from_it(PhoneFault fault, Handover outcome)
    {
        _phone.FailNext(fault);
        Assert.Equal(outcome, (await _road.SendAsync(To(Number), CancellationToken.None)).Outcome);
    }

    [Fact]
    public async Task Asked_twice_with_one_id_the_phone_sends_once()
    {
        var message = To(Number);
        _phone.FailNext(PhoneFault.ServerErrorAfterTaking);
        await _road.SendAsync(message, CancellationToken.None);
        Assert.Equal(Handover.Accepted, (await _road.SendAsync(message, CancellationToken.None)).Outcome);
        Assert.Equal(Handover.Accepted, (await _road.FindAsync(message, default, CancellationToken.None))?.Outcome);
        Assert.Single(_phone.Sent);
    }

    [Fact]
    public async Task What_the_phone_never_had_is_not_found_and_a_phone_that_is_off_is_asked_later()
    {
        Assert.Null(await _road.FindAsync(To(Number), default, CancellationToken.None));
        await _phone.DisposeAsync();
        Assert.Equal(Handover.TryLater, (await _road.SendAsync(To(Number), CancellationToken.None)).Outcome);
        Assert.Equal(Handover.TryLater, (await _road.FindAsync(To(Number), default, CancellationToken.None))?.Outcome);
    }

    [Fact]
    public async Task Each_phone_is_asked_to_keep_its_log_for_a_day_and_to_say_that_it_lives()
    {
        await _host.Services.GetRequiredService<GatewayWatch>().LookAsync(CancellationToken.None);
        Assert.Contains("\"log_lifetime_days\":1", _phone.Wishes.First(), StringComparison.Ordinal);
        Assert.Contains("\"interval_seconds\":300", _other.Wishes.First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_number_of_hers_no_word_and_no_password_is_in_an_address_or_a_log()
    {
        _phone.FailNext(PhoneFault.TooManyRequests, PhoneFault.ServerError);
        await _road.SendAsync(To(Number), CancellationToken.None);
        await _road.SendAsync(To(Number), CancellationToken.None);
        await _road.FindAsync(To(Number), default, CancellationToken.None);
        Assert.DoesNotContain(_phone.Called, c => c.Contains("70000012", StringComparison.Ordinal));
        Assert.DoesNotContain(_host.Log.Lines, l => new[] { "70000012", "aviso", FakePhone.Password, _phone.Address.Authority }.Any(s => l.Contains(s, StringComparison.Ordinal)));
    }

    private static OutboundMessage To(string number) => new(
        RandomId.Draw(), Address.TryFrom(Channel.Sms, number)!, "Hay un aviso", OutboundPurpose.Alert, null, default);
}
