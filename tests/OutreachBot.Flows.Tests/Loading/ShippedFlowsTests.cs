using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Loading;

public sealed class ShippedFlowsTests
{
    [Fact]
    public void The_flows_that_ship_load_without_an_error()
    {
        var result = FlowBookLoader.Load(Repository.Flows);

        Assert.Empty(result.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.ToString()));
        Assert.NotNull(result.Book);
    }
}
