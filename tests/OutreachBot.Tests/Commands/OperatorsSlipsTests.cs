using OutreachBot.Commands;
using OutreachBot.Tests.Support;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Commands;

/// <summary>What an operator types wrong, or a second time: one sentence that says what is so.</summary>
public sealed class OperatorsSlipsTests : IDisposable
{
    private readonly CoordinatorsOnFile _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    public async Task A_tip_is_not_referred_to_who_refers_it_and_a_second_time_says_that_it_is_one()
    {
        await _line.MakeAsync();
        var tip = await _line.TellBeforeClaraAsync("a story");

        var toHerself = await ReferAsync(tip, _line.Elena);
        var first = await ReferAsync(tip, _line.Clara);
        var again = await ReferAsync(tip, _line.Clara);

        CoordinatorsOnFile.AssertRefused(toHerself);
        Assert.Contains("Nothing was changed", toHerself.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("before", first.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, again.ExitCode);
        Assert.Contains("before", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tip_is_referred_to_coordinators_and_a_defender_is_not_told_to_get_a_key()
    {
        await _line.MakeAsync();
        await _line.RunAsync("responders", "import", _line.Write("rosa.csv",
            """
            name,phone,role,country,areas,languages,competences,institution,on_duty
            Rosa Ficticia,+59171234567,defender,BO,BO-010601,es,all,Red,yes
            """));
        var rosa = (await _line.RunAsync("responders", "list")).Lines.Single(l => l.Contains("defender", StringComparison.Ordinal))[7..41];

        var refused = await ReferAsync(await _line.TellAsync("a story"), rosa);

        CoordinatorsOnFile.AssertRefused(refused);
        Assert.Contains("coordinators", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("users add", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_withdrawn_tip_nothing_is_opened_and_the_audit_says_nothing_else()
    {
        await _line.MakeAsync();
        var tip = await _line.TellAsync("a story", t => t with { State = TipState.Withdrawn });

        var opened = await _line.OpenAsync(tip, "elena");

        CoordinatorsOnFile.AssertRefused(opened);
        Assert.Contains("withdrawn", opened.Error, StringComparison.Ordinal);
        Assert.Empty(await _line.AuditAsync("tip.opened"));
    }

    [Fact]
    public async Task An_option_that_swallows_the_next_one_is_wrong_usage_and_a_tip_without_media_says_so()
    {
        await _line.MakeAsync();
        var tip = await _line.TellAsync("a story");

        var swallowed = await _line.RunAsync("tips", "open", tip, "--reason", "a test", "--passphrase-file", _line.At("elena"), "--media");
        var without = await _line.RunAsync("tips", "open", tip, "--reason", "a test", "--passphrase-file", _line.At("elena"), "--media", _line.At("m"));

        Assert.Equal(ExitCode.Usage, swallowed.ExitCode);
        Assert.Contains("--media needs a value", swallowed.Error, StringComparison.Ordinal);
        Assert.Contains("No voice or picture", without.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_line.At("m")));
    }

    [Fact]
    public async Task Places_are_found_by_name_too()
    {
        var found = await CommandLineRun.RunAsync("places", "find", "Tarabuco", "--country", "Bolivia", "--data", _line.At("none"));
        var several = await CommandLineRun.RunAsync("places", "find", "santa", "rosa", "--data", _line.At("none"));
        var none = await CommandLineRun.RunAsync("places", "find", "Xyzzyxyz", "--country", "GT", "--data", _line.At("none"));

        Assert.Equal((ExitCode.Done, """{"kind":"resolved","municipality":"BO-010601","candidates":["BO-010601"]}"""), (found.ExitCode, found.Lines.Single()));
        Assert.Contains("BO-010601 Tarabuco", found.Error, StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"ask\"", several.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Refused, none.ExitCode);
        Assert.Equal(ExitCode.Usage, (await CommandLineRun.RunAsync("places", "find", "Tarabuco", "--country", "Peru")).ExitCode);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_called_that_and_a_file_that_can_not_be_written_was_no_export()
    {
        await _line.MakeAsync();
        var tip = await _line.TellAsync("a story");

        Assert.Contains($"{_line.At("nowhere")}: there is no such file.", (await _line.OpenAsync(tip, "nowhere")).Error, StringComparison.Ordinal);
        Assert.Contains(
            "there is no such file.", (await _line.RunAsync("restore", _line.At("gone.age"), "--passphrase-file", _line.At("sheet"))).Error, StringComparison.Ordinal);
        var backup = await _line.RunAsync("backup", Path.Combine(_line.At("no-such-directory"), "copy.age"));
        CoordinatorsOnFile.AssertRefused(backup);
        Assert.Contains("Nothing was written.", backup.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Months_in_the_wrong_order_are_wrong_usage_and_a_country_is_called_by_its_name()
    {
        await _line.MakeAsync();

        var months = await _line.RunAsync("statistics", "--from", "2026-11", "--to", "2026-01");

        Assert.Equal(ExitCode.Usage, months.ExitCode);
        Assert.Contains("--to is before --from", months.Error, StringComparison.Ordinal);
        Assert.Equal(
            (await _line.RunAsync("responders", "list", "--holes", "--country", "GT")).Out,
            (await _line.RunAsync("responders", "list", "--holes", "--country", "Guatemala")).Out);
    }

    [Fact]
    public async Task Who_is_new_in_a_list_that_was_there_before_is_told_by_her_line()
    {
        await _line.MakeAsync();
        Assert.Equal(ExitCode.Done, (await _line.RunAsync("users", "remove", "--responder", _line.Clara, "--passphrase-file", _line.At("elena"))).ExitCode);
        Assert.Equal(ExitCode.Done, (await _line.RunAsync("responders", "retire", _line.Clara)).ExitCode);

        var dry = await _line.RunAsync("responders", "import", _line.At("people.csv"), "--dry-run");
        var back = await _line.RunAsync("responders", "import", _line.At("people.csv"));

        Assert.Contains("line 3: new on file, coordinator.", dry.Error, StringComparison.Ordinal);
        Assert.Contains("line 3: new on file, coordinator, r_", back.Error, StringComparison.Ordinal);
        Assert.Contains("Whoever was retired", back.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("line 2: new", back.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Clara", back.Error, StringComparison.Ordinal);
        Assert.Contains("no column trained_on", back.Error, StringComparison.Ordinal);
    }

    private Task<CommandOutcome> ReferAsync(string tip, string to) =>
        _line.RunAsync("tips", "refer", tip, "--to", to, "--reason", "she knows the place", "--passphrase-file", _line.At("elena"));
}
