using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Outbox;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Journeys;

/// <summary>The same over a plain phone alone: the app's signed calls in, its API over real HTTP out, no other provider.</summary>
public sealed class GatewayJourneyTests : IAsyncLifetime
{
    private const string Vecina = "+59171000001";
    private const string Ana = "+59171000002";

    private FakePhone _phone = null!;
    private RunningHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _phone = await FakePhone.StartAsync();
        // Messages leave when a test says so, and not a moment before the next is heard.
        _host = await RunningHost.StartAsync(new HostSetup { Settings = _phone.Settings(), Demo = false, Services = QuietWorkers.HoldOutbox });
        _phone.Line = _host.Client;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _phone.DisposeAsync();
    }

    [Fact]
    public async Task A_report_travels_from_the_first_SMS_to_the_receipt_the_alert_and_the_answer_back()
    {
        await _host.PutOnFileAsync(Ana, "BO-010601");
        await SaysAsync(Vecina, "hola", "3", "2", "2", "tarabuco", "la tienen encerrada en la tienda", "1");
        Assert.Contains("Su codigo es", await SaysAsync(Vecina, "1"), StringComparison.Ordinal);
        await SaysAsync(Vecina, "1", "4", "0", "0");

        var alert = Last(Ana);
        Assert.Contains("Tarabuco", alert.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("tienda", alert.Text, StringComparison.Ordinal);
        var code = alert.Text.Split(' ')[1].TrimEnd(',');
        await SaysAsync(Ana, $"1 {code}", "1", "4826 4826", "2", "cuantos anos tiene?");

        Assert.StartsWith("Hola. Tiene un mensaje pendiente.", Last(Vecina).Text, StringComparison.Ordinal);
        Assert.Contains("cuantos anos tiene?", await SaysAsync(Vecina, "1"), StringComparison.Ordinal);
        await SaysAsync(Vecina, "dieciseis");
        Assert.StartsWith($"Hay respuesta sobre {code}.", Last(Ana).Text, StringComparison.Ordinal);
        Assert.Contains("dieciseis", await SaysAsync(Ana, $"1 {code}"), StringComparison.Ordinal);
        await SaysAsync(Ana, "4", "1", "0");
        Assert.Equal("Ya se ha atendido. Gracias por escribir.", await SaysAsync(Vecina, "1"));

        Assert.DoesNotContain(_phone.Called, c => c.Contains("7100000", StringComparison.Ordinal));
        Assert.Equal(_phone.Sent.Count, _phone.Sent.Select(m => m.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_phone_that_repeats_for_two_days_makes_one_effect_and_one_answer()
    {
        for (var time = 0; time < 14; time++)
        {
            Assert.Equal(HttpStatusCode.NoContent, await _phone.GetsAsync(Vecina, "hola", "one-event"));
        }
        await DrainAsync();
        Assert.Single(_phone.Sent);
    }

    [Fact]
    public async Task The_same_words_in_another_message_are_answered_again()
    {
        await SaysAsync(Vecina, "hola");
        await SaysAsync(Vecina, "hola");
        Assert.Equal(2, _phone.Sent.Count);
    }

    [Fact]
    public async Task What_was_said_before_she_left_does_not_come_after_her_farewell()
    {
        await _phone.GetsAsync(Vecina, "hola");
        await _phone.GetsAsync(Vecina, "salir");
        await DrainAsync();
        Assert.Single(_phone.Sent);
    }

    [Fact]
    public async Task An_alert_that_the_phone_could_not_deliver_goes_to_the_next_also_where_that_is_told_before_the_phone_has_answered()
    {
        const string beti = "+59171000003";
        await _host.PutOnFileAsync(Ana, "BO-010601");
        await _host.PutOnFileAsync(beti, "BO");
        _phone.BeforeAnswer = async message =>
        {
            if (message.To == Ana)
            {
                await _phone.NewsAsync("sms:failed", message.Id, Ana);
            }
        };
        await SaysAsync(Vecina, "hola", "3", "2", "2", "tarabuco", "la tienen encerrada en la tienda", "1", "1");
        await _host.Services.GetRequiredService<OutreachBot.Agenda.AgendaRunner>().RunDueAsync(CancellationToken.None);
        await DrainAsync();
        Assert.Contains(_phone.Sent, m => m.To == beti && m.Text.StartsWith("Aviso ", StringComparison.Ordinal));
    }

    private async Task<string> SaysAsync(string from, params string[] texts)
    {
        foreach (var text in texts)
        {
            Assert.Equal(HttpStatusCode.NoContent, await _phone.GetsAsync(from, text));
            await DrainAsync();
        }
        return Last(from).Text;
    }

    private PhoneMessage Last(string to) => _phone.Sent.Last(m => m.To == to);

    private Task DrainAsync() => _host.Services.GetRequiredService<OutboxDispatcher>().DrainAsync(CancellationToken.None);
}
