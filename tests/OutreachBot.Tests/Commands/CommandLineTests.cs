using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("frobnicate")]
    [InlineData("serve", "--bogus")]
    [InlineData("serve", "--demo", "--no-demo")]
    [InlineData("serve", "--urls")]
    [InlineData("--data")]
    [InlineData("@file")]
    public async Task Wrong_usage_exits_2_and_says_so_on_stderr_alone(params string[] args)
    {
        var outcome = await CommandLineRun.RunAsync(args);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("", outcome.Out);
        Assert.Contains("--help", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("serve", "--help")]
    [InlineData("sms", "--help")]
    public async Task Help_is_asked_for_and_given(params string[] args)
    {
        var outcome = await CommandLineRun.RunAsync(args);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("--data", outcome.Out, StringComparison.Ordinal);
        Assert.Equal("", outcome.Error);
    }

    [Fact]
    public async Task Without_flows_a_line_does_not_start_and_says_what_to_type()
    {
        var folder = Directory.CreateTempSubdirectory("outreach-test-");
        var outcome = await CommandLineRun.RunAsync(
            "serve", "--data", Path.Combine(folder.FullName, "data"), "--flows", Path.Combine(folder.FullName, "none"), "--urls", "http://127.0.0.1:0");
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Out));
        Assert.Contains("--flows", Assert.Single(outcome.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_refused_with_the_mend()
    {
        await using var host = await RunningHost.StartAsync(new HostSetup { Services = new ScriptedConversation().StandIn });
        var folder = Directory.CreateTempSubdirectory("outreach-test-");
        var outcome = await CommandLineRun.RunAsync(
            "--data", Path.Combine(folder.FullName, "data"), "serve", "--flows", RunningHost.FlowsPath(), "--urls", host.Address.ToString());
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("--urls", outcome.Error, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }
}
