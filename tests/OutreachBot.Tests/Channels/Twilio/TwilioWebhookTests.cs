using System.Net;
using System.Text;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moq;
using OutreachBot.Channels.Twilio;
using OutreachBot.Conversations;
using OutreachBot.Tests.Adversaries.SwitchedOff;
using OutreachBot.Tests.Support;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Channels.Twilio;

/// <summary>The doors over real HTTP; the conversation behind them is scripted.</summary>
public sealed class TwilioWebhookTests : IAsyncLifetime
{
    private const string From = "+59170000012";
    private readonly ScriptedConversation _conversation = new();
    private RunningHost _host = null!;
    private SignedWebhook _webhook = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await StartAsync();
        _webhook = new SignedWebhook(_host.Client, SignedWebhook.Token);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_signed_message_is_answered_in_the_same_response()
    {
        _conversation.Answers = m => [$"Oí: {m.Text} <&>", "Y más"];
        var messages = await MessagesAsync(await _webhook.TextAsync(From, "¿Están ahí? ñ"));
        Assert.Equal(["Oí: ¿Están ahí? ñ <&>", "Y más"], messages.Select(m => m.Value));
        Assert.All(messages, m => Assert.Equal($"{_host.Address}channels/twilio/status", (string?)m.Attribute("statusCallback")));
    }

    [Fact]
    public async Task Silence_is_an_empty_response()
    {
        _conversation.Answers = _ => [];
        Assert.Empty(await MessagesAsync(await _webhook.TextAsync(From, "Hola")));
    }

    [Theory]
    [InlineData("STOP")]
    [InlineData("START")]
    [InlineData("HELP")]
    public async Task What_the_provider_has_answered_is_heard_and_not_answered_again(string word)
    {
        var form = SignedWebhook.Message(From, "ALTO");
        form["OptOutType"] = word;
        Assert.Empty(await MessagesAsync(await _webhook.PostAsync("/channels/twilio/messages", form)));
        Assert.NotEqual(CarrierWord.None, Assert.Single(_conversation.Heard).CarrierWord);
    }

    [Theory]
    [InlineData("/channels/twilio/messages")]
    [InlineData("/channels/twilio/fallback")]
    [InlineData("/channels/twilio/status")]
    [InlineData("/channels/twilio/calls")]
    public async Task A_wrong_signature_is_refused_and_nothing_is_heard(string door)
    {
        var form = SignedWebhook.Message(From, "Hola");
        var wrong = SignedWebhook.Sign("another token", _host.Address + door[1..], form);
        foreach (var signature in new[] { wrong, "", null })
        {
            var response = await _webhook.PostAsync(door, new FormUrlEncodedContent(form), signature);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            Assert.Equal("", await response.Content.ReadAsStringAsync());
        }
        Assert.Empty(_conversation.Heard);
    }

    [Fact]
    public async Task Where_every_signature_is_believed_a_forged_message_is_heard()
    {
        await using var host = await StartAsync(off: services => services.RemoveAll<ITwilioSignature>().AddSingleton<ITwilioSignature, BelievesEveryForm>());

        await new SignedWebhook(host.Client, "").PostAsync("/channels/twilio/messages", new FormUrlEncodedContent(SignedWebhook.Message(From, "Hola")), "forged");

        Assert.Single(_conversation.Heard);
    }

    [Fact]
    public async Task A_captured_message_is_not_heard_under_another_id()
    {
        // Names and values are signed without a seam: a piece that goes from one field to the next leaves the signature as it was.
        var form = SignedWebhook.Message(From, "Hola");
        var signature = SignedWebhook.Sign(SignedWebhook.Token, _host.Address + "channels/twilio/messages", form);
        var sid = form["MessageSid"];
        var swallowed = new Dictionary<string, string>(form, StringComparer.Ordinal) { ["MessageSid"] = sid + "NumMedia" + form["NumMedia"] };
        swallowed.Remove("NumMedia");
        var cut = new Dictionary<string, string>(form, StringComparer.Ordinal) { ["MessageSid"] = sid[..20], [sid[20..] + "NumMedia"] = form["NumMedia"] };
        cut.Remove("NumMedia");

        foreach (var forged in new[] { swallowed, cut })
        {
            var response = await _webhook.PostAsync("/channels/twilio/messages", new FormUrlEncodedContent(forged), signature);
            Assert.True(response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden);
        }
        Assert.Empty(_conversation.Heard);
    }

    [Theory]
    [InlineData("MessageSid")]
    [InlineData("AccountSid")]
    [InlineData("From")]
    public async Task A_signed_form_that_is_no_message_is_malformed(string missing)
    {
        var form = SignedWebhook.Message(From, "Hola");
        form.Remove(missing);
        Assert.Equal(HttpStatusCode.BadRequest, (await _webhook.PostAsync("/channels/twilio/messages", form)).StatusCode);
        Assert.Empty(_conversation.Heard);
    }

    [Fact]
    public async Task A_repeated_name_is_malformed_even_when_it_is_signed()
    {
        var form = SignedWebhook.Message(From, "Hola");
        var signature = SignedWebhook.Sign(SignedWebhook.Token, _host.Address + "channels/twilio/messages", form);
        var twice = (await new FormUrlEncodedContent(form).ReadAsStringAsync()) + "&Body=Hola";
        var response = await _webhook.PostAsync(
            "/channels/twilio/messages", new StringContent(twice, Encoding.ASCII, "application/x-www-form-urlencoded"), signature);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task More_than_64_KiB_is_too_much()
    {
        var response = await _webhook.TextAsync(From, new string('a', 65 * 1024));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_store_that_takes_nothing_is_503_without_a_word(bool full)
    {
        _conversation.Answers = _ => throw (full ? new StoreFullException("x") : new StoreBusyException("x"));
        var response = await _webhook.TextAsync(From, "Hola");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_fault_inside_says_nothing_of_what_was_written()
    {
        _conversation.Answers = m => throw new InvalidOperationException(m.Text);
        var response = await _webhook.TextAsync(From, "secreto");
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
        Assert.Contains(_host.Log.Lines, l => l.Contains("InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(_host.Log.Lines, l => l.Contains("secreto", StringComparison.Ordinal) || l.Contains(From, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_fallback_door_takes_the_message_like_the_first_one()
    {
        var form = SignedWebhook.Message(From, "Hola", "SM1");
        form["ErrorCode"] = "11200";
        Assert.Single(await MessagesAsync(await _webhook.PostAsync("/channels/twilio/fallback", form)));
        Assert.Equal(form["MessageSid"], Assert.Single(_conversation.Heard).ProviderId);
    }

    [Theory]
    [InlineData("a37", null)]
    [InlineData("a38", true)]
    [InlineData("a39", false)]
    [InlineData("a40", false)]
    public async Task News_of_a_message_is_passed_on_and_its_copy_at_the_provider_is_to_go(string id, bool? delivered)
    {
        await using var host = await StartAsync("https://bot.example.org");
        var vector = InboundVector.Named(id);
        var response = await new SignedWebhook(host.Client, "").PostAsync(
            "/channels/twilio/status", new StringContent(vector.Body, Encoding.UTF8, "application/x-www-form-urlencoded"), vector.Signature);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        var sid = vector.Form.Get("MessageSid"u8)!;
        _conversation.Reports.Verify(
            r => r.Heard(It.IsAny<UnitOfWork>(), sid, delivered ?? It.IsAny<bool>()), delivered is null ? Times.Never() : Times.Once());
        _conversation.Copies.Verify(c => c.PlanDeletion(It.IsAny<UnitOfWork>(), "message", sid, It.IsAny<DateTimeOffset>()), Times.Once());
    }

    [Fact]
    public async Task A_call_is_declined()
    {
        var call = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CallSid"] = "CA1",
            ["AccountSid"] = SignedWebhook.AccountSid,
            ["From"] = From,
        };
        var response = await _webhook.PostAsync("/channels/twilio/calls", call);
        Assert.Equal("Reject", XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!.Elements().Single().Name);
    }

    [Fact]
    public async Task Behind_a_proxy_the_public_address_is_what_was_signed()
    {
        await using var host = await StartAsync("https://bot.example.org/");
        var signed = new SignedWebhook(host.Client, SignedWebhook.Token, "https://bot.example.org");
        var messages = await MessagesAsync(await signed.TextAsync(From, "Hola"));
        Assert.Equal("https://bot.example.org/channels/twilio/status", (string?)Assert.Single(messages).Attribute("statusCallback"));

        var inner = new SignedWebhook(host.Client, SignedWebhook.Token);
        Assert.Equal(HttpStatusCode.Forbidden, (await inner.TextAsync(From, "Hola")).StatusCode);
    }

    [Fact]
    public async Task A_forwarded_host_changes_nothing()
    {
        await using var host = await StartAsync("https://bot.example.org");
        host.Client.DefaultRequestHeaders.Add("X-Forwarded-Host", "otra.example.org");
        host.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var forged = new SignedWebhook(host.Client, SignedWebhook.Token, "https://otra.example.org");
        Assert.Equal(HttpStatusCode.Forbidden, (await forged.TextAsync(From, "Hola")).StatusCode);
    }

    [Fact]
    public async Task All_forty_forms_come_through_the_door_they_were_sent_to()
    {
        await using var host = await StartAsync("https://bot.example.org");
        foreach (var vector in InboundVector.All())
        {
            var content = new StringContent(vector.Body, Encoding.UTF8, "application/x-www-form-urlencoded");
            var response = await new SignedWebhook(host.Client, "").PostAsync(new Uri(vector.Url).PathAndQuery, content, vector.Signature);
            Assert.True(response.IsSuccessStatusCode, $"{vector.Id}: {response.StatusCode}");
        }
        Assert.Equal(36, _conversation.Heard.Count);
    }

    [Fact]
    public async Task Without_an_account_every_webhook_is_refused()
    {
        await using var host = await RunningHost.StartAsync(new HostSetup { Services = _conversation.StandIn });
        Assert.Equal(HttpStatusCode.Forbidden, (await new SignedWebhook(host.Client, "").TextAsync(From, "Hola")).StatusCode);
    }

    private Task<RunningHost> StartAsync(string? publicUrl = null, Action<IServiceCollection>? off = null)
    {
        var settings = SignedWebhook.Settings;
        settings["PublicUrl"] = publicUrl;
        return RunningHost.StartAsync(new HostSetup
        {
            Settings = settings,
            Services = services =>
            {
                _conversation.StandIn(services);
                off?.Invoke(services);
            },
        });
    }

    private static async Task<List<XElement>> MessagesAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/xml", response.Content.Headers.ContentType?.MediaType);
        return [.. XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!.Elements("Message")];
    }
}
