using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Running;

public sealed class ShippedReportTests
{
    private static readonly FlowBook Book = FlowBookLoader.Load(Repository.Flows).Book!;

    [Fact]
    public void A_report_goes_from_hello_to_the_receipt()
    {
        var talk = new Talk(Book).Outcome("submit_tip", "ok", ("code", "123-456-7890"));
        foreach (var text in new[] { "hola", "3", "2", "1", "Tarabuco", "mi vecina no sale nunca y llora", "0", "1" })
        {
            TestContext.Current.TestOutputHelper!.WriteLine("> " + text);
            talk.Send(text);
            TestContext.Current.TestOutputHelper!.WriteLine("< " + talk.Said + "   " + talk.At);
        }
        Assert.Contains("123-456-7890", talk.Said, StringComparison.Ordinal);
    }
}
