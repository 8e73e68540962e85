using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OutreachBot.Channels.Simulator;
using OutreachBot.Tests.Adversaries.SwitchedOff;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Channels.Simulator;

/// <summary>One demo for all tests of this class: none of them gets a message through but the last.</summary>
public sealed class GatedDemo : IAsyncLifetime
{
    internal ScriptedConversation Conversation { get; } = new();

    internal RunningHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await RunningHost.StartAsync(new HostSetup { Services = Conversation.StandIn });

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

/// <summary>Who is kept out of the simulator, and what.</summary>
public sealed class SimulatorGateTests(GatedDemo demo) : IClassFixture<GatedDemo>
{
    private readonly RunningHost _host = demo.Host;
    private readonly int _heardBefore = demo.Conversation.Heard.Count;

    [Theory]
    [InlineData("messages", "{\"phone\":\"nobody\",\"text\":\"hola\"}")]
    [InlineData("messages", "{\"text\":\"hola\"}")]
    [InlineData("messages", "{\"phone\":\"reporter\",\"channel\":\"fax\"}")]
    [InlineData("messages", "{\"phone\":\"reporter\",\"pin\":{\"lat\":91,\"lon\":0}}")]
    [InlineData("messages", "not json")]
    [InlineData("messages", "null")]
    [InlineData("clock", "{\"advanceMinutes\":-1}")]
    [InlineData("clock", "{\"advanceMinutes\":1e9}")]
    [InlineData("clock", "{}")]
    public async Task What_makes_no_sense_is_refused_with_a_word_on_why(string door, string body)
    {
        var response = await _host.Client.PostAsync($"/simulator/{door}", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotEmpty((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString()!);
        Assert.Equal(_heardBefore, demo.Conversation.Heard.Count);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "10.0.0.1")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("Forwarded", "for=10.0.0.1")]
    [InlineData("X-Real-IP", "10.0.0.1")]
    [InlineData("Host", "simulator.example.org")]
    [InlineData("Host", "localhost.example.org")]
    [InlineData("Origin", "https://evil.example.org")]
    [InlineData("Origin", "null")]
    public async Task Whoever_is_not_at_this_machine_is_kept_out(string header, string value)
    {
        foreach (var (method, path) in new[] { ("GET", ""), ("GET", "/state"), ("POST", "/messages"), ("POST", "/clock"), ("POST", "/reset") })
        {
            var request = new HttpRequestMessage(new HttpMethod(method), "/simulator" + path);
            request.Headers.TryAddWithoutValidation(header, value);
            request.Content = method == "POST" ? JsonContent.Create(new { phone = "reporter", text = "hola", advanceMinutes = 1 }) : null;
            Assert.Equal(HttpStatusCode.Forbidden, (await _host.Client.SendAsync(request)).StatusCode);
        }
        Assert.Equal(_heardBefore, demo.Conversation.Heard.Count);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "10.0.0.1")]
    [InlineData("Host", "simulator.example.org")]
    [InlineData("Origin", "https://evil.example.org")]
    public async Task With_the_gate_open_each_of_them_comes_in(string header, string value)
    {
        var conversation = new ScriptedConversation();
        await using var host = await RunningHost.StartAsync(new HostSetup
        {
            Services = services =>
            {
                conversation.StandIn(services);
                services.RemoveAll<ISimulatorRule>().AddSingleton<ISimulatorRule, LetsEverybodyIn>();
            },
        });
        var request = new HttpRequestMessage(HttpMethod.Post, "/simulator/messages") { Content = JsonContent.Create(new { phone = "reporter", text = "hola" }) };
        request.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(HttpStatusCode.OK, (await host.Client.SendAsync(request)).StatusCode);
        Assert.Single(conversation.Heard);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data")]
    public async Task What_a_foreign_form_can_send_is_no_JSON(string type)
    {
        var content = new StringContent("{\"phone\":\"reporter\",\"text\":\"hola\"}");
        content.Headers.ContentType = new(type);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await _host.Client.PostAsync("/simulator/messages", content)).StatusCode);
    }

    [Fact]
    public async Task The_pages_own_origin_is_let_in()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/simulator/messages") { Content = JsonContent.Create(new { phone = "reporter", text = "hola" }) };
        request.Headers.Add("Origin", _host.Address.GetLeftPart(UriPartial.Authority));
        Assert.Equal(HttpStatusCode.OK, (await _host.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task The_page_and_its_files_come_from_here_alone()
    {
        var page = await _host.Client.GetAsync("/simulator");
        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains("script-src 'self'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("http://", html, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", html, StringComparison.Ordinal);
        foreach (var file in new[] { "simulator.css", "simulator.js", "words.js", "api.js", "phone.js", "screen.js", "inside.js", "mark.svg", "weave.svg" })
        {
            Assert.Equal(HttpStatusCode.OK, (await _host.Client.GetAsync($"/simulator/{file}")).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.GetAsync("/simulator/nothing.js")).StatusCode);
    }
}
