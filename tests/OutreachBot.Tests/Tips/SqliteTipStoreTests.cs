using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Routing.KeepAway;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Tips;

public sealed class SqliteTipStoreTests : IDisposable
{
    private readonly TestStore _store = new();
    private static readonly FakeVault Vault = new();
    private readonly SqliteTipStore _tips = new(Vault);

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_tip_comes_back_as_it_was_saved_last()
    {
        var tip = Some.Tip();
        var later = tip with
        {
            Municipality = null,
            Department = "BO-02",
            State = TipState.Closed,
            Assigned = ResponderId.Draw(),
            Outcome = CaseOutcome.NotReachable,
            Complete = true,
            Kind = "sexual",
        };
        await _store.RunAsync(unit => _tips.Save(unit, tip));
        await _store.RunAsync(unit => _tips.Save(unit, later));

        Assert.Equal(later, await _store.RunAsync(unit => _tips.Find(unit, tip.Id)));
    }

    [Fact]
    public async Task Whom_to_keep_away_is_locked_and_comes_back()
    {
        var tip = Some.Tip();
        var named = ResponderId.Draw();
        var discretion = new Discretion(new HashSet<ResponderId> { named }, CoordinatorOnly: true, OfficialsAllowed: false, Minor: true, Asked: true)
        {
            Marks = new KeptMarks(new HashSet<string> { "juana mamani" }, new HashSet<string> { "alcaldia" })
            {
                Kinds = new HashSet<string> { "police" },
                InstitutionSaid = true,
            },
        };
        await _store.RunAsync(unit =>
        {
            _tips.Save(unit, tip);
            _tips.Save(unit, tip.Id, discretion);
        });

        var back = await _store.RunAsync(unit => _tips.DiscretionOf(unit, tip.Id));

        Assert.Equal(named, Assert.Single(back.KeepAway));
        Assert.Equal(("juana mamani", "alcaldia"), (Assert.Single(back.Marks.Names), Assert.Single(back.Marks.Institutions)));
        Assert.Equal(("police", true), (Assert.Single(back.Marks.Kinds), back.Marks.InstitutionSaid));
        Assert.Equal((true, false, true, true), (back.CoordinatorOnly, back.OfficialsAllowed, back.Minor, back.Asked));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(",\"Names\":[\"juana mamani\"],\"Institutions\":[]", 1)]
    public async Task Whom_to_keep_away_is_read_from_a_row_written_before_kinds_were_kept(string marks, int names)
    {
        var tip = Some.Tip();
        var key = tip.Id.Value.ToBytes();
        var before = """
            {"KeepAway":[],"CoordinatorOnly":true,"OfficialsAllowed":true,"Minor":false,"Asked":true,"OneTooMany":falseMARKS}
            """.Replace("MARKS", marks, StringComparison.Ordinal);
        await _store.RunAsync(unit =>
        {
            _tips.Save(unit, tip);
            using var put = unit.Sqlite().Prepare("UPDATE tip SET discretion = ?2 WHERE id = ?1");
            put.Bind(1, key).Bind(2, Vault.Lock(VaultPurpose.KeepAway, key, System.Text.Encoding.UTF8.GetBytes(before))).Run();
        });

        var back = await _store.RunAsync(unit => _tips.DiscretionOf(unit, tip.Id));

        Assert.Equal(names, back.Marks.Names.Count);
        Assert.Empty(back.Marks.Kinds);
        Assert.True(back is { CoordinatorOnly: true, Asked: true });
    }

    [Fact]
    public async Task Saving_a_tip_anew_keeps_whom_to_keep_away()
    {
        var tip = Some.Tip();
        await _store.RunAsync(unit =>
        {
            _tips.Save(unit, tip);
            _tips.Save(unit, tip.Id, Discretion.NotAskedYet with { Asked = true });
            _tips.Save(unit, tip with { State = TipState.Alerted });
        });

        Assert.True((await _store.RunAsync(unit => _tips.DiscretionOf(unit, tip.Id))).Asked);
    }

    [Fact]
    public async Task A_box_that_does_not_open_is_no_leave_to_alert_anybody()
    {
        var tip = Some.Tip();
        await _store.RunAsync(unit =>
        {
            _tips.Save(unit, tip);
            _tips.Save(unit, tip.Id, Discretion.NotAskedYet with { CoordinatorOnly = true });
            using var damage = unit.Sqlite().Prepare("UPDATE tip SET discretion = x'00'");
            damage.Run();
        });

        await Assert.ThrowsAsync<InvalidOperationException>(() => _store.RunAsync(unit => _tips.DiscretionOf(unit, tip.Id)));
    }

    [Fact]
    public async Task A_tip_is_found_by_its_newest_code_only()
    {
        var tip = Some.Tip();
        byte[] first = [.. Enumerable.Repeat((byte)1, 32)];
        byte[] second = [.. Enumerable.Repeat((byte)2, 32)];
        await _store.RunAsync(unit =>
        {
            _tips.Save(unit, tip);
            _tips.KeepCode(unit, tip.Id, first);
            _tips.KeepCode(unit, tip.Id, second);
        });

        Assert.Null(await _store.RunAsync(unit => _tips.FindByCode(unit, first)));
        Assert.Equal(tip.Id, await _store.RunAsync(unit => _tips.FindByCode(unit, second)));
    }

    [Fact]
    public async Task A_removed_tip_leaves_nothing()
    {
        var tip = Some.Tip();
        byte[] hash = [.. Enumerable.Repeat((byte)1, 32)];
        await _store.RunAsync(unit =>
        {
            _tips.Save(unit, tip);
            _tips.AddSeal(unit, tip.Id, [1, 2, 3]);
            _tips.AddSeal(unit, tip.Id, [4, 5, 6]);
            _tips.KeepCode(unit, tip.Id, hash);
        });
        Assert.Equal(2, (await _store.RunAsync(unit => _tips.SealsOf(unit, tip.Id))).Count);

        await _store.RunAsync(unit => _tips.Remove(unit, tip.Id));

        Assert.Null(await _store.RunAsync(unit => _tips.Find(unit, tip.Id)));
        Assert.Empty(await _store.RunAsync(unit => _tips.SealsOf(unit, tip.Id)));
        Assert.Null(await _store.RunAsync(unit => _tips.FindByCode(unit, hash)));
    }
}
