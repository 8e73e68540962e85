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

    [Fact]
    public async Task Each_line_has_its_language_and_where_that_is_uncertain_a_guess()
    {
        var outcome = await RunAsync("kamisaraki\n\nwarmi\n", "languages", "identify", "--among", "es,qu,ay");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Collection(
            outcome.Lines,
            line => Assert.StartsWith("""{"language":"ay","guess":"ay","confidence":0.9""", line, StringComparison.Ordinal),
            line => Assert.Equal("""{"language":null,"guess":null,"confidence":0}""", line),
            line => Assert.StartsWith("""{"language":null,"guess":"qu","confidence":0.""", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_training_file_with_an_unknown_language_trains_nothing_and_writes_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("train-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "train.tsv"), "es\tuna casa\nxx\tword\n");
        var model = Path.Combine(folder.FullName, "languages.model");
        var outcome = await RunAsync("", "languages", "train", folder.FullName, "--out", model);
        Assert.Equal(1, outcome.ExitCode);
        Assert.False(File.Exists(model));
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("languages", "identify", "--among", "es,xx")]
    [InlineData("languages", "train")]
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

    [Fact]
    public async Task The_flows_that_ship_pass_the_lint()
    {
        var outcome = await RunAsync("", "flows", "lint");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("0 errors", outcome.Error, StringComparison.Ordinal);
        Assert.All(outcome.Lines, line => Assert.Matches(@"^flows/[a-z_]+/[a-z_]+\.yaml:[0-9]+:[0-9]+: warning [a-z_0-9]+: ", line));
    }

    [Fact]
    public async Task A_lint_of_one_flow_speaks_of_it_alone()
    {
        var outcome = await RunAsync("", "flows", "lint", "report");
        Assert.Equal(0, outcome.ExitCode);
        Assert.All(outcome.Lines, line => Assert.Matches("^flows/(report|shared)/", line));
    }

    [Fact]
    public async Task Broken_flows_are_told_by_file_and_line_and_refused()
    {
        var broken = Directory.CreateTempSubdirectory("outreach-test-");
        try
        {
            var welcome = broken.CreateSubdirectory("welcome").FullName;
            await File.WriteAllTextAsync(Path.Combine(welcome, "flow.yaml"), "flow: welcome\nabout: x\nfirst: nowhere\nstates:\n  a: {ends: true}\n");
            var outcome = await CommandLineRun.RunAsync([], "flows", "lint", "--flows", broken.FullName);
            Assert.Equal(1, outcome.ExitCode);
            Assert.Contains(outcome.Lines, line => line.StartsWith("flows/welcome/flow.yaml:3:8: error unknown_state: ", StringComparison.Ordinal));
        }
        finally
        {
            broken.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("lint")]
    [InlineData("graph")]
    public async Task A_flow_that_is_none_is_refused_by_name(string verb)
    {
        var outcome = await RunAsync("", "flows", verb, "nowhere");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("'nowhere'", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flow_is_drawn_on_stdout_and_in_files_of_both_kinds()
    {
        var folder = Directory.CreateTempSubdirectory("outreach-test-");
        try
        {
            var outcome = await RunAsync("", "flows", "graph", "danger", "--out", folder.FullName);
            Assert.Equal(0, outcome.ExitCode);
            Assert.StartsWith("%% danger, es\nflowchart TB\n", outcome.Out, StringComparison.Ordinal);
            Assert.StartsWith("<svg", await File.ReadAllTextAsync(Path.Combine(folder.FullName, "danger.qu.svg")), StringComparison.Ordinal);
            Assert.StartsWith("flowchart TB", await File.ReadAllTextAsync(Path.Combine(folder.FullName, "danger.es.mmd")), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
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
