using System.Text;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Commands;

/// <summary>The whole line, behind the terminal.</summary>
public sealed class ChatCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("outreach-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_report_goes_from_the_first_word_to_the_receipt()
    {
        var outcome = await ChatAsync(["hola", "3", "2", "1", "Tarabuco", "Se llevaron a mi vecina y no contesta", "0", "1"]);
        Assert.Equal(0, outcome.ExitCode);
        Assert.All(outcome.Lines, line => Assert.StartsWith("< ", line, StringComparison.Ordinal));
        Assert.Matches("codigo es [0-9]{3}-[0-9]{3}-[0-9]{4}\\.", outcome.Out);
        Assert.Contains("(to the defender) Aviso ", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("vecina", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_begins_in_the_language_asked_for()
    {
        var outcome = await ChatAsync(["hola"], "--lang", "qu");
        Assert.Contains("Imaynalla", outcome.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_command_of_the_chat_is_explained_and_not_sent()
    {
        var outcome = await ChatAsync(["/pin here", "/time -1", "/what"]);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Out));
        Assert.Equal(3, outcome.Error.Split("/voice").Length - 1);
    }

    [Fact]
    public async Task On_a_real_lines_data_it_is_refused()
    {
        await (await RunningHost.StartAsync(new HostSetup { DataDirectory = Path.Combine(_folder.FullName, "data"), Demo = false })).DisposeAsync();
        var outcome = await ChatAsync(["hola"]);
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Out));
        Assert.Contains("--data", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--as", "official")]
    [InlineData("--lang", "fr")]
    public async Task Other_people_and_languages_are_wrong_usage(params string[] args) => Assert.Equal(2, (await ChatAsync([], args)).ExitCode);

    private Task<CommandOutcome> ChatAsync(string[] lines, params string[] args) => CommandLineRun.RunAsync(
        Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n"))),
        ["chat", "--data", Path.Combine(_folder.FullName, "data"), "--flows", RunningHost.FlowsPath(), .. args]);
}
