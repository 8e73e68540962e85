using System.Net;
using System.Net.Http.Json;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Outbox;
using OutreachBot.Responders;
using OutreachBot.Tests.Support;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.EndToEnd;

/// <summary>The whole line: signed webhooks over real HTTP in, a fake provider over real HTTP out, a real store between.</summary>
public sealed class WebhookToAlertTests : IAsyncLifetime
{
    private const string Reporter = "+59170000012";
    private const string Defender = "+59170000099";

    private FakeTwilio _twilio = null!;
    private RunningHost _host = null!;
    private SignedWebhook _webhook = null!;

    public async ValueTask InitializeAsync()
    {
        _twilio = await FakeTwilio.StartAsync();
        _host = await RunningHost.StartAsync(new HostSetup { Demo = false, Settings = _twilio.Settings });
        _webhook = new SignedWebhook(_host.Client, SignedWebhook.Token, "https://bot.example.org");
        await _host.PutOnFileAsync(Defender, "BO");
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _twilio.DisposeAsync();
    }

    [Fact]
    public async Task One_id_sent_five_times_at_once_is_answered_five_times_alike_and_done_once()
    {
        await SayAsync("hola", "3", "2", "1", "Tarabuco", "Se llevaron a mi vecina", "0");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _webhook.TextAsync(Reporter, "1", "SMsame")));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        var words = await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync()));
        Assert.Contains("codigo es", words[0], StringComparison.Ordinal);
        Assert.Single(words.Distinct(StringComparer.Ordinal));
        await _host.Services.GetRequiredService<OutboxDispatcher>().DrainAsync(CancellationToken.None);
        Assert.Single(_twilio.Sent, m => m.To == Defender && m.Body.StartsWith("Aviso ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_alert_reaches_the_defender_over_the_provider_and_her_answer_comes_back()
    {
        await SayAsync("hola", "3", "2", "1", "Tarabuco", "Se llevaron a mi vecina", "0", "1");
        await _host.Services.GetRequiredService<OutboxDispatcher>().DrainAsync(CancellationToken.None);
        var alert = Assert.Single(_twilio.Sent, m => m.To == Defender && m.Body.StartsWith("Aviso ", StringComparison.Ordinal));
        Assert.Contains("Tarabuco", alert.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("vecina", alert.Body, StringComparison.Ordinal);
        var code = alert.Body.Split(' ', ',')[1];
        Assert.Contains(code, string.Concat(await AnswerAsync(Defender, $"1 {code}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_real_line_the_simulator_is_not_there_and_samples_are_nobody()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.PostAsJsonAsync("/simulator/messages", new { phone = "reporter" })).StatusCode);
        var all = await _host.Services.GetRequiredService<ITransactions>().RunAsync(
            unit => _host.Services.GetRequiredService<IResponders>().All(unit), CancellationToken.None);
        Assert.DoesNotContain(all, r => r.IsSample);
    }

    [Fact]
    public async Task No_number_and_no_word_of_a_person_is_logged_or_in_an_address_we_call()
    {
        await SayAsync("hola", "3", "2", "1", "Tarabuco", "Se llevaron a mi vecina", "0", "1");
        await _host.Services.GetRequiredService<OutboxDispatcher>().DrainAsync(CancellationToken.None);
        foreach (var secret in new[] { "70000012", "70000099", "vecina", "Tarabuco", "Nombre" })
        {
            Assert.DoesNotContain(_host.Log.Lines, l => l.Contains(secret, StringComparison.Ordinal));
            Assert.DoesNotContain(_twilio.Called, c => c.Contains(secret, StringComparison.Ordinal));
        }
    }

    private async Task SayAsync(params string[] texts)
    {
        foreach (var text in texts)
        {
            Assert.NotEmpty(await AnswerAsync(Reporter, text));
        }
    }

    private async Task<List<string>> AnswerAsync(string from, string text)
    {
        var response = await _webhook.TextAsync(from, text);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return [.. XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!.Elements("Message").Select(m => m.Value)];
    }
}
