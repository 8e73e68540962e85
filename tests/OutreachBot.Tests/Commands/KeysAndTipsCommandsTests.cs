using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Commands;
using OutreachBot.Flows.Languages;
using OutreachBot.Hosting;
using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tests.Support;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Commands;

/// <summary>The commands as from a shell, on a data directory of their own.</summary>
public sealed class KeysAndTipsCommandsTests : IDisposable
{
    private const string Mine = "a long walk to the river";
    private readonly string _directory = Directory.CreateTempSubdirectory("outreach-keys-").FullName;

    private string Data => Path.Combine(_directory, "data");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task What_was_told_before_keys_new_is_opened_after_it_with_the_new_passphrase()
    {
        var id = await TellAsync("a girl was taken to the city");
        Assert.Equal(ExitCode.Refused, (await OpenAsync(id, Write("pw", Mine))).ExitCode);

        var made = await RunAsync("keys", "new", "--passphrase-file", Write("pw", Mine), "--out", At("sheet"));
        var opened = await OpenAsync(id, At("pw"));

        Assert.Equal((ExitCode.Done, ""), (made.ExitCode, made.Out));
        Assert.Contains("1 seals were taken over", made.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, opened.ExitCode);
        var document = JsonDocument.Parse(Assert.Single(opened.Lines)).RootElement;
        Assert.Equal(id, document.GetProperty("id").GetString());
        Assert.Equal("a girl was taken to the city", document.GetProperty("parts")[0].GetProperty("story").GetString());
    }

    [Fact]
    public async Task A_tip_told_after_keys_new_is_opened_by_the_passphrase_and_by_the_recovery_sheet()
    {
        await RunAsync("keys", "new", "--passphrase-file", Write("pw", Mine), "--out", At("sheet"));
        var id = await TellAsync("a long story with ñ and ü");

        Assert.Contains("ñ and ü", (await OpenAsync(id, At("pw"))).Out, StringComparison.Ordinal);
        Assert.Contains("ñ and ü", (await OpenAsync(id, At("sheet"))).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_recovery_sheet_is_readable_by_nobody_else_and_shown_on_stdout_when_no_file_is_named()
    {
        await RunAsync("keys", "new", "--passphrase-file", Write("pw", Mine), "--out", At("sheet"));
        var again = await RunAsync("keys", "new", "--passphrase-file", At("pw"), "--replace");

        Assert.Contains("AGE-SECRET-KEY-1", again.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("AGE-SECRET-KEY-1", again.Error, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(At("sheet")));
        }
    }

    [Theory]
    [InlineData("short")]
    [InlineData("")]
    public async Task A_passphrase_that_is_too_short_makes_no_key(string passphrase)
    {
        await TellAsync("a line that is there");

        var outcome = await RunAsync("keys", "new", "--passphrase-file", Write("pw", passphrase));

        AssertRefused(outcome);
        Assert.Contains("Run: keys new", (await RunAsync("doctor", "--flows", RunningHost.FlowsPath())).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_are_there_are_not_replaced_unasked_and_a_sheet_is_not_written_over()
    {
        await RunAsync("keys", "new", "--passphrase-file", Write("pw", Mine), "--out", At("sheet"));
        var sheet = await File.ReadAllTextAsync(At("sheet"), TestContext.Current.CancellationToken);

        AssertRefused(await RunAsync("keys", "new", "--passphrase-file", At("pw")));
        AssertRefused(await RunAsync("keys", "new", "--passphrase-file", At("pw"), "--replace", "--out", At("sheet")));

        Assert.Equal(sheet, await File.ReadAllTextAsync(At("sheet"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Replacing_keys_warns_and_leaves_older_tips_to_the_former_passphrase()
    {
        await RunAsync("keys", "new", "--passphrase-file", Write("pw", Mine), "--out", At("sheet"));
        var id = await TellAsync("an older tip");

        var replaced = await RunAsync("keys", "new", "--passphrase-file", Write("pw2", "another passphrase"), "--out", At("sheet2"), "--replace");

        Assert.Contains("Warning", replaced.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await OpenAsync(id, At("pw"))).ExitCode);
        AssertRefused(await OpenAsync(id, At("pw2")));
    }

    [Fact]
    public async Task A_key_is_bound_to_a_coordinator_on_file_only()
    {
        await TellAsync("a line that is there");

        AssertRefused(await RunAsync("keys", "new", "--passphrase-file", Write("pw", Mine), "--responder", ResponderId.Draw().ToString()));
        AssertRefused(await RunAsync("keys", "new", "--passphrase-file", At("pw"), "--responder", "ana"));
    }

    [Fact]
    public async Task A_wrong_passphrase_an_unknown_id_and_an_id_that_is_none_each_say_one_sentence_and_change_nothing()
    {
        await RunAsync("keys", "new", "--passphrase-file", Write("pw", Mine), "--out", At("sheet"));
        var id = await TellAsync("words");

        AssertRefused(await OpenAsync(id, Write("other", "another passphrase")));
        AssertRefused(await OpenAsync(TipId.Draw().ToString(), At("pw")));
        AssertRefused(await OpenAsync("not-an-id", At("pw")));
        AssertRefused(await OpenAsync(id, At("no-such-file")));
    }

    [Fact]
    public async Task Opening_without_a_reason_is_wrong_usage()
    {
        Assert.Equal(ExitCode.Usage, (await RunAsync("tips", "open", TipId.Draw().ToString())).ExitCode);
        Assert.Equal(ExitCode.Usage, (await RunAsync("tips", "open", TipId.Draw().ToString(), "--reason", "  ")).ExitCode);
    }

    [Fact]
    public async Task The_list_has_routing_facts_and_never_words()
    {
        var id = await TellAsync("wichukuna");

        var outcome = await RunAsync("tips", "list");

        Assert.Equal(
            $$"""{"id":"{{id}}","hour":"2026-03-02T14:00:00Z","municipality":"BO-020101","kind":"work","urgency":"normal","state":"new"}""",
            Assert.Single(outcome.Lines));
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
    }

    [Fact]
    public async Task The_commands_work_while_the_line_serves_and_it_seals_to_the_new_keys_at_once()
    {
        await using var host = await RunningHost.StartAsync(new HostSetup { DataDirectory = Data });
        var before = await TellAsync(host.Services, "before");
        await RunAsync("keys", "new", "--passphrase-file", Write("pw", Mine), "--out", At("sheet"));
        var after = await TellAsync(host.Services, "after");

        Assert.Contains("before", (await OpenAsync(before, At("pw"))).Out, StringComparison.Ordinal);
        Assert.Contains("after", (await OpenAsync(after, At("pw"))).Out, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("tips", "list")).Lines.Length);
    }

    private static void AssertRefused(CommandOutcome outcome)
    {
        Assert.Equal((ExitCode.Refused, ""), (outcome.ExitCode, outcome.Out));
        Assert.EndsWith(".\n", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(1, outcome.Error.Count(c => c == '\n'));
    }

    private async Task<string> TellAsync(string story)
    {
        await using var host = await OpenHost.StartAsync(
            new(Data), new(RunningHost.FlowsPath()), ModeWish.TakeAsItIs, everything: false, TestContext.Current.CancellationToken);
        return await TellAsync(host.Services, story);
    }

    private static Task<string> TellAsync(IServiceProvider services, string story)
    {
        var tips = services.GetRequiredService<ITipStore>();
        var seals = services.GetRequiredService<ISeals>();
        var tip = Some.Tip();
        return services.GetRequiredService<ITransactions>().RunAsync(
            unit =>
            {
                tips.Save(unit, tip);
                tips.AddSeal(unit, tip.Id, seals.Seal(
                    unit, SealedTip.Of(SealedPart.Told, 0, LanguageTag.Spanish, story).ToJson(), new HashSet<ResponderId>()));
                return tip.Id.ToString();
            },
            TestContext.Current.CancellationToken);
    }

    private Task<CommandOutcome> OpenAsync(string id, string passphraseFile) =>
        RunAsync("tips", "open", id, "--reason", "a test", "--passphrase-file", passphraseFile);

    private Task<CommandOutcome> RunAsync(params string[] args) => CommandLineRun.RunAsync([.. args, "--data", Data]);

    private string At(string name) => Path.Combine(_directory, name);

    private string Write(string name, string text)
    {
        File.WriteAllText(At(name), text + "\n");
        return At(name);
    }
}
