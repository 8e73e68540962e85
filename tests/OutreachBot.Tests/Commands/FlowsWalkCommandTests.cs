using System.Text.Json;
using OutreachBot.Commands;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Commands;

/// <summary>The first few states of each walk are enough to see how it speaks; all of them are walked in CI.</summary>
public sealed class FlowsWalkCommandTests : IDisposable
{
    private readonly DirectoryInfo _flows = Directory.CreateTempSubdirectory("flows-");

    public FlowsWalkCommandTests()
    {
        foreach (var file in Directory.EnumerateFiles(RunningHost.FlowsPath(), "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_flows.FullName, Path.GetRelativePath(RunningHost.FlowsPath(), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => _flows.Delete(recursive: true);

    [Fact]
    public async Task What_was_covered_and_what_was_cut_is_told()
    {
        var run = await RunAsync("welcome", "--limit", "30", "--channel", "sms", "--lang", "es");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.Contains("welcome: 1", run.Error, StringComparison.Ordinal);
        Assert.Contains("es sms BO responder", run.Error, StringComparison.Ordinal);
        Assert.Contains("beyond the limit of states.", run.Error, StringComparison.Ordinal);
        Assert.Contains("0 findings.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_is_told_with_its_place_and_the_conversation_that_shows_it()
    {
        var words = Path.Combine(_flows.FullName, "welcome", "es.yaml");
        var before = await File.ReadAllTextAsync(words, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(words, before.Replace("learn: Aprender,", "learn: Aprender sobre muchas cosas,", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var run = await RunAsync("welcome", "--limit", "5", "--channel", "whatsapp", "--lang", "es");
        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("flows/welcome/es.yaml:3:3: error too_long: ", run.Out, StringComparison.Ordinal);
        Assert.Contains("    @ channel whatsapp", run.Out, StringComparison.Ordinal);

        var json = await RunAsync("--limit", "5", "--channel", "whatsapp", "--lang", "es", "--json");
        var lines = json.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Contains(lines, l => l.GetProperty("kind").GetString() == "finding" && l.GetProperty("code").GetString() == "too_long" && l.GetProperty("line").GetInt32() == 3);
        Assert.Contains(lines, l => l.GetProperty("kind").GetString() == "world" && l.GetProperty("states").GetInt32() == 5);
        Assert.Contains(lines, l => l.GetProperty("kind").GetString() == "flow" && l.GetProperty("flow").GetString() == "report");
    }

    [Theory]
    [InlineData("--limit", "0")]
    [InlineData("--limit", "many")]
    [InlineData("--channel", "telegraph")]
    [InlineData("--lang", "fr")]
    public async Task What_can_not_be_meant_is_wrong_usage(string option, string value) =>
        Assert.Equal(ExitCode.Usage, (await RunAsync(option, value)).ExitCode);

    [Fact]
    public async Task A_flow_that_is_not_there_is_named()
    {
        var run = await RunAsync("welcom");

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("There is no flow 'welcom'", run.Error, StringComparison.Ordinal);
    }

    private Task<CommandOutcome> RunAsync(params string[] args) =>
        CommandLineRun.RunAsync(["flows", "walk", .. args, "--flows", _flows.FullName]);
}
