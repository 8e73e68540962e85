using System.Text.Json;
using OutreachBot.Commands;

namespace OutreachBot.Tests.Commands;

/// <summary>Keys after the ceremony, and users, as from a shell.</summary>
public sealed class UsersAndKeysCommandsTests : IDisposable
{
    private readonly CoordinatorsOnFile _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    public async Task Rotate_gives_the_key_another_passphrase_and_tips_open_with_that_alone()
    {
        await _line.MakeAsync();
        var tip = await _line.TellAsync("a story");

        var rotated = await _line.RunAsync(
            "keys", "rotate", "--passphrase-file", _line.At("elena"), "--new-passphrase-file", _line.Write("new", "seven stones in a river"));

        Assert.Equal((ExitCode.Done, ""), (rotated.ExitCode, rotated.Out));
        Assert.Contains("a story", (await _line.OpenAsync(tip, "new")).Out, StringComparison.Ordinal);
        CoordinatorsOnFile.AssertRefused(await _line.OpenAsync(tip, "elena"));
    }

    [Fact]
    public async Task Rotate_refuses_a_wrong_passphrase_a_short_one_another_s_and_a_sheet_and_changes_nothing()
    {
        await _line.MakeAsync();
        // That one leaves its line in the audit; the rest leave nothing.
        CoordinatorsOnFile.AssertRefused(await RotateAsync(_line.Write("wrong", "nobody's passphrase"), _line.Write("new", "seven stones in a river")));
        var before = (await _line.RunAsync("audit", "verify")).Out;

        CoordinatorsOnFile.AssertRefused(await RotateAsync(_line.At("elena"), _line.Write("short", "seven")));
        CoordinatorsOnFile.AssertRefused(await RotateAsync(_line.At("elena"), _line.At("clara")));
        CoordinatorsOnFile.AssertRefused(await RotateAsync(_line.At("elena"), _line.At("elena")));
        CoordinatorsOnFile.AssertRefused(await RotateAsync(_line.At("sheet"), _line.At("new")));

        Assert.Equal(before, (await _line.RunAsync("audit", "verify")).Out);
    }

    [Fact]
    public async Task Recover_makes_a_new_key_for_who_lost_hers_and_she_reads_what_she_could()
    {
        await _line.MakeAsync();
        var tip = await _line.TellAsync("a story");

        var recovered = await RecoverAsync(_line.At("sheet"), _line.Clara, _line.Write("new", "seven stones in a river"));

        Assert.Equal((ExitCode.Done, """{"resealed":1,"others":0,"damaged":0}"""), (recovered.ExitCode, recovered.Lines.Single()));
        Assert.Contains("a story", (await _line.OpenAsync(tip, "new")).Out, StringComparison.Ordinal);
        Assert.Contains("a story", (await _line.OpenAsync(tip, "elena")).Out, StringComparison.Ordinal);
        CoordinatorsOnFile.AssertRefused(await _line.OpenAsync(tip, "clara"));

        // Cut off before its end it is given again: no second key is made.
        Assert.Equal(ExitCode.Done, (await RecoverAsync(_line.At("sheet"), _line.Clara, _line.At("new"))).ExitCode);
        Assert.Equal(3, (await _line.RunAsync("users", "list")).Lines.Length);
    }

    [Fact]
    public async Task Recover_refuses_what_is_no_sheet_one_of_other_keys_and_who_is_no_coordinator()
    {
        await _line.MakeAsync();
        var damaged = (await File.ReadAllTextAsync(_line.At("sheet"), TestContext.Current.CancellationToken)).TrimEnd()[..^1] + "Q";
        await _line.RunAsync("keys", "new", "--replace", "--responder", _line.Elena, "--passphrase-file", _line.At("elena"), "--out", _line.At("sheet2"));
        _line.Write("new", "seven stones in a river");

        CoordinatorsOnFile.AssertRefused(await RecoverAsync(_line.At("sheet"), _line.Elena, _line.At("new")));
        CoordinatorsOnFile.AssertRefused(await RecoverAsync(_line.Write("damaged", damaged), _line.Elena, _line.At("new")));
        CoordinatorsOnFile.AssertRefused(await RecoverAsync(_line.At("elena"), _line.Elena, _line.At("new")));
        CoordinatorsOnFile.AssertRefused(await RecoverAsync(_line.At("sheet2"), "r_1", _line.At("new")));
        CoordinatorsOnFile.AssertRefused(await RecoverAsync(_line.At("nowhere"), _line.Elena, _line.At("new")));
    }

    [Fact]
    public async Task Who_leaves_is_removed_by_another_and_opens_nothing()
    {
        await _line.MakeAsync();
        var tip = await _line.TellAsync("a story");

        CoordinatorsOnFile.AssertRefused(await RemoveAsync(_line.Clara, "clara"));
        CoordinatorsOnFile.AssertRefused(await RemoveAsync("r_1", "elena"));
        var removed = await RemoveAsync(_line.Clara, "elena");

        Assert.Equal((ExitCode.Done, """{"resealed":1,"others":0,"damaged":0}"""), (removed.ExitCode, removed.Lines.Single()));
        Assert.Contains("backups", removed.Error, StringComparison.Ordinal);
        CoordinatorsOnFile.AssertRefused(await _line.OpenAsync(tip, "clara"));
        Assert.Contains("a story", (await _line.OpenAsync(tip, "elena")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain(_line.Clara, (await _line.RunAsync("users", "list")).Out, StringComparison.Ordinal);

        // Again, as after a cut: nothing is there to be destroyed, and all is sealed anew.
        Assert.Equal(ExitCode.Done, (await RemoveAsync(_line.Clara, "elena")).ExitCode);
        CoordinatorsOnFile.AssertRefused(await RemoveAsync(_line.Elena, "sheet"));
    }

    [Fact]
    public async Task A_wrong_passphrase_leaves_one_line_an_hour_that_helps_nobody_guess()
    {
        await _line.MakeAsync();
        var tip = await _line.TellAsync("a story");
        await _line.RunAsync("users", "add", "--auditor", "--sheet", _line.At("sheet"), "--passphrase-file", _line.Write("auditor", "the owl counts at night"));
        for (var i = 0; i < 3; i++)
        {
            _line.Write("wrong", $"elena walks to the river {i}");
            CoordinatorsOnFile.AssertRefused(await _line.OpenAsync(tip, "wrong"));
        }
        var listed = await _line.RunAsync("audit", "list", "--passphrase-file", _line.At("auditor"));
        var tried = listed.Lines.Where(l => l.Contains("keys.passphrase_wrong", StringComparison.Ordinal)).ToList();

        // The hour may turn between two of the three.
        Assert.InRange(tried.Count, 1, 2);
        Assert.Equal("terminal", JsonDocument.Parse(tried[0]).RootElement.GetProperty("who").GetString());
        Assert.DoesNotContain("river", listed.Out, StringComparison.Ordinal);
    }

    /// <summary>Else a typo of somebody's own would hide that a colleague's was tried in that hour.</summary>
    [Fact]
    public async Task Whose_was_tried_by_name_has_a_line_beside_that_of_the_terminal()
    {
        await _line.MakeAsync();
        var tip = await _line.TellAsync("a story");
        await _line.RunAsync("users", "add", "--auditor", "--sheet", _line.At("sheet"), "--passphrase-file", _line.Write("auditor", "the owl counts at night"));
        _line.Write("wrong", "nobody walks to the river");
        foreach (var second in new[] { _line.Clara, "r_00000000000000000000000000000001", "r_00000000000000000000000000000002" })
        {
            CoordinatorsOnFile.AssertRefused(await _line.OpenAsync(tip, "wrong"));
            CoordinatorsOnFile.AssertRefused(await _line.RunAsync(
                "tips", "export", _line.At("tips.csv"), "--plain", "--reason", "for the ministry",
                "--passphrase-file", _line.At("elena"), "--second", second, "--second-passphrase-file", _line.At("wrong")));
        }
        var listed = await _line.RunAsync("audit", "list", "--passphrase-file", _line.At("auditor"));
        var who = listed.Lines.Where(l => l.Contains("keys.passphrase_wrong", StringComparison.Ordinal))
            .Select(l => JsonDocument.Parse(l).RootElement.GetProperty("who").GetString()).ToList();

        // The hour may turn meanwhile. Who is on file under no id can't fill the audit with made-up ones.
        Assert.Equal(["terminal", _line.Clara], who.Distinct());
        Assert.InRange(who.Count, 2, 4);
    }

    [Theory]
    [InlineData("qwertyuiop", "row of keys")]
    [InlineData("Clara Ficticia 2026", "name")]
    [InlineData("19850612", "digits")]
    public async Task A_passphrase_that_is_tried_first_is_refused_with_why_and_nothing_changes(string easy, string why)
    {
        await _line.MakeAsync();
        var refused = await RotateAsync(_line.At("elena"), _line.Write("new", easy));
        CoordinatorsOnFile.AssertRefused(refused);
        Assert.Contains(why, refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(easy, refused.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await RotateAsync(_line.At("elena"), _line.Write("new", "seven stones in a river"))).ExitCode);
    }

    [Fact]
    public async Task An_auditor_reads_who_opened_what_and_why_and_opens_nothing()
    {
        await _line.MakeAsync();
        var tip = await _line.TellAsync("a story");
        var added = await _line.RunAsync(
            "users", "add", "--auditor", "--sheet", _line.At("sheet"), "--passphrase-file", _line.Write("auditor", "the owl counts at night"));
        var id = JsonDocument.Parse(added.Lines.Single()).RootElement.GetProperty("id").GetString()!;
        await _line.OpenAsync(tip, "elena");

        CoordinatorsOnFile.AssertRefused(await _line.OpenAsync(tip, "auditor"));
        CoordinatorsOnFile.AssertRefused(await _line.RunAsync("audit", "list", "--passphrase-file", _line.At("elena")));
        CoordinatorsOnFile.AssertRefused(await _line.RunAsync("audit", "list", "--passphrase-file", _line.At("sheet")));
        var listed = await _line.RunAsync("audit", "list", "--passphrase-file", _line.At("auditor"));

        Assert.Equal(ExitCode.Done, listed.ExitCode);
        var lines = listed.Lines.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var opened = lines.Single(l => l.GetProperty("what").GetString() == "tip.opened");
        Assert.Equal((tip, "a test"), (opened.GetProperty("tip").GetString(), opened.GetProperty("reason").GetString()));
        Assert.Contains(_line.Elena, opened.GetProperty("who").GetString(), StringComparison.Ordinal);
        Assert.Equal("audit.read", lines[^1].GetProperty("what").GetString());
        Assert.DoesNotContain("a story", listed.Out, StringComparison.Ordinal);

        var last = lines[^1].GetProperty("number").GetInt64().ToString();
        Assert.Single((await _line.RunAsync("audit", "list", "--after", last, "--passphrase-file", _line.At("auditor"))).Lines);
        Assert.Equal(ExitCode.Done, (await _line.RunAsync("users", "remove", "--auditor", id)).ExitCode);
        CoordinatorsOnFile.AssertRefused(await _line.RunAsync("audit", "list", "--passphrase-file", _line.At("auditor")));
        CoordinatorsOnFile.AssertRefused(await _line.RunAsync("users", "remove", "--auditor", id));
    }

    [Fact]
    public async Task Users_takes_one_of_the_two_kinds_and_lists_no_secret()
    {
        await _line.MakeAsync();

        Assert.Equal(ExitCode.Usage, (await _line.RunAsync("users", "add", "--sheet", _line.At("sheet"))).ExitCode);
        Assert.Equal(ExitCode.Usage, (await _line.RunAsync("users", "add", "--auditor", "--responder", _line.Elena, "--sheet", "s")).ExitCode);
        Assert.Equal(ExitCode.Usage, (await _line.RunAsync("users", "remove")).ExitCode);
        var keys = (await _line.RunAsync("users", "list")).Lines.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["coordinator", "coordinator", "recovery"], keys.Select(k => k.GetProperty("kind").GetString()).Order(StringComparer.Ordinal));
        Assert.All(keys, k => Assert.True(k.GetProperty("in_use").GetBoolean()));
        Assert.Equal(64, keys.Single(k => k.GetProperty("kind").GetString() == "recovery").GetProperty("fingerprint").GetString()!.Length);
    }

    private Task<Support.CommandOutcome> RotateAsync(string from, string to) =>
        _line.RunAsync("keys", "rotate", "--passphrase-file", from, "--new-passphrase-file", to);

    private Task<Support.CommandOutcome> RecoverAsync(string sheet, string responder, string passphrase) =>
        _line.RunAsync("keys", "recover", "--sheet", sheet, "--responder", responder, "--passphrase-file", passphrase);

    private Task<Support.CommandOutcome> RemoveAsync(string responder, string passphrase) =>
        _line.RunAsync("users", "remove", "--responder", responder, "--passphrase-file", _line.At(passphrase));
}
