using OutreachBot.Commands;
using OutreachBot.Responders;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Commands;

/// <summary>A data directory that isn't there: a slip in <c>--data</c> must not read as "nobody wrote".</summary>
public sealed class NoLineYetTests : IDisposable
{
    private const string Sheet =
        """
        name,phone,role,country,areas,languages,competences,institution,on_duty
        Elena Ficticia,+59171234568,coordinator,BO,national,es,all,Coordinación,yes

        """;

    private readonly string _directory = Directory.CreateTempSubdirectory("outreach-noline-").FullName;

    private string Data => Path.Combine(_directory, "linae");

    public void Dispose()
    {
        Directory.Delete(_directory, recursive: true);
        if (Directory.Exists(_directory + "-sheets"))
        {
            Directory.Delete(_directory + "-sheets", recursive: true);
        }
    }

    [Theory]
    [InlineData("tips", "list")]
    [InlineData("tips", "duplicates")]
    [InlineData("tips", "purge", "--dry-run")]
    [InlineData("audit", "verify")]
    [InlineData("statistics")]
    [InlineData("responders", "list")]
    [InlineData("responders", "list", "--holes")]
    [InlineData("users", "list")]
    [InlineData("doctor")]
    [InlineData("backup", "copy.age")]
    [InlineData("keys", "rotate")]
    [InlineData("keys", "new", "--responder", "r_0123456789abcdef0123456789abcdef")]
    public async Task A_command_that_needs_a_line_says_that_there_is_none_and_makes_nothing(params string[] command)
    {
        var outcome = await RunAsync(command);

        CoordinatorsOnFile.AssertRefused(outcome);
        Assert.StartsWith($"There is no line in {Data}", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_directory));
    }

    [Fact]
    public async Task The_line_that_was_likely_meant_is_named()
    {
        await CommandLineRun.RunAsync("responders", "import", WriteSheet(), "--data", Path.Combine(_directory, "linea"));

        Assert.Contains($"Did you mean {Path.Combine(_directory, "linea")}?", (await RunAsync("tips", "list")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_begins_a_line_says_where_and_says_it_once()
    {
        var first = await RunAsync("responders", "import", WriteSheet());
        var second = await RunAsync("responders", "import", WriteSheet());

        Assert.Equal((ExitCode.Done, ExitCode.Done), (first.ExitCode, second.ExitCode));
        Assert.Contains($"A new line begins in {Data}", first.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("new line", second.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await RunAsync("responders", "list")).ExitCode);
    }

    [Fact]
    public async Task An_import_that_does_nothing_makes_nothing()
    {
        var dry = await RunAsync("responders", "import", WriteSheet(), "--dry-run");
        var faulty = await RunAsync("responders", "import", WriteSheet("name,phone\nElena,1\n"));

        Assert.Equal((ExitCode.Done, """{"added":1,"updated":0,"unchanged":0,"samples_removed":0,"dry_run":true}"""), (dry.ExitCode, dry.Lines.Single()));
        Assert.Equal(ExitCode.Refused, faulty.ExitCode);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task What_needs_no_line_answers_without_one_and_makes_nothing()
    {
        var route = await CommandLineRun.RunAsync(
            """{"municipality":"BO-010601","kind":"work"}"""u8.ToArray(), "route", "explain", "--data", Data);
        var wrong = await CommandLineRun.RunAsync("""{"municipality":"nowhere"}"""u8.ToArray(), "route", "explain", "--data", Data);
        var place = await CommandLineRun.RunAsync("""{"text":"Tarabuco","country":"BO"}"""u8.ToArray(), "places", "find", "--data", Data);

        Assert.Equal((ExitCode.Done, """{"candidates":[]}"""), (route.ExitCode, route.Lines.Single()));
        Assert.Equal(ExitCode.Refused, wrong.ExitCode);
        Assert.Contains("BO-", place.Out, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_directory));
    }

    private string WriteSheet(string text = Sheet)
    {
        var path = Path.Combine(Directory.CreateDirectory(_directory + "-sheets").FullName, $"{ResponderId.Draw()}.csv");
        File.WriteAllText(path, text);
        return path;
    }

    private Task<CommandOutcome> RunAsync(params string[] args) => CommandLineRun.RunAsync([.. args, "--data", Data]);
}
