using System.Net;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Outbox;
using OutreachBot.Responders;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Journeys;

/// <summary>She rings the number: real HTTP from and to a fake provider.</summary>
public sealed class RingJourneyTests : IAsyncLifetime
{
    private const string Vecina = "+59171000001";
    private const string Ana = "+59171000002";

    private FakeTwilio _twilio = null!;
    private RunningHost _host = null!;
    private SignedWebhook _webhook = null!;
    private int _calls;

    public async ValueTask InitializeAsync()
    {
        _twilio = await FakeTwilio.StartAsync();
        _host = await RunningHost.StartAsync(new HostSetup { Settings = _twilio.Settings, Demo = false });
        _webhook = new SignedWebhook(_host.Client, SignedWebhook.Token, "https://bot.example.org");
        await _host.PutOnFileAsync(Ana, "BO", ResponderRole.Coordinator);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _twilio.DisposeAsync();
    }

    [Fact]
    public async Task Who_rings_is_asked_once_and_with_her_consent_somebody_is_to_call_her()
    {
        await RingsAsync(Vecina);
        await RingsAsync(Vecina);
        var asked = Assert.Single(await SentToAsync(Vecina));
        Assert.StartsWith("Vimos su llamada.", asked, StringComparison.Ordinal);
        foreach (var hint in new[] { "trata", "denuncia", "confidencial", "Apoyo" })
        {
            Assert.DoesNotContain(hint, asked, StringComparison.OrdinalIgnoreCase);
        }
        await SaysAsync("1", "tarabuco", "0");
        Assert.StartsWith("Anotado.", await SaysAsync("1"), StringComparison.Ordinal);
        Assert.NotEmpty(await SentToAsync(Ana));
    }

    [Fact]
    public async Task Who_does_not_want_it_leaves_nothing()
    {
        await RingsAsync(Vecina);
        Assert.StartsWith("Esta bien", await SaysAsync("2"), StringComparison.Ordinal);
        Assert.Empty(await SentToAsync(Ana));
    }

    [Theory]
    [InlineData("+266696687")]
    [InlineData("anonymous")]
    [InlineData("+59144123456")]
    [InlineData(Ana)]
    public async Task A_withheld_number_a_landline_and_one_of_ours_are_not_asked(string from)
    {
        await RingsAsync(from);
        await SentToAsync(from);
        Assert.Empty(_twilio.Sent);
    }

    [Fact]
    public async Task What_she_was_in_the_middle_of_is_kept()
    {
        await SaysAsync("hola", "3", "2", "2");
        var question = await SaysAsync("tarabuco");
        await RingsAsync(Vecina);
        Assert.Contains("una persona le responda", Assert.Single(await SentToAsync(Vecina)), StringComparison.Ordinal);
        Assert.Contains(question.Split('\n')[^1], await SaysAsync("2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_call_that_is_told_twice_is_one_and_a_call_that_nobody_signed_is_none()
    {
        await RingsAsync(Vecina, "CA1");
        await RingsAsync(Vecina, "CA1");
        Assert.Equal(HttpStatusCode.Forbidden, (await _webhook.PostAsync("/channels/twilio/calls", new FormUrlEncodedContent([]), "no")).StatusCode);
        Assert.Single(await SentToAsync(Vecina));
    }

    private async Task RingsAsync(string from, string? call = null)
    {
        var response = await _webhook.PostAsync("/channels/twilio/calls", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CallSid"] = call ?? $"CA{++_calls}",
            ["AccountSid"] = SignedWebhook.AccountSid,
            ["From"] = from,
            ["CallStatus"] = "ringing",
        });
        Assert.Equal("Reject", XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!.Elements().Single().Name);
    }

    private async Task<string> SaysAsync(params string[] texts)
    {
        var answer = "";
        foreach (var text in texts)
        {
            var twiml = XDocument.Parse(await (await _webhook.TextAsync(Vecina, text)).Content.ReadAsStringAsync());
            answer = string.Join('\n', twiml.Descendants("Message").Select(m => m.Value));
        }
        return answer;
    }

    private async Task<IReadOnlyList<string>> SentToAsync(string to)
    {
        await _host.Services.GetRequiredService<OutboxDispatcher>().DrainAsync(CancellationToken.None);
        return [.. _twilio.Sent.Where(m => m.To == to).Select(m => m.Body)];
    }
}
