using System.Net;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Channels.Android;

/// <summary>The door that a phone's app calls, over real HTTP.</summary>
public sealed class GatewayDoorTests : IAsyncLifetime
{
    private const string Number = "+59170000012";
    private const string Body = """{"event":"sms:received","id":"e1","payload":{"message":"hola","phoneNumber":"70000012"}}""";

    private readonly ScriptedConversation _conversation = new();
    private FakePhone _phone = null!;
    private FakePhone _other = null!;
    private RunningHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _phone = await FakePhone.StartAsync();
        _other = await FakePhone.StartAsync("guatemala", "+50250000001");
        var settings = _phone.Settings();
        foreach (var (name, value) in _other.Settings(at: 1, country: "GT"))
        {
            settings[name] = name.EndsWith(":SigningKey", StringComparison.Ordinal) ? "otra-clave-B2" : value;
        }
        _host = await RunningHost.StartAsync(new HostSetup { Settings = settings, Services = _conversation.StandIn });
        _phone.Line = _other.Line = _host.Client;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _phone.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task A_signed_message_reaches_the_conversation_with_its_number_whole()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await _phone.PostAsync(Body)).StatusCode);
        var taken = Assert.Single(_conversation.Heard);
        Assert.Equal((Number, "hola", "bolivia"), (taken.From.Value, taken.Text, taken.AnsweredVia));
    }

    [Fact]
    public async Task What_is_stale_or_signed_with_another_phones_key_or_for_another_door_is_refused()
    {
        var now = TimeProvider.System.GetUtcNow();
        Assert.Equal(HttpStatusCode.Forbidden, (await _phone.PostAsync(Body, now.AddMinutes(-6))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await _phone.PostAsync(Body, now.AddMinutes(6))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await _phone.PostAsync(Body, key: "otra-clave-B2")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await _phone.PostAsync(Body, device: "guatemala")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await _phone.PostAsync(Body, device: "nobody")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await _host.Client.PostAsync("/channels/android/bolivia", new StringContent(Body))).StatusCode);
        Assert.Empty(_conversation.Heard);
    }

    [Fact]
    public async Task What_is_signed_and_no_event_gets_a_status_that_says_why()
    {
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await _phone.PostAsync(Body, type: "text/plain")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _phone.PostAsync("{")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _phone.PostAsync("""{"event":"sms:received","payload":{}}""")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _phone.PostAsync("""{"event":"sms:received","id":"e1"}""")).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await _phone.PostAsync(new string(' ', 70_000))).StatusCode);
        Assert.Empty(_conversation.Heard);
    }

    [Theory]
    [InlineData("TIGO")]
    [InlineData("7070")]
    [InlineData("+50250000001")]
    public async Task Nobody_is_answered_whom_no_answer_reaches_or_who_is_the_line_itself(string from)
    {
        Assert.Equal(HttpStatusCode.NoContent, await _phone.GetsAsync(from, "Su saldo es 5"));
        Assert.Empty(_conversation.Heard);
    }

    [Fact]
    public async Task A_ping_and_what_a_later_app_tells_are_taken_and_passed_over()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await _phone.TellAsync("system:ping", new { health = new { status = "pass" } })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await _phone.TellAsync("sms:sent", new { messageId = "m1" })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await _phone.TellAsync("mms:received", new { anything = 1 })).StatusCode);
        Assert.Empty(_conversation.Heard);
    }

    [Fact]
    public async Task No_number_and_no_word_is_logged()
    {
        await _phone.PostAsync(Body);
        await _phone.GetsAsync("TIGO", "zqxwvkjq");
        await _phone.PostAsync(Body, key: "otra-clave-B2", device: "zqxwvkjq");
        Assert.DoesNotContain(_host.Log.Lines, l =>
            l.Contains("70000012", StringComparison.Ordinal) || l.Contains("hola", StringComparison.Ordinal) || l.Contains("zqxwvkjq", StringComparison.Ordinal));
    }
}
