namespace OutreachBot.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void The_test_host_runs() => Assert.Equal(4, 2 + 2);
}
