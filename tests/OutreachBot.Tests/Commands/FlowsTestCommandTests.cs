using OutreachBot.Commands;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Commands;

public sealed class FlowsTestCommandTests : IDisposable
{
    private readonly DirectoryInfo _flows = Directory.CreateTempSubdirectory("flows-");

    public FlowsTestCommandTests()
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
    public async Task Transcripts_that_agree_pass_and_coverage_is_told()
    {
        Write("> hola\n< Hola.*\n");

        var run = await RunAsync("welcome");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.Contains("welcome: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 transcripts agree, 0 differ.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_differs_is_shown_and_refused_until_it_is_accepted()
    {
        Write("> hola\n< Adiós.\n");

        var refused = await RunAsync();
        Assert.Equal(ExitCode.Refused, refused.ExitCode);
        Assert.Contains("flows/welcome/chats/es/new.chat:1 (es, sms)", refused.Out, StringComparison.Ordinal);
        Assert.Contains("- < Adiós.", refused.Out, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, (await RunAsync("--accept")).ExitCode);
        Assert.StartsWith("> hola\n< Hola.", await File.ReadAllTextAsync(Chat, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await RunAsync()).ExitCode);
    }

    [Fact]
    public async Task A_flow_that_is_not_there_is_named()
    {
        var run = await RunAsync("welcom");

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("There is no flow 'welcom'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flows_that_do_not_load_are_told_with_their_line()
    {
        await File.WriteAllTextAsync(Path.Combine(_flows.FullName, "welcome", "flow.yaml"), "flow: welcome\nfirst: nowhere\n", TestContext.Current.CancellationToken);

        var run = await RunAsync();

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("flows/welcome/flow.yaml:", run.Error, StringComparison.Ordinal);
    }

    private string Chat => Path.Combine(_flows.FullName, "welcome", "chats", "es", "new.chat");

    private void Write(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Chat)!);
        File.WriteAllText(Chat, text);
    }

    private Task<CommandOutcome> RunAsync(params string[] args) =>
        CommandLineRun.RunAsync(["flows", "test", .. args, "--flows", _flows.FullName]);
}
