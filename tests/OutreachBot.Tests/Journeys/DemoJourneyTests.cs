using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Outbox;
using OutreachBot.Tests.Support;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Journeys;

/// <summary>What somebody sees in the first five minutes: a fresh directory, the simulator, the sample people.</summary>
public sealed partial class DemoJourneyTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await RunningHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("tarabuco")]
    [InlineData("nebaj")]
    [InlineData("el alto")]
    [InlineData("san pedro carcha")]
    public async Task A_report_goes_all_the_way_wherever_it_is(string place)
    {
        await SaysAsync("reporter", "hola", "3", "2", "2", place);
        await SaysAsync("reporter", "la tienen encerrada en la tienda", "1", "1");
        var receipt = ReceiptPattern().Match(await ScreenAsync("reporter")).Groups["code"].Value;
        await SaysAsync("reporter", "2", "0", "0");

        var code = AlertPattern().Match(await ScreenAsync("defender")).Groups["code"].Value;
        await SaysAsync("defender", $"1 {code}", "1", "4826 4826", "2", "cuantos anos tiene?");
        await SaysAsync("reporter", "codigo", receipt, place);
        Assert.Contains("cuantos anos tiene?", await ScreenAsync("reporter"));
        await SaysAsync("reporter", "dieciseis");
        await SaysAsync("defender", $"1 {code}");
        Assert.Contains("dieciseis", await ScreenAsync("defender"));
        await SaysAsync("defender", "4", "1", "0");

        var tip = Assert.Single(await _host.Services.GetRequiredService<ITransactions>().RunAsync(
            _host.Services.GetRequiredService<ITipStore>().All, CancellationToken.None));
        Assert.Equal(TipState.Closed, tip.State);
    }

    [Fact]
    public async Task An_unanswered_danger_has_moved_on_before_the_clock_answers()
    {
        await SaysAsync("reporter", "PELIGRO", "1", "1", "tarabuco");
        Assert.Contains("URGENTE", await ScreenAsync("coordinator"));

        await PostAsync("clock", new { advanceMinutes = 25 });

        Assert.Contains("Sigue pendiente", await ScreenAsync("coordinator"));
    }

    private async Task SaysAsync(string phone, params string[] texts)
    {
        foreach (var text in texts)
        {
            await PostAsync("messages", new { phone, text });
            await _host.Services.GetRequiredService<OutboxDispatcher>().DrainAsync(CancellationToken.None);
        }
    }

    /// <summary>Everything the line has put on a phone.</summary>
    private async Task<string> ScreenAsync(string phone)
    {
        var state = await _host.Client.GetFromJsonAsync<JsonElement>("/simulator/state?since=0");
        return string.Join('\n', state.GetProperty("entries").EnumerateArray()
            .Where(e => e.GetProperty("phone").GetString() == phone && e.GetProperty("fromLine").GetBoolean())
            .Select(e => e.GetProperty("text").GetString()));
    }

    private async Task PostAsync(string door, object body)
    {
        var response = await _host.Client.PostAsJsonAsync($"/simulator/{door}", body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [GeneratedRegex(@"codigo es (?<code>\d{3}-\d{3}-\d{4})\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReceiptPattern();

    [GeneratedRegex(@"Aviso (?<code>\w{4})[,.]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AlertPattern();
}
