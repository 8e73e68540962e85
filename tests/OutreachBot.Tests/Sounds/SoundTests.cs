using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;
using OutreachBot.Settings;
using OutreachBot.Sounds;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Sounds;

public sealed class SoundTests : IAsyncLifetime
{
    private static readonly byte[] Sound = [.. "OggS"u8, .. Enumerable.Repeat((byte)7, 400)];

    private RunningHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await RunningHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Whoever_asks_to_hear_a_question_on_WhatsApp_gets_its_sound()
    {
        await KeepDraftAsync("welcome.hello");
        await SayAsync("hola", "whatsapp");

        var heard = await SayAsync("ESCUCHAR", "whatsapp");

        var bytes = await _host.Client.GetByteArrayAsync(heard.GetProperty("sound").GetString(), TestContext.Current.CancellationToken);
        Assert.Equal(Sound, bytes);
        Assert.Contains("Hola", heard.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sms", true)]
    [InlineData("whatsapp", false)]
    public async Task Where_nothing_can_be_heard_a_person_is_offered(string channel, bool draft)
    {
        if (draft)
        {
            await KeepDraftAsync("welcome.hello");
        }
        await SayAsync("hola", channel);

        var said = await SayAsync("ESCUCHAR", channel);

        Assert.Contains("9", said.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, said.GetProperty("sound").ValueKind);
    }

    [Fact]
    public async Task An_address_gives_its_sound_and_parts_of_it_and_any_other_address_nothing()
    {
        await KeepDraftAsync("welcome.hello");
        var name = _host.Services.GetRequiredService<SoundShelf>().Find(LanguageTag.Spanish, "welcome.hello")!;
        var address = _host.Services.GetRequiredService<SoundAddresses>().Local(name);

        using var whole = await _host.Client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "audio/ogg"), (whole.StatusCode, whole.Content.Headers.ContentType?.MediaType));
        using var head = await _host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, (long?)Sound.Length), (head.StatusCode, head.Content.Headers.ContentLength));
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Range = new(0, 3);
        using var part = await _host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("OggS", await part.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        foreach (var wrong in new[] { address[..^2] + "AA", "/sounds/x", "/sounds/..%2f..%2foutreach.db", $"/sounds/{Uri.EscapeDataString(name)}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.GetAsync(wrong, TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    [Fact]
    public void An_address_tells_nothing_and_ends_after_ten_minutes()
    {
        var time = new FakeTimeProvider();
        var addresses = new SoundAddresses(Options.Create(new PublicOptions { PublicUrl = new Uri("https://bot.example.org/") }), time);
        var address = addresses.Public("d:quc/report.where.0a1b2c3d.ogg")!;
        var token = address["https://bot.example.org/sounds/".Length..];

        Assert.DoesNotContain("report", address, StringComparison.Ordinal);
        Assert.Equal("d:quc/report.where.0a1b2c3d.ogg", addresses.Read(token));
        time.Advance(TimeSpan.FromMinutes(11));
        Assert.Null(addresses.Read(token));
    }

    [Fact]
    public void Without_a_public_address_nothing_is_sent_for_a_provider_to_fetch() =>
        Assert.Null(new SoundAddresses(Options.Create(new PublicOptions()), TimeProvider.System).Public("d:x"));

    [Fact]
    public async Task A_draft_of_other_words_is_not_this_prompts()
    {
        var path = await KeepDraftAsync("welcome.hello");
        File.Move(path, path.Replace(".ogg", "0.ogg", StringComparison.Ordinal));

        Assert.Null(_host.Services.GetRequiredService<SoundShelf>().Find(LanguageTag.Spanish, "welcome.hello"));
    }

    [Fact]
    public void What_only_a_conversation_knows_is_not_spoken_beforehand()
    {
        var book = FlowBookLoader.Load(RunningHost.FlowsPath()).Book!;
        var prompts = book.Flows["report"].Layers[LanguageTag.Spanish].Prompts;

        Assert.Null(SpokenWords.Of(book, LanguageTag.Spanish, "report", prompts["receipt"], "Línea"));
        Assert.Null(SpokenWords.Of(book, LanguageTag.Spanish, "report", prompts["where_got"], "Línea"));
        Assert.Equal("quién no debe saberlo? 1 nadie en especial, 2 policía, 3 autoridad local, 4 otra persona 0 , saltar",
            SpokenWords.Of(book, LanguageTag.Spanish, "report", prompts["who_not"], "Línea")!.Words);
    }

    [Fact]
    public async Task A_machine_speaks_drafts_that_say_so_where_it_has_a_voice()
    {
        if (!IsInstalled("espeak-ng") || !IsInstalled("opusenc"))
        {
            Assert.Skip("needs espeak-ng and opus-tools");
        }
        var data = Directory.CreateTempSubdirectory("outreach-sounds-").FullName;
        try
        {
            var outcome = await CommandLineRun.RunAsync("flows", "audio", "danger", "--draft", "--data", data, "--flows", RunningHost.FlowsPath());

            Assert.Equal(0, outcome.ExitCode);
            Assert.Contains("\"language\":\"quc\",\"voice\":\"quc\",\"recorded\":0,\"drafts\":2,\"made\":2", outcome.Out, StringComparison.Ordinal);
            Assert.Contains("ay: espeak-ng has no voice for it", outcome.Error, StringComparison.Ordinal);
            var made = await File.ReadAllBytesAsync(Directory.EnumerateFiles(Path.Combine(data, "sounds", "quc")).First(), TestContext.Current.CancellationToken);
            Assert.StartsWith("OggS", System.Text.Encoding.Latin1.GetString(made), StringComparison.Ordinal);
            Assert.Contains("OpusHead", System.Text.Encoding.Latin1.GetString(made), StringComparison.Ordinal);
            Assert.Contains("draft: spoken by a machine", System.Text.Encoding.Latin1.GetString(made), StringComparison.Ordinal);

            var again = await CommandLineRun.RunAsync("flows", "audio", "danger", "--draft", "--data", data, "--flows", RunningHost.FlowsPath());
            Assert.DoesNotContain("\"made\":2", again.Out, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private async Task<string> KeepDraftAsync(string prompt)
    {
        var book = _host.Services.GetRequiredService<IFlowBook>().Current;
        var (flow, name) = (prompt.Split('.')[0], prompt.Split('.')[1]);
        var spoken = SpokenWords.Of(
            book, LanguageTag.Spanish, flow, book.Flows[flow].Layers[LanguageTag.Spanish].Prompts[name],
            _host.Services.GetRequiredService<IOptions<LineOptions>>().Value.Name)!;
        var path = SoundShelf.PathOfDraft(_host.Services.GetRequiredService<DataDirectory>(), SoundShelf.DraftName(LanguageTag.Spanish, prompt, spoken));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, Sound);
        return path;
    }

    private async Task<JsonElement> SayAsync(string text, string channel)
    {
        using var response = await _host.Client.PostAsJsonAsync("/simulator/messages", new { phone = "reporter", text, channel });
        Assert.True(response.IsSuccessStatusCode);
        var state = await _host.Client.GetFromJsonAsync<JsonElement>("/simulator/state?since=0");
        return state.GetProperty("entries").EnumerateArray().Last(e => e.GetProperty("fromLine").GetBoolean());
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
