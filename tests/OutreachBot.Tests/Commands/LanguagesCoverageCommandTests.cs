using System.Text.Json;
using OutreachBot.Commands;
using OutreachBot.Doctor;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Loading;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Commands;

public sealed class LanguagesCoverageCommandTests
{
    [Fact]
    public async Task Coverage_is_a_line_for_each_language_and_flow_and_a_table_for_people()
    {
        var outcome = await CommandLineRun.RunAsync("languages", "coverage", "--flows", RunningHost.FlowsPath());

        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        var lines = outcome.Lines.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["es", "qu", "ay", "quc"], lines.Select(l => l.GetProperty("language").GetString()).Distinct());
        Assert.Equal(4, lines.Count(l => l.GetProperty("flow").ValueKind == JsonValueKind.Null));
        Assert.All(lines, l => Assert.Equal("approved", l.GetProperty("go_live").GetString()));
        Assert.Contains("qu, at the level approved", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_language_without_the_table_is_lines_alone_and_an_unknown_one_is_answered_with_those_known()
    {
        var outcome = await CommandLineRun.RunAsync("languages", "coverage", "--lang", "qu", "--json", "--flows", RunningHost.FlowsPath());
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        Assert.All(outcome.Lines, l => Assert.StartsWith("{\"language\":\"qu\",", l, StringComparison.Ordinal));

        var unknown = await CommandLineRun.RunAsync("languages", "coverage", "--lang", "fr", "--flows", RunningHost.FlowsPath());
        Assert.Equal(ExitCode.Usage, unknown.ExitCode);
        Assert.Contains("'qu'", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lint_says_the_debt_of_each_language_and_it_is_no_error()
    {
        var outcome = await CommandLineRun.RunAsync("flows", "lint", "--flows", RunningHost.FlowsPath());
        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Contains("Translation debt at the level approved (Languages__GoLive):", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(3, outcome.Error.Split("prompts are said in Spanish").Length - 1);
    }

    [Fact]
    public void The_doctor_says_which_languages_are_live_and_finds_no_fault_in_it()
    {
        var book = FlowBookLoader.Load(RunningHost.FlowsPath()).Book!;
        var approved = LanguagesCheck.Judge(book, ReviewStatus.Approved, showsDrafts: false).ToList();
        var demo = LanguagesCheck.Judge(book, ReviewStatus.Draft, showsDrafts: true).ToList();

        Assert.DoesNotContain(approved.Concat(demo), f => f.IsFault);
        Assert.StartsWith("qu at the level approved: live in no flow", approved[0].What, StringComparison.Ordinal);
        Assert.Contains("welcome", demo[0].What, StringComparison.Ordinal);
        Assert.Contains("mark", demo[0].Mend, StringComparison.Ordinal);
    }
}
