using OutreachBot.Flows.Checks;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Loading;

public sealed class ShippedFlowsTests
{
    [Fact]
    public void The_flows_that_ship_load_without_a_diagnostic()
    {
        var result = FlowBookLoader.Load(Repository.Flows);

        Assert.Empty(result.Diagnostics.Select(d => d.ToString()));
        Assert.NotNull(result.Book);
    }

    [Fact]
    public void The_flows_that_ship_have_no_fault_that_the_linter_knows()
    {
        var book = FlowBookLoader.Load(Repository.Flows).Book!;

        Assert.Empty(FlowLinter.Lint(book).Where(d => d.Severity == Severity.Error).Select(d => d.ToString()));
    }
}
