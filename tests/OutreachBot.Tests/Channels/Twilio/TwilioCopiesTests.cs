using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using OutreachBot.Doctor;
using OutreachBot.Outbox;
using OutreachBot.Tests.Adversaries.SwitchedOff;
using OutreachBot.Tests.Support;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Channels.Twilio;

/// <summary>What the provider keeps of our messages, over real HTTP to the fake provider, and a clock that the test moves.</summary>
public sealed class TwilioCopiesTests : IAsyncLifetime
{
    private const string Ours = "+15005550006";
    private const string Hers = "+59170000012";
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 14, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);
    private FakeTwilio _twilio = null!;
    private RunningHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _twilio = await FakeTwilio.StartAsync(_time);
        _host = await StartAsync(off: null);
    }

    private Task<RunningHost> StartAsync(Action<IServiceCollection>? off) => RunningHost.StartAsync(new HostSetup
    {
        Demo = false,
        Settings = _twilio.Settings,
        Services = services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_time));
            services.Replace(ServiceDescriptor.Singleton(new SimulatedClock()));
            QuietWorkers.Silence(services);
            off?.Invoke(services);
        },
    });

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _twilio.DisposeAsync();
    }

    [Fact]
    public async Task A_record_that_survives_its_deletion_is_deleted_again_until_it_is_seen_to_be_gone()
    {
        var sid = Hold("1", Ours, Hers);
        _twilio.Surviving[sid] = 2;
        await PlanAsync(sid);

        for (var round = 0; round < 2; round++)
        {
            await DeleteAsync();
            Assert.Equal(1, (await TallyAsync()).Waiting);
            Assert.Single(_twilio.Held);
            _time.Advance(TimeSpan.FromMinutes(20));
        }
        await DeleteAsync();

        Assert.Equal(0, (await TallyAsync()).Waiting);
        Assert.Empty(_twilio.Held);
    }

    [Fact]
    public async Task Where_the_provider_is_believed_without_a_look_the_record_stays_and_nobody_knows()
    {
        await _host.DisposeAsync();
        _host = await StartAsync(services => services.RemoveAll<ICopyDeleter>().AddSingleton<ICopyDeleter, BelievesTheDeletion>());
        var sid = Hold("1", Ours, Hers);
        _twilio.Surviving[sid] = 2;
        await PlanAsync(sid);

        await DeleteAsync();

        Assert.Equal(0, (await TallyAsync()).Waiting);
        Assert.Single(_twilio.Held);
    }

    [Theory]
    [InlineData(TwilioFault.NotFinishedYet)]
    [InlineData(TwilioFault.TooManyRequests)]
    [InlineData(TwilioFault.ServerError)]
    [InlineData(TwilioFault.WrongCredentials)]
    [InlineData(TwilioFault.SocketClosed)]
    internal async Task What_can_not_be_deleted_now_waits_and_goes_later(TwilioFault fault)
    {
        await PlanAsync(Hold("1", Ours, Hers));
        _twilio.FailNext(fault);
        await DeleteAsync();
        Assert.Equal(1, (await TallyAsync()).Waiting);

        _time.Advance(TimeSpan.FromMinutes(20));
        await DeleteAsync();
        Assert.Equal(0, (await TallyAsync()).Waiting);
        Assert.Empty(_twilio.Held);
    }

    [Fact]
    public async Task The_news_of_a_reply_in_a_webhook_s_answer_is_enough_to_have_it_deleted()
    {
        var sid = Hold("1", Ours, Hers);
        var webhook = new SignedWebhook(_host.Client, SignedWebhook.Token, "https://bot.example.org");
        foreach (var status in new[] { "queued", "sent", "delivered" })
        {
            await webhook.PostAsync("/channels/twilio/status", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["MessageSid"] = sid,
                ["MessageStatus"] = status,
                ["AccountSid"] = SignedWebhook.AccountSid,
                ["From"] = Ours,
                ["To"] = Hers,
            });
        }
        await DeleteAsync();
        Assert.Equal([sid], _twilio.Deleted);
    }

    [Fact]
    public async Task A_record_that_nobody_told_of_is_found_by_our_own_numbers_deleted_and_seen_to_be_gone()
    {
        Hold("1", Ours, Hers);
        Hold("2", Hers, Ours);
        Hold("3", "whatsapp:+14155238886", "whatsapp:" + Hers);
        var foreign = Hold("4", "+15005550007", Hers);
        _time.Advance(TimeSpan.FromDays(2));

        await LookAsync();
        Assert.Null(await SeenGoneAsync());
        await DeleteAsync();
        Assert.Equal(foreign, Assert.Single(_twilio.Held).Sid);

        _time.Advance(TimeSpan.FromHours(1));
        await LookAsync();
        Assert.Equal(Start.AddDays(2).AddHours(1), await SeenGoneAsync());
        Assert.DoesNotContain(_twilio.Called, c => c.Contains("70000012", StringComparison.Ordinal));
        Assert.DoesNotContain(_host.Log.Lines, l => l.Contains("70000012", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_younger_than_a_day_what_stood_there_before_us_and_what_is_planned_already_is_left_alone()
    {
        _twilio.ListsAllDays = true;
        Hold("old", Ours, Hers, Start.AddDays(-3));
        _time.Advance(TimeSpan.FromDays(2));
        Hold("young", Ours, Hers, Start.AddDays(1.5));
        var known = Hold("known", Ours, Hers, Start.AddHours(3));
        await PlanAsync(known);

        await LookAsync();

        Assert.Equal(1, (await TallyAsync()).Waiting);
        Assert.Null(await SeenGoneAsync());
    }

    [Fact]
    public async Task A_message_with_a_picture_stays_three_days_so_that_it_can_be_fetched()
    {
        _twilio.HoldInbound(Hers, "", ("image/png", [1]));
        _time.Advance(TimeSpan.FromDays(2));
        await LookAsync();
        Assert.Equal(0, (await TallyAsync()).Waiting);

        _time.Advance(TimeSpan.FromDays(1.5));
        await LookAsync();
        Assert.Equal(1, (await TallyAsync()).Waiting);
    }

    [Fact]
    public async Task Lists_of_many_pages_are_read_on_and_what_is_beyond_is_found_the_next_time()
    {
        _twilio.MostPerPage = 2;
        for (var i = 0; i < 13; i++)
        {
            Hold($"{i}", Ours, Hers, Start.AddMinutes(i));
        }
        _time.Advance(TimeSpan.FromDays(2));

        await LookAsync();
        Assert.Equal(10, (await TallyAsync()).Waiting);
        await DeleteAsync();
        await LookAsync();
        await DeleteAsync();
        await LookAsync();

        Assert.Empty(_twilio.Held);
        Assert.NotNull(await SeenGoneAsync());
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_is_no_provider_that_has_nothing()
    {
        _time.Advance(TimeSpan.FromDays(2));
        _twilio.FailNext(TwilioFault.WrongCredentials);
        await LookAsync();
        Assert.Null(await SeenGoneAsync());
        Assert.Contains(await FindingsAsync(), f => f.What.Contains("not been seen empty", StringComparison.Ordinal));

        _time.Advance(TimeSpan.FromDays(2));
        Assert.Contains(await FindingsAsync(), f => f.IsFault && f.What.Contains("more than 3 days", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Doctor_counts_what_is_overdue_and_what_was_given_up_and_says_the_mend()
    {
        var (stays, refused) = (Hold("1", Ours, Hers), Hold("2", Ours, Hers));
        _twilio.Surviving[stays] = 100;
        _twilio.Undeletable[refused] = true;
        await PlanAsync(stays);
        await PlanAsync(refused);
        await DeleteAsync();
        _time.Advance(TimeSpan.FromHours(14));
        await DeleteAsync();

        var findings = await FindingsAsync();
        Assert.Contains(findings, f => f.IsFault && f.What.StartsWith("1 is overdue", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.IsFault && f.What.StartsWith("1 given up", StringComparison.Ordinal) && f.Mend.Contains("console", StringComparison.Ordinal));
        Assert.Contains(findings, f => !f.IsFault && f.What.StartsWith("2 wait to be deleted, the oldest for 14 hours", StringComparison.Ordinal));
    }

    private string Hold(string name, string from, string to, DateTimeOffset? at = null)
    {
        var sid = SignedWebhook.Message(from, "", name)["MessageSid"];
        _twilio.Hold(new SentMessage(sid, from, to, "Se llevaron a mi vecina", null, at ?? _time.GetUtcNow()));
        return sid;
    }

    private Task PlanAsync(string sid) => Run(unit => _host.Services.GetRequiredService<IProviderCopies>().PlanDeletion(unit, "message", sid, unit.Now));

    private Task DeleteAsync() => _host.Services.GetRequiredService<ProviderCopyDispatcher>().DrainAsync(CancellationToken.None);

    private Task LookAsync() => _host.Services.GetRequiredService<CopySearch>().LookAsync(CancellationToken.None);

    private Task<CopyTally> TallyAsync() =>
        _host.Services.GetRequiredService<ITransactions>().RunAsync(
            unit => _host.Services.GetRequiredService<IProviderCopyStore>().Count(unit, unit.Now - TimeSpan.FromHours(12)), CancellationToken.None);

    private Task<DateTimeOffset?> SeenGoneAsync() =>
        _host.Services.GetRequiredService<ITransactions>().RunAsync(_host.Services.GetRequiredService<CopyRecord>().SeenGone, CancellationToken.None);

    private Task<IReadOnlyList<Finding>> FindingsAsync() =>
        _host.Services.GetServices<IDoctorCheck>().OfType<CopiesCheck>().Single().LookAsync(CancellationToken.None);

    private Task Run(Action<UnitOfWork> work) =>
        _host.Services.GetRequiredService<ITransactions>().RunAsync(work, CancellationToken.None);
}
