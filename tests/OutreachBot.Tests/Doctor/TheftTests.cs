using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Commands;
using OutreachBot.Doctor.Theft;
using OutreachBot.Flows.Languages;
using OutreachBot.Hosting;
using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tests.Support;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Doctor;

/// <summary><c>doctor --privacy</c> as from a shell, on installations that keep the promise and on such as break it.</summary>
public sealed class TheftTests : IDisposable
{
    private const string Story = "se llevaron a una niña en un carro blanco";
    private const string Number = "+59171234567";

    private readonly string _directory = Directory.CreateTempSubdirectory("outreach-theft-").FullName;

    private string Data => Path.Combine(_directory, "data");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Once_keys_are_made_neither_verdict_reads_a_story_and_it_exits_0()
    {
        await TellAsync();
        await MakeKeysAsync();

        var outcome = await RobAsync();

        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Out));
        Assert.Contains("Key apart (the files, not the server key): no story and no number can be read.", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("Key beside (the server key too): no sealed story can be read.", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("1 responders with their numbers", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_keys_new_the_server_key_opens_stories_and_the_files_alone_do_not()
    {
        await TellAsync();

        var outcome = await RobAsync();

        Assert.Equal(ExitCode.Refused, outcome.ExitCode);
        Assert.Contains("Key apart (the files, not the server key): no story and no number can be read.", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("STORIES CAN BE READ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("opens 1 sealed parts", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a seal that is none")]
    [InlineData("words in a column of facts")]
    [InlineData("words in a table of somebody's")]
    [InlineData("a glass box")]
    [InlineData("an erased story in free pages")]
    public async Task A_database_that_holds_a_story_in_the_clear_is_found_out(string broken)
    {
        await TellAsync();
        await MakeKeysAsync();
        Break(broken);

        var outcome = await RobAsync();

        Assert.Equal(ExitCode.Refused, outcome.ExitCode);
        Assert.Contains("words can be read without any key", outcome.Error, StringComparison.OrdinalIgnoreCase);
        AssertToldNothing(outcome);
    }

    [Theory]
    [InlineData("data.log", "plain")]
    [InlineData("data.log", "utf-16")]
    [InlineData("data/notes.txt", "plain")]
    [InlineData("data/notes.txt", "national")]
    public async Task A_number_in_a_log_beside_or_in_a_file_within_is_found_out(string file, string spelling)
    {
        await TellAsync();
        await MakeKeysAsync();
        File.WriteAllBytes(Path.Combine(_directory, file), spelling switch
        {
            "utf-16" => Encoding.Unicode.GetBytes($"info: sent to {Number} in 3 ms"),
            "national" => Encoding.UTF8.GetBytes($"call {Number[4..]} back"),
            _ => Encoding.UTF8.GetBytes($"info: sent to {Number} in 3 ms"),
        });

        var outcome = await RobAsync();

        Assert.Equal(ExitCode.Refused, outcome.ExitCode);
        Assert.Contains("telephone numbers can be read without any key, ", outcome.Error, StringComparison.Ordinal);
        AssertToldNothing(outcome);
    }

    [Fact]
    public async Task A_log_elsewhere_is_looked_at_when_it_is_named()
    {
        await TellAsync();
        await MakeKeysAsync();
        Directory.CreateDirectory(Path.Combine(_directory, "var"));
        File.WriteAllText(Path.Combine(_directory, "var", "journal.txt"), $"from 591{Number[4..]}: hola\n");

        Assert.Equal(ExitCode.Done, (await RobAsync()).ExitCode);
        Assert.Equal(ExitCode.Refused, (await RobAsync("--logs", Path.Combine(_directory, "var"))).ExitCode);
        Assert.Equal(ExitCode.Refused, (await RobAsync("--logs", Path.Combine(_directory, "gone"))).ExitCode);
    }

    /// <summary>What the server key opens is searched for wherever it must not lie: a name is no pattern.</summary>
    [Fact]
    public async Task A_responder_s_name_in_a_log_is_found_out_though_nothing_marks_it_as_one()
    {
        await TellAsync();
        await MakeKeysAsync();
        File.WriteAllText(Path.Combine(_directory, "server.log"), "alerted Doña Petrona Mamani.\n");

        Assert.Equal(ExitCode.Refused, (await RobAsync()).ExitCode);
    }

    [Theory]
    [InlineData("server.key")]
    [InlineData("sheet")]
    public async Task A_key_that_lies_with_the_data_is_found_out(string key)
    {
        await TellAsync();
        await MakeKeysAsync();
        File.Copy(Path.Combine(_directory, key == "sheet" ? "sheet" : "data.keys/server.key"), Path.Combine(Data, "kept"));

        var outcome = await RobAsync();

        Assert.Equal(ExitCode.Refused, outcome.ExitCode);
        Assert.Contains("kept: ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_database_it_says_so_and_makes_nothing()
    {
        var outcome = await RobAsync();

        Assert.Equal(ExitCode.Refused, outcome.ExitCode);
        Assert.Contains("--data DIR", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task A_line_at_work_is_robbed_while_it_works_and_goes_on()
    {
        await using var serving = await ServingProcess.StartAsync();
        await serving.SayAsync("reporter", "hola", "3", "2", "1", "Tarabuco, junto al puente", Story, "1", "1", "1");

        var outcome = await CommandLineRun.RunAsync("doctor", "--privacy", "--data", serving.Data.Path);

        Assert.Contains("Key apart (the files, not the server key): no story and no number can be read.", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("provisional", outcome.Error, StringComparison.Ordinal);
        await serving.SayAsync("reporter", "hola");
    }

    [Fact]
    public void Random_bytes_hold_neither_numbers_nor_sentences()
    {
        var bytes = new byte[4 << 20];
        new Random(20260302).NextBytes(bytes);

        Assert.Equal(0, OpenNumbers.Count(bytes, ..));
        Assert.Equal(0, OpenWords.Count(bytes, .., 4, 20, _ => false));
    }

    [Theory]
    [InlineData("2026-11-25T11:42:12.1234567+00:00", 0)]
    [InlineData("0123456789abcdef71234567", 0)]
    [InlineData("+59171234567", 1)]
    [InlineData("to 71234567, from 59171234567", 2)]
    [InlineData("BO-71234567", 0)]
    public void A_number_stands_alone(string text, int numbers) =>
        Assert.Equal(numbers, OpenNumbers.Count(Encoding.UTF8.GetBytes(text), ..));

    [Fact]
    public void What_lies_across_two_stretches_of_a_file_is_found_once()
    {
        var file = Path.Combine(_directory, "large");
        var text = new string('-', (1 << 20) + 507) + Number + new string('-', 3 << 20) + Number;
        File.WriteAllText(file, text);
        var found = 0;

        Loot.Walk(file, (bytes, own) => found += OpenNumbers.Count(bytes, own));

        Assert.Equal(2, found);
    }

    private static void AssertToldNothing(CommandOutcome outcome)
    {
        Assert.DoesNotContain("niña", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Number[4..], outcome.Error, StringComparison.Ordinal);
    }

    private async Task TellAsync()
    {
        await using var host = await OpenHost.StartAsync(
            new(Data), new(RunningHost.FlowsPath()), ModeWish.TakeAsItIs, everything: false, TestContext.Current.CancellationToken);
        var (tips, seals, responders) = (
            host.Services.GetRequiredService<ITipStore>(), host.Services.GetRequiredService<ISeals>(), host.Services.GetRequiredService<IResponders>());
        var tip = Some.Tip();
        await host.Services.GetRequiredService<ITransactions>().RunAsync(
            unit =>
            {
                tips.Save(unit, tip);
                tips.AddSeal(unit, tip.Id, seals.Seal(
                    unit, SealedTip.Of(SealedPart.Told, 0, LanguageTag.Spanish, Story).ToJson(), new HashSet<ResponderId>()));
                responders.Save(unit, Given.Defender().Called("Doña Petrona Mamani"));
            },
            TestContext.Current.CancellationToken);
    }

    private void Break(string how)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "outreach.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = how switch
        {
            "a seal that is none" => $$"""UPDATE tip_seal SET seal = CAST('{"told":"niña"}' AS BLOB)""",
            "words in a column of facts" => $"UPDATE tip SET outcome = '{Story}'",
            "words in a table of somebody's" => $"CREATE TABLE cache (k, v); INSERT INTO cache VALUES (1, '{Story}')",
            "a glass box" => $$"""UPDATE responder SET box = CAST('{"name":"niña","institution":"x"}' AS BLOB)""",
            _ => $"PRAGMA secure_delete = OFF; CREATE TABLE cache (v); INSERT INTO cache VALUES ('{Story}'); DELETE FROM cache; DROP TABLE cache",
        };
        command.ExecuteNonQuery();
    }

    private async Task MakeKeysAsync()
    {
        File.WriteAllText(Path.Combine(_directory, "pw"), "a long walk to the river\n");
        var outcome = await CommandLineRun.RunAsync(
            "keys", "new", "--passphrase-file", Path.Combine(_directory, "pw"), "--out", Path.Combine(_directory, "sheet"), "--data", Data);
        Assert.Equal(ExitCode.Done, outcome.ExitCode);
    }

    private Task<CommandOutcome> RobAsync(params string[] more) => CommandLineRun.RunAsync(["doctor", "--privacy", "--data", Data, .. more]);
}
