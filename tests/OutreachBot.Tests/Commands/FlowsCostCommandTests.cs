using System.Text.Json;
using OutreachBot.Commands;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Commands;

/// <summary><c>flows cost</c>, as from a shell, on a copy of the flows that ship.</summary>
public sealed class FlowsCostCommandTests : IDisposable
{
    private const string Price = "prices:\n  - {country: BO, channel: sms, unit: segment, price: 0.1, currency: USD, source: our contract, checked_on: 2026-11-24}\n";

    private readonly DirectoryInfo _flows = Directory.CreateTempSubdirectory("flows-");

    public FlowsCostCommandTests()
    {
        foreach (var file in Directory.EnumerateFiles(RunningHost.FlowsPath(), "*", SearchOption.AllDirectories).Where(f => f.EndsWith(".yaml", StringComparison.Ordinal) || Path.GetFileName(f).StartsWith("core", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(_flows.FullName, Path.GetRelativePath(RunningHost.FlowsPath(), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => _flows.Delete(recursive: true);

    [Fact]
    public async Task Without_a_price_it_says_so_and_counts_all_the_same()
    {
        await File.WriteAllTextAsync(Prices, "prices: []\n");

        var run = await RunAsync("report");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        var rows = run.Lines.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.All(rows, r => Assert.Equal("report", r.GetProperty("flow").GetString()));
        Assert.All(rows.SelectMany(r => r.GetProperty("prices").EnumerateArray()), p => Assert.Equal("no sourced price", p.GetProperty("note").GetString()));
        Assert.Contains("report  qu        sms", run.Error, StringComparison.Ordinal);
        Assert.Contains("no sourced price", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_price_is_told_with_its_source_and_day_in_the_country_it_is_for()
    {
        await File.WriteAllTextAsync(Prices, Price);

        var run = await RunAsync("report");

        var whole = run.Lines.Select(l => JsonDocument.Parse(l).RootElement).First(r => r.TryGetProperty("transcript", out _));
        var prices = whole.GetProperty("prices").EnumerateArray().ToList();
        Assert.Equal(whole.GetProperty("segments").GetInt32() * 0.1m, prices[0].GetProperty("amount").GetDecimal());
        Assert.Equal(["BO", "GT"], prices.Select(p => p.GetProperty("country").GetString()));
        Assert.Equal(JsonValueKind.Null, prices[1].GetProperty("amount").ValueKind);
        Assert.Contains("BO sms: 0.1 USD a segment, our contract, seen on 2026-11-24.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_price_file_is_refused_with_file_and_line_by_cost_and_by_lint()
    {
        await File.WriteAllTextAsync(Prices, Price.Replace("0.1", "cheap", StringComparison.Ordinal));

        var cost = await RunAsync();
        var lint = await CommandLineRun.RunAsync("flows", "lint", "--flows", _flows.FullName);

        Assert.Equal((ExitCode.Refused, ""), (cost.ExitCode, cost.Out));
        Assert.Contains("flows/shared/prices.yaml:2:55: error bad_value: 'cheap' is no price", cost.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Refused, lint.ExitCode);
        Assert.Contains("flows/shared/prices.yaml:2:55", lint.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flow_that_is_not_there_is_answered_with_those_that_are()
    {
        var run = await RunAsync("repor");

        Assert.Equal((ExitCode.Refused, ""), (run.ExitCode, run.Out));
        Assert.Contains("There is no flow 'repor'. Known: about, alert,", run.Error, StringComparison.Ordinal);
    }

    private string Prices => Path.Combine(_flows.FullName, "shared", "prices.yaml");

    private Task<CommandOutcome> RunAsync(params string[] args) => CommandLineRun.RunAsync(["flows", "cost", .. args, "--flows", _flows.FullName]);
}
