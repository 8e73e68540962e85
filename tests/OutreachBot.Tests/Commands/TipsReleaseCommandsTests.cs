using OutreachBot.Commands;
using OutreachBot.Privacy.Age;
using OutreachBot.Tests.Support;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Commands;

/// <summary>What takes two people: tips out in a sheet, and many opened at once.</summary>
public sealed class TipsReleaseCommandsTests : IDisposable
{
    private readonly CoordinatorsOnFile _line = new();
    private readonly AgeIdentity _outside = AgeIdentity.Draw();

    public void Dispose()
    {
        _line.Dispose();
        _outside.Dispose();
    }

    [Fact]
    public async Task Two_people_export_a_sealed_sheet_that_its_recipient_alone_opens_and_the_audit_has_both()
    {
        await _line.MakeAsync();
        var tip = await _line.TellAsync("wichukuna");

        var exported = await ExportAsync("out.age", "--to", _outside.Recipient.Text);

        Assert.Equal((ExitCode.Done, """{"exported":1,"stories":0,"sealed":true}"""), (exported.ExitCode, exported.Lines.Single()));
        var sheet = await OpenSheetAsync("out.age");
        Assert.Contains(tip, sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("wichukuna", sheet, StringComparison.Ordinal);
        var line = Assert.Single(await AuditAsync("tips.exported"));
        Assert.Contains(_line.Elena, line.Who, StringComparison.Ordinal);
        Assert.Contains(_line.Clara, line.Who, StringComparison.Ordinal);
        Assert.Equal("for the ministry (1 tips)", line.Reason);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_line.At("out.age")));
        }
    }

    [Fact]
    public async Task Stories_go_along_when_they_are_asked_for_sealed_only_and_each_leaves_a_line()
    {
        await _line.MakeAsync();
        var tip = await _line.TellAsync("=a story");

        Assert.Equal(ExitCode.Usage, (await ExportAsync("out.csv", "--plain", "--stories")).ExitCode);
        var exported = await ExportAsync("out.age", "--to", _outside.Recipient.Text, "--stories");

        Assert.Equal("""{"exported":1,"stories":1,"sealed":true}""", exported.Lines.Single());
        Assert.Contains("'=a story", await OpenSheetAsync("out.age"), StringComparison.Ordinal);
        Assert.Equal(tip, Assert.Single(await AuditAsync("tip.opened")).Tip);
    }

    [Fact]
    public async Task What_keeps_either_of_the_two_away_leaves_no_trace_in_what_they_are_given()
    {
        await _line.MakeAsync();
        await _line.TellAsync("for both");
        await ExportAsync("before.csv", "--plain");
        var first = await File.ReadAllTextAsync(_line.At("before.csv"), TestContext.Current.CancellationToken);
        await _line.TellAsync("about Clara", bend: null, _line.Clara);
        await _line.TellAsync("about Elena", bend: null, _line.Elena);
        await _line.TellAsync("withdrawn", tip => tip with { State = TipState.Withdrawn });

        var after = await ExportAsync("after.csv", "--plain");

        Assert.Equal("""{"exported":1,"stories":0,"sealed":false}""", after.Lines.Single());
        Assert.Equal(first, await File.ReadAllTextAsync(_line.At("after.csv"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task One_person_alone_a_file_that_is_there_and_a_recipient_that_is_none_export_nothing()
    {
        await _line.MakeAsync();
        await _line.TellAsync("a story");
        _line.Write("taken", "mine");
        _line.Write("wrong", "nobody's passphrase");

        Assert.Equal(ExitCode.Usage, (await ExportAsync("out.csv")).ExitCode);
        Assert.Equal(ExitCode.Usage, (await ExportAsync("out.csv", "--plain", "--to", _outside.Recipient.Text)).ExitCode);
        CoordinatorsOnFile.AssertRefused(await ExportAsync("out.csv", "--to", "age1nobody"));
        CoordinatorsOnFile.AssertRefused(await ExportAsync("taken", "--plain"));
        foreach (var (mine, hers) in new[] { ("elena", "elena"), ("clara", "clara"), ("elena", "sheet"), ("sheet", "clara"), ("elena", "wrong"), ("wrong", "clara") })
        {
            CoordinatorsOnFile.AssertRefused(await ExportByAsync("out.csv", mine, hers, "--plain"));
        }

        Assert.Equal("mine\n", await File.ReadAllTextAsync(_line.At("taken"), TestContext.Current.CancellationToken));
        Assert.False(File.Exists(_line.At("out.csv")));
        Assert.Empty(await AuditAsync("tips.exported"));
    }

    [Fact]
    public async Task Several_tips_at_once_take_two_people_and_each_leaves_a_line_with_both()
    {
        await _line.MakeAsync();
        var (one, two) = (await _line.TellAsync("first story"), await _line.TellAsync("second story"));
        var about = await _line.TellAsync("about Clara", bend: null, _line.Clara);

        CoordinatorsOnFile.AssertRefused(await _line.RunAsync("tips", "open", one, two, "--reason", "r", "--passphrase-file", _line.At("elena")));
        Assert.Empty(await AuditAsync("tip.opened"));
        var opened = await OpenTwoAsync(one, two, about);

        Assert.Equal(ExitCode.Refused, opened.ExitCode);
        Assert.Equal(2, opened.Lines.Length);
        Assert.Contains("second story", opened.Out, StringComparison.Ordinal);
        Assert.StartsWith(about, opened.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("about Clara", opened.Out, StringComparison.Ordinal);
        var lines = await AuditAsync("tip.opened");
        Assert.Equal([one, two], lines.Select(l => l.Tip));
        Assert.All(lines, l => Assert.Contains(_line.Clara, l.Who, StringComparison.Ordinal));
        Assert.Contains("about Clara", (await _line.OpenAsync(about, "elena")).Out, StringComparison.Ordinal);
    }

    private Task<CommandOutcome> OpenTwoAsync(params string[] ids) => _line.RunAsync(
        ["tips", "open", .. ids, "--reason", "a survey", "--second", _line.Clara, "--passphrase-file", _line.At("elena"), "--second-passphrase-file", _line.At("clara")]);

    private Task<CommandOutcome> ExportAsync(string file, params string[] more) => ExportByAsync(file, "elena", "clara", more);

    private Task<CommandOutcome> ExportByAsync(string file, string mine, string hers, params string[] more) => _line.RunAsync(
    [
        "tips", "export", _line.At(file), "--second", _line.Clara, "--reason", "for the ministry",
        "--passphrase-file", _line.At(mine), "--second-passphrase-file", _line.At(hers), .. more,
    ]);

    private async Task<string> OpenSheetAsync(string file) => System.Text.Encoding.UTF8.GetString(
        AgeFile.Open(await File.ReadAllBytesAsync(_line.At(file), TestContext.Current.CancellationToken), _outside).Plain!);

    private Task<List<(string Who, string? Tip, string? Reason)>> AuditAsync(string what) => _line.AuditAsync(what);
}
