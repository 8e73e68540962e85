using Microsoft.Extensions.DependencyInjection;
using Moq;
using OutreachBot.Conversations;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Hosting;

public sealed class DoorHeadersTests
{
    [Theory]
    [InlineData("GET", "/health/live")]
    [InlineData("GET", "/health/ready")]
    [InlineData("GET", "/sounds/made-up")]
    [InlineData("GET", "/media/made-up")]
    [InlineData("GET", "/nothing")]
    [InlineData("POST", "/channels/twilio/messages")]
    [InlineData("POST", "/channels/twilio/status")]
    public async Task Every_door_says_that_it_is_no_page_and_is_kept_nowhere(string method, string path)
    {
        await using var host = await RunningHost.StartAsync(new HostSetup { Services = new ScriptedConversation().StandIn });
        AssertBare(await host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path)));
    }

    [Fact]
    public async Task A_message_that_is_taken_and_one_that_breaks_something_are_answered_so_too()
    {
        var broken = new Mock<IConversation>();
        broken.Setup(c => c.HandleAsync(It.IsAny<InboundMessage>(), It.IsAny<CancellationToken>())).ThrowsAsync(new InvalidOperationException());
        foreach (var fails in new[] { false, true })
        {
            await using var host = await RunningHost.StartAsync(new HostSetup
            {
                Settings = SignedWebhook.Settings,
                Services = services =>
                {
                    new ScriptedConversation().StandIn(services);
                    if (fails)
                    {
                        services.AddSingleton(broken.Object);
                    }
                },
            });
            var answer = await new SignedWebhook(host.Client, SignedWebhook.Token).TextAsync("+59170000012", "hola");
            Assert.Equal(fails ? 500 : 200, (int)answer.StatusCode);
            AssertBare(answer);
        }
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_says_what_kind_of_text_it_answers_with(string path)
    {
        await using var host = await RunningHost.StartAsync(new HostSetup { Services = new ScriptedConversation().StandIn });
        Assert.Equal("text/plain; charset=utf-8", (await host.Client.GetAsync(path)).Content.Headers.ContentType?.ToString());
    }

    private static void AssertBare(HttpResponseMessage answer)
    {
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", Only(answer, "Content-Security-Policy"));
        Assert.Equal("nosniff", Only(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Only(answer, "Referrer-Policy"));
        Assert.Equal("no-store", Only(answer, "Cache-Control"));
    }

    private static string Only(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));
}
