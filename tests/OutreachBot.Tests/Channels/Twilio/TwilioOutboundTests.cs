using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Addresses;
using OutreachBot.Channels.Twilio;
using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Channels.Twilio;

/// <summary>The road out, over real HTTP to the fake provider.</summary>
public sealed class TwilioOutboundTests : IAsyncLifetime
{
    private const string Number = "+59170000012";
    private FakeTwilio _twilio = null!;
    private RunningHost _host = null!;
    private TwilioOutbound _road = null!;

    public async ValueTask InitializeAsync()
    {
        _twilio = await FakeTwilio.StartAsync();
        _host = await RunningHost.StartAsync(new HostSetup
        {
            Settings = _twilio.Settings,
            Services = new ScriptedConversation().StandIn,
        });
        _road = _host.Services.GetServices<IOutboundChannel>().OfType<TwilioOutbound>().Single();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _twilio.DisposeAsync();
    }

    [Theory]
    [InlineData(Channel.Sms, "+15005550006", Number)]
    [InlineData(Channel.WhatsApp, "whatsapp:+14155238886", "whatsapp:" + Number)]
    public async Task A_message_leaves_from_our_number_on_its_road_and_asks_for_news(Channel channel, string from, string to)
    {
        var result = await _road.SendAsync(To(channel), CancellationToken.None);
        var sent = Assert.Single(_twilio.Sent);
        Assert.Equal((Handover.Accepted, sent.Sid), (result.Outcome, result.ProviderId));
        Assert.Equal((from, to, "Hay un aviso"), (sent.From, sent.To, sent.Body));
        Assert.Equal("https://bot.example.org/channels/twilio/status", sent.StatusCallback);
    }

    [Theory]
    [InlineData(TwilioFault.TooManyRequests, Handover.TryLater)]
    [InlineData(TwilioFault.QueueFull, Handover.TryLater)]
    [InlineData(TwilioFault.WrongCredentials, Handover.TryLater)]
    [InlineData(TwilioFault.OptedOut, Handover.OptedOut)]
    [InlineData(TwilioFault.NotAMobile, Handover.Refused)]
    [InlineData(TwilioFault.UnverifiedNumber, Handover.Refused)]
    [InlineData(TwilioFault.ServerError, Handover.Unknown)]
    [InlineData(TwilioFault.ServerErrorAfterTaking, Handover.Unknown)]
    [InlineData(TwilioFault.Unavailable, Handover.Unknown)]
    [InlineData(TwilioFault.BadGateway, Handover.Unknown)]
    [InlineData(TwilioFault.HalfAnswerAfterTaking, Handover.Unknown)]
    [InlineData(TwilioFault.NotJsonAfterTaking, Handover.Unknown)]
    [InlineData(TwilioFault.SocketClosed, Handover.Unknown)]
    [InlineData(TwilioFault.SocketClosedAfterTaking, Handover.Unknown)]
    internal async Task A_failure_is_told_as_what_follows_from_it_and_nothing_is_sent_twice(TwilioFault fault, Handover outcome)
    {
        _twilio.FailNext(fault);
        Assert.Equal(outcome, (await _road.SendAsync(To(Channel.Sms), CancellationToken.None)).Outcome);
        Assert.Single(_twilio.Called);
    }

    [Fact]
    public async Task The_providers_word_on_when_to_come_again_is_kept()
    {
        _twilio.FailNext(TwilioFault.TooManyRequests);
        Assert.Equal(TimeSpan.FromSeconds(7), (await _road.SendAsync(To(Channel.Sms), CancellationToken.None)).RetryAfter);
    }

    [Fact]
    public async Task A_provider_that_is_not_there_was_handed_nothing()
    {
        await _twilio.DisposeAsync();
        Assert.Equal(Handover.TryLater, (await _road.SendAsync(To(Channel.Sms), CancellationToken.None)).Outcome);
    }

    [Fact]
    public async Task What_goes_wrong_on_the_way_out_puts_no_address_into_the_log_at_any_level()
    {
        var settings = new Dictionary<string, string?>(_twilio.Settings, StringComparer.Ordinal)
        {
            ["Logging:LogLevel:Polly"] = "Trace",
            ["Logging:LogLevel:System.Net.Http.HttpClient.twilio"] = "Trace",
        };
        await using var host = await RunningHost.StartAsync(new HostSetup { Settings = settings, Services = new ScriptedConversation().StandIn });
        var road = host.Services.GetServices<IOutboundChannel>().OfType<TwilioOutbound>().Single();
        var gone = new Uri(settings["Twilio:ApiBaseUrl"]!).Authority;
        Assert.Equal(Handover.Accepted, (await road.SendAsync(To(Channel.Sms), CancellationToken.None)).Outcome);
        await _twilio.DisposeAsync();

        // Asking is tried again, and after so many failures the circuit opens.
        for (var time = 0; time < 40; time++)
        {
            await road.FindAsync(To(Channel.Sms), default(DateTimeOffset).AddYears(2025), CancellationToken.None);
        }

        Assert.Contains(host.Log.Lines, l => l.Contains("OutreachBot", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Lines, l => l.Contains(gone, StringComparison.Ordinal) || l.Contains("Polly", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(TwilioFault.HalfAnswerAfterTaking, true)]
    [InlineData(TwilioFault.SocketClosedAfterTaking, true)]
    [InlineData(TwilioFault.ServerError, false)]
    internal async Task After_a_lost_answer_the_provider_knows_whether_it_has_the_message(TwilioFault fault, bool has)
    {
        var begun = TimeProvider.System.GetUtcNow();
        _twilio.FailNext(fault);
        await _road.SendAsync(To(Channel.Sms), CancellationToken.None);
        var found = await _road.FindAsync(To(Channel.Sms), begun, CancellationToken.None);
        Assert.Equal(has ? _twilio.Sent.Single().Sid : null, found?.ProviderId);
    }

    [Fact]
    public async Task What_was_sent_before_or_to_others_is_not_taken_for_it()
    {
        var begun = TimeProvider.System.GetUtcNow();
        _twilio.Hold(new SentMessage("SM1", "+15005550006", Number, "Hay un aviso", null, begun.AddHours(-1)));
        _twilio.Hold(new SentMessage("SM2", "+15005550006", "+59170000013", "Hay un aviso", null, begun));
        _twilio.Hold(new SentMessage("SM3", "+15005550006", Number, "Otra cosa", null, begun));
        Assert.Null(await _road.FindAsync(To(Channel.Sms), begun, CancellationToken.None));
    }

    [Fact]
    public async Task A_provider_that_can_not_be_asked_is_asked_again_later()
    {
        await _twilio.DisposeAsync();
        Assert.Equal(Handover.TryLater, (await _road.FindAsync(To(Channel.Sms), default(DateTimeOffset).AddYears(2025), CancellationToken.None))?.Outcome);
    }

    [Theory]
    [InlineData(TwilioFault.ServerError)]
    [InlineData(TwilioFault.TooManyRequests)]
    [InlineData(TwilioFault.SocketClosed)]
    internal async Task What_the_provider_still_holds_is_not_known_when_its_lists_fail(TwilioFault fault)
    {
        var finder = _host.Services.GetServices<ICopyFinder>().Single();
        var now = TimeProvider.System.GetUtcNow();
        _twilio.FailNext(fault, fault, fault);
        Assert.Null(await finder.FindAsync(now.AddDays(-2), now, CancellationToken.None));
    }

    [Fact]
    public async Task No_number_of_hers_and_no_word_is_in_an_address_or_a_log()
    {
        _twilio.FailNext(TwilioFault.SocketClosedAfterTaking, TwilioFault.TooManyRequests);
        await _road.SendAsync(To(Channel.Sms), CancellationToken.None);
        await _road.SendAsync(To(Channel.WhatsApp), CancellationToken.None);
        await _road.FindAsync(To(Channel.Sms), TimeProvider.System.GetUtcNow(), CancellationToken.None);
        Assert.DoesNotContain(_twilio.Called, c => c.Contains("70000012", StringComparison.Ordinal));
        Assert.DoesNotContain(_host.Log.Lines, l =>
            l.Contains("70000012", StringComparison.Ordinal) || l.Contains("aviso", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_number_of_ours_a_road_carries_nobody()
    {
        Assert.True(_road.Carries(To(Channel.Sms).To));
        Assert.False(_road.Carries(To(Channel.Simulator).To));
    }

    [Fact]
    public async Task A_copy_at_the_provider_is_deleted_and_a_second_time_is_no_harm()
    {
        var copies = _host.Services.GetServices<ICopyDeleter>().OfType<TwilioCopies>().Single();
        var sid = (await _road.SendAsync(To(Channel.Sms), CancellationToken.None)).ProviderId!;
        _twilio.FailNext(TwilioFault.NotFinishedYet, TwilioFault.Unavailable);
        Assert.Equal(CopyDeletion.TryLater, await copies.DeleteAsync("message", sid, CancellationToken.None));
        Assert.Equal(CopyDeletion.TryLater, await copies.DeleteAsync("message", sid, CancellationToken.None));
        Assert.Equal(CopyDeletion.Deleted, await copies.DeleteAsync("message", sid, CancellationToken.None));
        Assert.Equal(CopyDeletion.Deleted, await copies.DeleteAsync("message", sid, CancellationToken.None));
        Assert.Empty(_twilio.Held);
    }

    private static OutboundMessage To(Channel channel) => new(
        RandomId.Draw(), Address.TryFrom(channel, Number)!, "Hay un aviso", OutboundPurpose.Alert, null, default);
}
