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
}
