using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Addresses;
using OutreachBot.Demo;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Texting;
using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Tests.Support;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Channels.Simulator;

/// <summary>The simulator's doors over real HTTP; the conversation behind them is scripted.</summary>
public sealed class SimulatorTests : IAsyncLifetime
{
    private readonly ScriptedConversation _conversation = new();
    private RunningHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await RunningHost.StartAsync(new HostSetup { Services = _conversation.StandIn });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_message_goes_the_way_of_a_webhook_and_its_answer_stands_on_the_phone()
    {
        _conversation.Answers = _ => ["¿Qué necesita? 1 Aprender 2 Ayuda cerca 3 Contar algo"];
        var state = await PostAsync("messages", new { phone = "reporter", text = "hola, ¿están?" });
        var heard = Assert.Single(_conversation.Heard);
        Assert.Equal((SimulatedPhones.Reporter, ChannelKind.Sms, "hola, ¿están?"), (heard.From, heard.ShownOn, heard.Text));
        var entries = state.GetProperty("entries").EnumerateArray().ToList();
        Assert.Equal(["hola, ¿están?", "¿Qué necesita? 1 Aprender 2 Ayuda cerca 3 Contar algo"], entries.Select(e => e.GetProperty("text").GetString()));
        Assert.Equal(("UCS-2", "á"), (Sms(entries[0]).GetProperty("encoding").GetString(), Sms(entries[0]).GetProperty("oddCharacter").GetString()));
        Assert.Equal("GSM-7", Sms(entries[1]).GetProperty("encoding").GetString());
        Assert.Equal(["Aprender", "Ayuda cerca", "Contar algo"], entries[1].GetProperty("answers").EnumerateArray().Select(a => a.GetProperty("label").GetString()));
        Assert.Equal("find_services", entries[0].GetProperty("inside").GetProperty("effects")[0].GetString());
    }

    [Fact]
    public async Task Voice_a_picture_and_a_pin_are_carried()
    {
        await PostAsync("messages", new { phone = "reporter", media = "voice", channel = "whatsapp" });
        await PostAsync("messages", new { phone = "reporter", media = "image", text = "mire" });
        await PostAsync("messages", new { phone = "reporter", pin = new { lat = -19.18, lon = -64.91 } });
        var heard = _conversation.Heard.ToArray();
        Assert.Equal(AttachmentKind.Voice, Assert.Single(heard[0].Attachments).Kind);
        Assert.Equal(AttachmentKind.Image, Assert.Single(heard[1].Attachments).Kind);
        Assert.Equal(new Pin(-19.18, -64.91), heard[2].Pin);
        Assert.All(heard, h => Assert.Equal(ChannelKind.WhatsApp, h.ShownOn));
    }

    [Theory]
    [InlineData("""{"latitude":-19.18,"longitude":-64.91}""")]
    [InlineData("""{"lat":-19.18,"lng":-64.91}""")]
    [InlineData("""{"lat":-19.18,"lon":null}""")]
    [InlineData("""{"lat":-91,"lon":0}""")]
    [InlineData("{}")]
    public async Task A_pin_without_its_two_numbers_is_refused_and_not_taken_for_the_gulf_of_Guinea(string pin)
    {
        var body = new StringContent($$"""{"phone":"reporter","channel":"whatsapp","pin":{{pin}}}""", System.Text.Encoding.UTF8, "application/json");

        var answer = await _host.Client.PostAsync("/simulator/messages", body, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("pin: lat", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(_conversation.Heard);
    }

    [Theory]
    [InlineData(null, "800-10-8004")]
    [InlineData("GT", "110")]
    public async Task In_danger_a_simulated_phone_is_told_a_number_of_its_country(string? country, string number)
    {
        await using var host = await RunningHost.StartAsync(new HostSetup { Settings = { ["Country:Default"] = country } });

        var answer = await host.Client.PostAsJsonAsync("/simulator/messages", new { phone = "reporter", text = "PELIGRO" }, TestContext.Current.CancellationToken);

        Assert.Contains(number, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_line_sends_unasked_arrives_on_its_phone()
    {
        await RunAsync(u => Get<IOutbox>().Post(u, To(SimulatedPhones.Defender, u.Now)));
        var entry = (await StateAsync(wait: 20)).GetProperty("entries")[0];
        Assert.Equal("defender", entry.GetProperty("phone").GetString());
        Assert.True(entry.GetProperty("unasked").GetBoolean());
        Assert.Equal(["Acepto", "Paso"], entry.GetProperty("answers").EnumerateArray().Select(a => a.GetProperty("label").GetString()));
    }

    [Fact]
    public async Task The_clock_moves_on_and_what_was_due_has_happened_before_it_answers()
    {
        await RunAsync(u => Get<IOutbox>().Post(u, To(SimulatedPhones.Defender, u.Now.AddMinutes(10))));
        var clock = await PostAsync("clock", new { advanceMinutes = 20 });
        Assert.InRange(clock.GetProperty("leadMinutes").GetDouble(), 19, 20);
        Assert.Single((await StateAsync()).GetProperty("entries").EnumerateArray());
    }

    [Fact]
    public async Task The_clocks_lead_outlives_the_program()
    {
        var data = Directory.CreateTempSubdirectory("outreach-test-").FullName;
        var setup = new HostSetup { DataDirectory = data, Services = _conversation.StandIn };
        await using (var first = await RunningHost.StartAsync(setup))
        {
            await first.Client.PostAsJsonAsync("/simulator/clock", new { advanceMinutes = 60 });
        }
        await using (var second = await RunningHost.StartAsync(setup))
        {
            Assert.InRange(second.Services.GetRequiredService<SimulatedClock>().Lead, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(60));
        }
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task A_reset_wipes_the_phones()
    {
        await PostAsync("messages", new { phone = "official", text = "hola" });
        var state = await PostAsync("reset", new { });
        Assert.Empty(state.GetProperty("entries").EnumerateArray());
        Assert.True(state.GetProperty("first").GetInt64() > 1);
    }

    [Fact]
    public async Task Outside_a_demo_there_is_no_simulator()
    {
        await using var live = await RunningHost.StartAsync(new HostSetup { Demo = false, Services = _conversation.StandIn });
        Assert.Equal(HttpStatusCode.NotFound, (await live.Client.GetAsync("/simulator")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await live.Client.PostAsJsonAsync("/simulator/clock", new { advanceMinutes = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await live.Client.PostAsJsonAsync("/simulator/messages", new { phone = "reporter" })).StatusCode);
    }

    private static OutboundMessage To(Address phone, DateTimeOffset due) => new(
        RandomId.Draw(), phone, "Aviso KT42, Tarabuco. 1 Acepto 2 Paso", OutboundPurpose.Alert, null, due);

    private static JsonElement Sms(JsonElement entry) => entry.GetProperty("sms");

    private T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    private Task RunAsync(Action<UnitOfWork> work) => Get<ITransactions>().RunAsync(work, CancellationToken.None);

    private async Task<JsonElement> PostAsync(string door, object body)
    {
        var response = await _host.Client.PostAsJsonAsync($"/simulator/{door}", body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private Task<JsonElement> StateAsync(int wait = 0) => _host.Client.GetFromJsonAsync<JsonElement>($"/simulator/state?since=0&wait={wait}");
}
