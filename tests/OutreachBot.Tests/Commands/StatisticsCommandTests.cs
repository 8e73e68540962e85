using OutreachBot.Commands;

namespace OutreachBot.Tests.Commands;

public sealed class StatisticsCommandTests : IDisposable
{
    private readonly CoordinatorsOnFile _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    public async Task Figures_are_one_line_each_and_what_is_small_is_masked()
    {
        await _line.MakeAsync();
        for (var tip = 0; tip < 21; tip++)
        {
            var number = tip;
            await _line.TellAsync("a story", t => t with { Hour = t.Hour.AddDays(-60), Kind = number < 4 ? "begging" : "work", Municipality = number < 4 ? "GT-1401" : "BO-020101" });
        }

        var figures = await _line.RunAsync("statistics");

        Assert.Equal(ExitCode.Done, figures.ExitCode);
        Assert.Contains("\"table\":\"all\",\"name\":\"all\",\"count\":21,\"shown\":\"21\"}", figures.Lines[0], StringComparison.Ordinal);
        Assert.Single(figures.Lines, l => l.EndsWith("\"table\":\"kind\",\"name\":\"begging\",\"count\":null,\"shown\":\"<5\"}", StringComparison.Ordinal));
        Assert.Single(figures.Lines, l => l.EndsWith("\"table\":\"department\",\"name\":\"BO-02\",\"count\":17,\"shown\":\"17\"}", StringComparison.Ordinal));
        Assert.DoesNotContain("a story", figures.Out, StringComparison.Ordinal);
        Assert.Equal(figures.Out, (await _line.RunAsync("statistics")).Out);
        Assert.Equal("", (await _line.RunAsync("statistics", "--to", "2020-01")).Out);
    }

    [Fact]
    public async Task A_month_that_is_none_is_wrong_usage_and_no_tips_give_no_figures()
    {
        Directory.CreateDirectory(_line.At("data"));
        Assert.Equal(ExitCode.Usage, (await _line.RunAsync("statistics", "--from", "March")).ExitCode);

        var none = await _line.RunAsync("statistics");

        Assert.Equal((ExitCode.Done, ""), (none.ExitCode, none.Out));
        Assert.StartsWith("No figures yet.", none.Error, StringComparison.Ordinal);
    }
}
