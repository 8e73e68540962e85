using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using OutreachBot.Tests.Support;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Hosting;

public sealed class HealthTests
{
    [Fact]
    public async Task Before_keys_are_made_a_line_is_ready()
    {
        await using var host = await RunningHost.StartAsync(new HostSetup { Demo = false, Services = new ScriptedConversation().StandIn });
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/health/live")).StatusCode);
    }

    [Theory]
    [InlineData(true, "the disk is full\n")]
    [InlineData(false, "the store does not answer\n")]
    public async Task A_line_that_can_keep_nothing_lives_and_is_not_ready(bool full, string word)
    {
        var settings = new Mock<IStoreSettings>();
        settings.Setup(s => s.Set(It.IsAny<UnitOfWork>(), "last_ready", It.IsAny<string>()))
            .Throws(full ? new StoreFullException("x") : new StoreBusyException("x"));
        await using var host = await RunningHost.StartAsync(new HostSetup
        {
            Services = services =>
            {
                new ScriptedConversation().StandIn(services);
                services.AddSingleton(settings.Object);
            },
        });
        var response = await host.Client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(word, await response.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/health/live")).StatusCode);
    }
}
