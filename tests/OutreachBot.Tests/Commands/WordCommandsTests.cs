using System.Text;
using System.Text.Json;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Commands;

public sealed class WordCommandsTests
{
    private static readonly string Flows = FindFlows();

    [Fact]
    public async Task Each_line_is_measured_in_its_place()
    {
        var outcome = await RunAsync("hola\n\nlínea\n\n", "sms", "measure");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(
            [
                """{"encoding":"GSM-7","units":4,"segments":1}""", """{"encoding":"GSM-7","units":0,"segments":1}""",
                """{"encoding":"UCS-2","units":5,"segments":1}""", """{"encoding":"GSM-7","units":0,"segments":1}""",
            ],
            outcome.Lines);
    }

    [Fact]
    public async Task Folded_first_the_same_line_costs_less() =>
        Assert.Equal(["""{"encoding":"GSM-7","units":5,"segments":1}"""], (await RunAsync("línea\n", "sms", "measure", "--fold")).Lines);

    [Fact]
    public async Task Every_vector_of_the_providers_calculator_is_met_through_the_command()
    {
        using var vectors = JsonDocument.Parse(await File.ReadAllTextAsync(SharedData.PathOf("data/twilio/segments.json")));
        var ofOneLine = vectors.RootElement.EnumerateArray().Where(v => !v.GetProperty("text").GetString()!.Contains('\n', StringComparison.Ordinal)).ToList();
        var outcome = await RunAsync(string.Concat(ofOneLine.Select(v => v.GetProperty("text").GetString() + "\n")), "sms", "measure");
        Assert.Equal(
            ofOneLine.Select(v => $$"""{"encoding":"{{v.GetProperty("encoding").GetString()}}","units":{{v.GetProperty("units")}},"segments":{{v.GetProperty("segments")}}}"""),
            outcome.Lines);
    }

    [Fact]
    public async Task Each_line_is_matched_in_its_place()
    {
        var outcome = await RunAsync("PELIGRO!\n\nel alto\nsocorro\nmana\n", "keywords", "match", "--lang", "qu");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(
            ["""{"concept":"danger"}""", """{"concept":null}""", """{"concept":null}""", """{"concept":"help"}""", """{"concept":"no"}"""],
            outcome.Lines);
    }

    [Theory]
    [InlineData("keywords", "match")]
    [InlineData("keywords", "match", "--lang", "xx")]
    [InlineData("sms", "measure", "--lang", "xx")]
    public async Task A_language_that_is_none_is_wrong_usage(params string[] args) =>
        Assert.Equal(2, (await RunAsync("hola\n", args)).ExitCode);

    [Fact]
    public async Task Without_the_words_nothing_is_matched_and_the_mend_is_said()
    {
        var nowhere = Path.Combine(AppContext.BaseDirectory, "no-flows-here");
        var outcome = await CommandLineRun.RunAsync("hola\n"u8.ToArray(), "keywords", "match", "--lang", "es", "--flows", nowhere);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("", outcome.Out);
        Assert.Contains("--flows", outcome.Error, StringComparison.Ordinal);
    }

    private static Task<CommandOutcome> RunAsync(string input, params string[] args) =>
        CommandLineRun.RunAsync(Encoding.UTF8.GetBytes(input), [.. args, "--flows", Flows]);

    private static string FindFlows()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "OutreachBot.sln")))
            {
                return Path.Combine(folder, "flows");
            }
        }
        throw new InvalidOperationException("the tests run inside the project's folder");
    }
}
