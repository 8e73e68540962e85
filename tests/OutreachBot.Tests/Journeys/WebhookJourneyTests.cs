using System.Net;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Outbox;
using OutreachBot.Privacy.Receipts;
using OutreachBot.Responders;
using OutreachBot.Tests.Support;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Journeys;

/// <summary>The same through the provider's door: signed requests in, TwiML back, and real HTTP to a fake provider.</summary>
public sealed class WebhookJourneyTests : IAsyncLifetime
{
    private const string Vecina = "+59171000001";
    private const string Ana = "+59171000002";

    private FakeTwilio _twilio = null!;
    private RunningHost _host = null!;
    private SignedWebhook _webhook = null!;

    public async ValueTask InitializeAsync()
    {
        _twilio = await FakeTwilio.StartAsync();
        _host = await RunningHost.StartAsync(new HostSetup { Settings = _twilio.Settings, Demo = false });
        _webhook = new SignedWebhook(_host.Client, SignedWebhook.Token, "https://bot.example.org");
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _twilio.DisposeAsync();
    }

    [Fact]
    public async Task A_report_by_SMS_travels_to_a_defender_and_the_answer_back()
    {
        await OnFileAsync(Ana, "BO-010601");
        await SaysAsync(Vecina, "hola", "3", "2", "2", "tarabuco", "la tienen encerrada en la tienda", "1");
        Assert.Contains("Su codigo es", await SaysAsync(Vecina, "1"));
        await SaysAsync(Vecina, "1", "4", "0", "0");

        var alert = (await UnaskedAsync(Ana))[^1];
        Assert.Contains("Tarabuco", alert);
        var code = alert.Split(' ')[1].TrimEnd(',');
        await SaysAsync(Ana, $"1 {code}", "1", "4826 4826", "2", "cuantos anos tiene?");

        Assert.StartsWith("Hola. Tiene un mensaje pendiente.", Assert.Single(await UnaskedAsync(Vecina)));
        Assert.Contains("cuantos anos tiene?", await SaysAsync(Vecina, "1"));
        await SaysAsync(Vecina, "dieciseis");

        Assert.StartsWith($"Hay respuesta sobre {code}.", (await UnaskedAsync(Ana))[^1]);
        Assert.Contains("dieciseis", await SaysAsync(Ana, $"1 {code}"));
        await SaysAsync(Ana, "4", "1", "0");
        Assert.Equal("Ya se ha atendido. Gracias por escribir.", (await SaysAsync(Vecina, "1")).Trim());
    }

    [Fact]
    public async Task A_danger_goes_out_before_its_place_is_known()
    {
        await OnFileAsync(Ana, "BO", ResponderRole.Coordinator);

        await SaysAsync(Vecina, "PELIGRO");
        Assert.Contains("Ya avisamos", await SaysAsync(Vecina, "1"));

        Assert.StartsWith("URGENTE", (await UnaskedAsync(Ana))[^1]);
    }

    [Fact]
    public async Task Five_who_flood_and_guess_codes_hold_nobody_else_up()
    {
        await OnFileAsync(Ana, "BO-010601");
        var attackers = Enumerable.Range(1, 5).Select(n => FloodAsync($"+5917200000{n}")).ToList();

        await SaysAsync(Vecina, "hola", "3", "2", "2", "tarabuco", "la tienen encerrada en la tienda", "1");
        var receipt = (await SaysAsync(Vecina, "1")).Split(' ', '.').First(word => word.Count(char.IsAsciiDigit) == 10);
        await SaysAsync(Vecina, "2", "0", "0");
        var lastGuesses = await Task.WhenAll(attackers);
        var status = await SaysAsync("+59171000003", "codigo", receipt, "tarabuco");

        Assert.All(lastGuesses, last => Assert.StartsWith("Fueron muchos intentos.", last, StringComparison.Ordinal));
        Assert.StartsWith("¿Qué desea?", status, StringComparison.Ordinal);
        Assert.Contains("Tarabuco", (await UnaskedAsync(Ana))[^1], StringComparison.Ordinal);
    }

    /// <returns>The answer to the last code that was guessed.</returns>
    private async Task<string> FloodAsync(string from)
    {
        var answer = "";
        for (var n = 0; n < GuessPace.Tries + 1; n++)
        {
            await SaysAsync(from, $"nada {n}", $"nada {n}", $"nada {n}", $"nada {n}");
            answer = await SaysAsync(from, "salir", $"codigo {ReceiptCode.Draw().Digits}", "tarabuco");
        }
        return answer;
    }

    private async Task<string> SaysAsync(string from, params string[] texts)
    {
        var answer = "";
        foreach (var text in texts)
        {
            answer = await SaysOnceAsync(from, text);
        }
        return answer;
    }

    private async Task<string> SaysOnceAsync(string from, string text)
    {
        var response = await _webhook.TextAsync(from, text);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var twiml = XDocument.Parse(await response.Content.ReadAsStringAsync());
        return string.Join('\n', twiml.Descendants("Message").Select(m => m.Value));
    }

    /// <summary>What the provider was given for somebody.</summary>
    private async Task<IReadOnlyList<string>> UnaskedAsync(string to)
    {
        await _host.Services.GetRequiredService<OutboxDispatcher>().DrainAsync(CancellationToken.None);
        return [.. _twilio.Sent.Where(m => m.To == to).Select(m => m.Body)];
    }

    private Task OnFileAsync(string number, string area, ResponderRole role = ResponderRole.Defender) =>
        _host.PutOnFileAsync(number, area, role, "Ana Quispe", "Red");
}
