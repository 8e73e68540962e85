using System.Net;
using System.Text;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Media;
using OutreachBot.Outbox;
using OutreachBot.Tests.Support;
using OutreachBot.Tips;
using OutreachBot.Transactions;
using SixLabors.ImageSharp;

namespace OutreachBot.Tests.Media;

/// <summary>Voice and pictures between the ends of a case: signed webhooks in, TwiML with addresses of our own back, real HTTP to a fake provider.</summary>
public sealed class RelayMediaTests : IAsyncLifetime
{
    private const string Vecina = "+59171000001";
    private const string Ana = "+59171000002";
    private const string OnWhatsApp = "whatsapp:";

    private FakeTwilio _twilio = null!;
    private RunningHost _host = null!;
    private SignedWebhook _webhook = null!;

    public async ValueTask InitializeAsync()
    {
        _twilio = await FakeTwilio.StartAsync();
        _host = await RunningHost.StartAsync(new HostSetup { Settings = _twilio.Settings, Demo = false, Services = QuietWorkers.Silence });
        _webhook = new SignedWebhook(_host.Client, SignedWebhook.Token, "https://bot.example.org");
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _twilio.DisposeAsync();
    }

    [Fact]
    public async Task A_picture_and_a_voice_go_between_the_ends_without_place_device_or_number_and_both_copies_are_deleted()
    {
        var code = await CaseAsync(OnWhatsApp + Vecina);
        await SaysAsync(OnWhatsApp + Ana, "2");
        var asked = _twilio.HoldInbound(OnWhatsApp + Ana, "", ("image/jpeg", MarkedPictures.Jpeg()));
        Assert.Contains("Enviada.", await SendAsync(asked));
        await DrainAsync();

        // The notification tells of nothing, and carries nothing.
        Assert.StartsWith("Hola. Tiene un mensaje pendiente.", Assert.Single(await UnaskedAsync(OnWhatsApp + Vecina)), StringComparison.Ordinal);
        var picture = await FetchAsync(await SendAsync(SignedWebhook.Message(OnWhatsApp + Vecina, "1")), "image/jpeg");
        using (var seen = Image.Load(picture))
        {
            Assert.Equal((32, 48), (seen.Width, seen.Height));
        }
        var answered = _twilio.HoldInbound(OnWhatsApp + Vecina, "", ("audio/ogg", MarkedVoices.Ogg()));
        await SendAsync(answered);
        await DrainAsync();

        Assert.StartsWith($"Hay respuesta sobre {code}.", (await UnaskedAsync(Ana))[^1], StringComparison.Ordinal);
        await FetchAsync(await SendAsync(SignedWebhook.Message(OnWhatsApp + Ana, $"1 {code}")), "audio/ogg");
        Assert.Contains(asked["MessageSid"], _twilio.Deleted);
        Assert.Contains(answered["MessageSid"], _twilio.Deleted);
        Assert.Empty(_twilio.Media);
    }

    [Theory]
    [InlineData(false, "2")]
    [InlineData(true, "1")]
    public async Task On_a_plain_phone_it_waits_until_she_comes_over_WhatsApp_with_the_same_number(bool goesOn, string there)
    {
        await CaseAsync(Vecina);
        await AskWithPictureAsync();
        var told = await SaysAsync(Vecina, "1");
        Assert.Contains("por SMS no llega", told, StringComparison.Ordinal);
        Assert.DoesNotContain("https", told, StringComparison.Ordinal);
        if (goesOn)
        {
            Assert.DoesNotContain("por SMS no llega", await SaysAsync(Vecina, "2"), StringComparison.Ordinal);
        }

        await FetchAsync(await SaysAsync(OnWhatsApp + Vecina, there), "image/jpeg");
    }

    [Fact]
    public async Task On_a_plain_phone_one_digit_asks_to_have_it_written()
    {
        var code = await CaseAsync(Vecina);
        await AskWithPictureAsync();
        await SaysAsync(Vecina, "1", "1");

        Assert.StartsWith($"Hay respuesta sobre {code}.", (await UnaskedAsync(Ana))[^1], StringComparison.Ordinal);
        Assert.Contains("escribalo", await SaysAsync(Ana, $"1 {code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_case_is_closed_nothing_of_it_is_left_and_its_addresses_lead_nowhere()
    {
        var code = await CaseAsync(OnWhatsApp + Vecina);
        await AskWithPictureAsync();
        var shown = await SaysAsync(OnWhatsApp + Vecina, "1");
        await FetchAsync(shown, "image/jpeg");

        await SaysAsync(OnWhatsApp + Ana, $"{code}", "4", "1", "0");

        Assert.Equal(0, await PartsAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.GetAsync(PathIn(shown))).StatusCode);
    }

    [Fact]
    public async Task When_she_wants_no_more_of_it_what_was_on_its_way_goes()
    {
        await CaseAsync(OnWhatsApp + Vecina);
        await AskWithPictureAsync();
        Assert.NotEqual(0, await PartsAsync());

        await SaysAsync(OnWhatsApp + Vecina, "3");

        Assert.Equal(0, await PartsAsync());
    }

    [Fact]
    public async Task A_case_s_key_alone_opens_what_waits()
    {
        await CaseAsync(OnWhatsApp + Vecina);
        await AskWithPictureAsync();

        await RunAsync(unit =>
        {
            var medium = Assert.Single(Get<IMediumStore>().OfTip(unit, Get<ITipStore>().All(unit).Single().Id));
            Assert.Equal(MediumState.Passing, medium.State);
            Assert.Null(Get<MediumBox>().Open(medium).Key);
            return 0;
        });
    }

    [Fact]
    public async Task An_address_that_goes_round_is_worn_out_and_one_that_nobody_made_leads_nowhere()
    {
        await CaseAsync(OnWhatsApp + Vecina);
        await AskWithPictureAsync();
        var path = PathIn(await SaysAsync(OnWhatsApp + Vecina, "1"));
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await _host.Client.GetAsync(path)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await _host.Client.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.GetAsync(path[..^2])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.GetAsync("/media/x")).StatusCode);
    }

    /// <summary>A case that Ana has read, and whose reporter may be asked back.</summary>
    private async Task<string> CaseAsync(string reporter)
    {
        await _host.PutOnFileAsync(Ana, "BO-010601", name: "Ana Quispe", institution: "Red");
        await SaysAsync(reporter, "hola", "3", "2", "2", "tarabuco", "la tienen encerrada en la tienda", "1", "1", "1", "4", "0", "0");
        var code = (await UnaskedAsync(Ana))[^1].Split(' ')[1].TrimEnd(',');
        await SaysAsync(OnWhatsApp + Ana, $"1 {code}", "1");
        return code;
    }

    private async Task AskWithPictureAsync()
    {
        await SaysAsync(OnWhatsApp + Ana, "2");
        await SendAsync(_twilio.HoldInbound(OnWhatsApp + Ana, "", ("image/jpeg", MarkedPictures.Jpeg())));
        await DrainAsync();
    }

    private static string PathIn(string answer) => new Uri(answer.Split('\n').Last(l => l.StartsWith("https://", StringComparison.Ordinal))).AbsolutePath;

    private async Task<byte[]> FetchAsync(string answer, string type)
    {
        using var response = await _host.Client.GetAsync(PathIn(answer));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.ToString());
        Assert.Equal("inline", response.Content.Headers.ContentDisposition?.ToString());
        Assert.True(response.Headers.CacheControl?.NoStore);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.True(bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(MarkedPictures.Canary)) < 0);
        return bytes;
    }

    private async Task<string> SaysAsync(string from, params string[] texts)
    {
        var answer = "";
        foreach (var text in texts)
        {
            answer = await SendAsync(SignedWebhook.Message(from, text));
        }
        return answer;
    }

    private async Task<string> SendAsync(Dictionary<string, string> fields)
    {
        var response = await _webhook.PostAsync("/channels/twilio/messages", fields);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = string.Join('\n', XDocument.Parse(await response.Content.ReadAsStringAsync()).Descendants("Message").Select(m => m.Value));
        return DigitsFor(answer) is { } digits ? await SendAsync(SignedWebhook.Message(fields["From"], digits)) : answer;
    }

    // Ana's own, chosen the first time and shown again on each channel.
    private static string? DigitsFor(string answer) =>
        answer.Contains("Elija 4 n", StringComparison.Ordinal) ? "4826 4826"
        : answer.Contains("scriba sus 4 n", StringComparison.Ordinal) ? "4826"
        : null;

    private async Task<IReadOnlyList<string>> UnaskedAsync(string to)
    {
        await Get<OutboxDispatcher>().DrainAsync(CancellationToken.None);
        return [.. _twilio.Sent.Where(m => m.To == to).Select(m => m.Body)];
    }

    private Task DrainAsync() => QuietWorkers.RunAsync(_host.Services);

    private T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    private Task<T> RunAsync<T>(Func<UnitOfWork, T> work) => Get<ITransactions>().RunAsync(work, CancellationToken.None);

    private Task<long> PartsAsync() => RunAsync(unit =>
    {
        using var count = ((OutreachBot.Storage.Sqlite.SqliteUnit)unit).Prepare("SELECT count(*) FROM medium_part");
        count.Step();
        return count.Int64(0);
    });
}
