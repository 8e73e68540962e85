using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Demo;
using OutreachBot.Starting;
using OutreachBot.Tests.Support;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Hosting;

/// <summary>Whether the line is a demo, over several starts on one data directory.</summary>
public sealed class ModeTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("outreach-test-");
    private readonly Resident _resident = new();

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task An_empty_directory_without_a_provider_is_a_demo_and_its_residents_move_in_once()
    {
        Assert.True(await StartAsync());
        Assert.True(await StartAsync());
        Assert.Equal(["in"], _resident.Moves);
    }

    [Fact]
    public async Task With_a_provider_it_is_none()
    {
        Assert.False(await StartAsync(settings: SignedWebhook.Settings));
        Assert.Empty(_resident.Moves);
    }

    [Theory]
    [InlineData(true, HttpStatusCode.Redirect)]
    [InlineData(false, HttpStatusCode.NotFound)]
    public async Task The_bare_address_leads_to_the_simulator_in_a_demo_and_nowhere_else(bool demo, HttpStatusCode status)
    {
        await using var host = await RunningHost.StartAsync(new HostSetup { Demo = demo });
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };

        var response = await client.GetAsync("/");

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(demo ? "/simulator" : null, response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_mode_is_kept_whatever_is_set_later()
    {
        await StartAsync();
        Assert.True(await StartAsync(settings: SignedWebhook.Settings));
    }

    [Fact]
    public async Task A_real_line_never_becomes_a_demo()
    {
        await StartAsync(demo: false);
        Assert.False(await StartAsync());
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync(demo: true));
        Assert.Contains("--data", Assert.Single(refusal.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_the_demo_moves_its_residents_out_and_sets_the_clock_back()
    {
        await StartAsync(minutes: 30);
        Assert.False(await StartAsync(demo: false, lead: TimeSpan.Zero));
        Assert.Equal(["in", "out"], _resident.Moves);
        Assert.False(await StartAsync(lead: TimeSpan.Zero));
    }

    [Fact]
    public async Task The_demo_can_not_be_left_while_real_tips_stand_at_an_advanced_clock()
    {
        await StartAsync(minutes: 30);
        _resident.HoldsReal = true;
        await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync(demo: false));
        Assert.Equal(["in"], _resident.Moves);
        _resident.HoldsReal = false;
        Assert.False(await StartAsync(demo: false));
    }

    [Fact]
    public async Task At_the_real_time_real_tips_stay_where_they_are()
    {
        await StartAsync();
        _resident.HoldsReal = true;
        Assert.False(await StartAsync(demo: false));
    }

    private async Task<bool> StartAsync(
        bool? demo = null, Dictionary<string, string?>? settings = null, int minutes = 0, TimeSpan? lead = null)
    {
        await using var host = await RunningHost.StartAsync(new HostSetup
        {
            DataDirectory = _data.FullName,
            Demo = demo,
            Settings = settings ?? new(StringComparer.Ordinal),
            Services = services =>
            {
                new ScriptedConversation().StandIn(services);
                services.AddSingleton<IDemoResident>(_resident);
            },
        });
        if (minutes > 0)
        {
            (await host.Client.PostAsJsonAsync("/simulator/clock", new { advanceMinutes = minutes })).EnsureSuccessStatusCode();
        }
        if (lead is not null)
        {
            Assert.Equal(lead, host.Services.GetRequiredService<SimulatedClock>().Lead);
        }
        return host.Services.GetRequiredService<LineMode>().IsDemo;
    }

    private sealed class Resident : IDemoResident
    {
        public List<string> Moves { get; } = [];

        public bool HoldsReal { get; set; }

        public void MoveIn(UnitOfWork unit) => unit.AfterCommit(() => Moves.Add("in"));

        public void MoveOut(UnitOfWork unit) => unit.AfterCommit(() => Moves.Add("out"));

        public bool HoldsRealTips(UnitOfWork unit) => HoldsReal;
    }
}
