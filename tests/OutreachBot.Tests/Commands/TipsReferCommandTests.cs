using System.Text.Json;
using OutreachBot.Commands;
using OutreachBot.Tests.Support;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Commands;

/// <summary>An older tip reaches a newer key by referral, by somebody who can open it.</summary>
public sealed class TipsReferCommandTests : IAsyncLifetime
{
    private readonly CoordinatorsOnFile _line = new();

    public async ValueTask InitializeAsync() => await _line.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _line.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_older_tip_is_opened_by_whom_it_was_referred_to_and_by_who_referred_it_and_the_audit_says_so()
    {
        var tip = await OlderTipAsync("wichukuna");
        CoordinatorsOnFile.AssertRefused(await _line.OpenAsync(tip, "clara"));

        var referred = await ReferAsync(tip, "elena");

        Assert.Equal((ExitCode.Done, ""), (referred.ExitCode, referred.Out));
        Assert.Contains("wichukuna", (await _line.OpenAsync(tip, "clara")).Out, StringComparison.Ordinal);
        Assert.Contains("wichukuna", (await _line.OpenAsync(tip, "elena")).Out, StringComparison.Ordinal);
        Assert.Contains("wichukuna", (await _line.OpenAsync(tip, "sheet")).Out, StringComparison.Ordinal);
        var line = Assert.Single(await AuditAsync("tip.referred"));
        Assert.Contains(_line.Elena, line.Who, StringComparison.Ordinal);
        Assert.Equal((tip, $"she knows the place (to {_line.Clara})"), (line.Tip, line.Reason));
    }

    [Fact]
    public async Task What_was_referred_stays_open_to_her_when_seals_are_made_anew()
    {
        var (referred, other) = (await OlderTipAsync("referred"), await OlderTipAsync("kept"));
        await ReferAsync(referred, "elena");
        await _line.RunAsync("responders", "import", _line.Write("third.csv",
            """
            name,phone,role,country,areas,languages,competences,institution,on_duty
            Elena Ficticia,+59171234568,coordinator,BO,national,es,all,Coordinación,yes
            Clara Ficticia,+50251234567,coordinator,GT,national,es,all,Oficina,yes
            Marta Ficticia,+59171234569,coordinator,BO,BO-02,es,all,Oficina,yes
            """));
        var marta = (await _line.RunAsync("responders", "list")).Lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()!)
            .Single(id => id != _line.Elena && id != _line.Clara);
        await _line.RunAsync("users", "add", "--responder", marta, "--sheet", _line.At("sheet"), "--passphrase-file", _line.Write("marta", "marta mends the long road"));

        // Somebody leaves: another seals all that she opens anew.
        Assert.Equal(ExitCode.Done, (await _line.RunAsync("users", "remove", "--responder", marta, "--passphrase-file", _line.At("elena"))).ExitCode);

        Assert.Contains("referred", (await _line.OpenAsync(referred, "clara")).Out, StringComparison.Ordinal);
        CoordinatorsOnFile.AssertRefused(await _line.OpenAsync(other, "clara"));
    }

    [Fact]
    public async Task Who_can_not_open_it_and_who_is_kept_away_refer_nothing_and_get_nothing_and_no_seal_changes()
    {
        var tip = await OlderTipAsync("a story");
        var about = await OlderTipAsync("about Clara", bend: null, _line.Clara);
        var aboutElena = await _line.TellAsync("about Elena", bend: null, _line.Elena);
        var closed = await OlderTipAsync("closed", t => t with { State = TipState.Closed });
        _line.Write("wrong", "nobody's passphrase");
        var before = await SealsAsync();

        CoordinatorsOnFile.AssertRefused(await ReferAsync(tip, "clara"));
        CoordinatorsOnFile.AssertRefused(await ReferAsync(tip, "wrong"));
        CoordinatorsOnFile.AssertRefused(await ReferAsync(about, "elena"));
        CoordinatorsOnFile.AssertRefused(await ReferAsync(aboutElena, "elena"));
        CoordinatorsOnFile.AssertRefused(await ReferAsync(closed, "elena"));
        CoordinatorsOnFile.AssertRefused(await ReferAsync(tip, "elena", "r_00000000000000000000000000000000"));
        CoordinatorsOnFile.AssertRefused(await ReferAsync(tip, "elena", "Clara"));
        CoordinatorsOnFile.AssertRefused(await ReferAsync("00000000000000000000000000000000", "elena"));
        CoordinatorsOnFile.AssertRefused(await ReferAsync("a tip", "elena"));
        Assert.Equal(ExitCode.Usage, (await _line.RunAsync("tips", "refer", tip, "--to", _line.Clara)).ExitCode);

        Assert.Equal(before, await SealsAsync());
        Assert.Empty(await AuditAsync("tip.referred"));
        Assert.Equal(aboutElena, Assert.Single(await AuditAsync("tip.refused")).Tip);
    }

    private Task<string> OlderTipAsync(string story, Func<Tip, Tip>? bend = null, params string[] keptAway) => _line.TellBeforeClaraAsync(story, bend, keptAway);

    private Task<CommandOutcome> ReferAsync(string tip, string passphrase, string? to = null) => _line.RunAsync(
        "tips", "refer", tip, "--to", to ?? _line.Clara, "--reason", "she knows the place", "--passphrase-file", _line.At(passphrase));

    private Task<string> SealsAsync() => _line.SealsAsync();

    private Task<List<(string Who, string? Tip, string? Reason)>> AuditAsync(string what) => _line.AuditAsync(what);
}
