using CsCheck;
using Dapper;
using OutreachBot.Audit;
using OutreachBot.Privacy;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Privacy;

/// <summary>Somebody who writes to the database covers her tracks in the audit.</summary>
public sealed class AuditChainTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly SqliteAuditStore _lines = new();
    private readonly AuditTrail _trail;
    private readonly AuditChain _chain;

    public AuditChainTests()
    {
        _trail = new AuditTrail(_lines, new Vault(ServerKey.Draw()));
        _chain = new AuditChain(_store.Transactions, _lines);
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_chain_nobody_touched_is_whole_and_contains_every_head_it_ever_had()
    {
        var heads = new List<AuditHead> { await HeadAsync() };
        for (var i = 0; i < 12; i++)
        {
            await AppendAsync(1);
            heads.Add(await HeadAsync());
        }

        var report = await _chain.VerifyAsync(heads, CancellationToken.None);

        Assert.Empty(report.Faults);
        Assert.Equal((heads[^1], true), (report.Head, report.IsWhole));
        Assert.Equal(AuditHead.None, heads[0]);
        Assert.All(heads, head => Assert.True(AuditHead.TryParse(head.ToString(), out var read) && read == head));
    }

    [Fact]
    public async Task More_lines_than_are_read_at_once_are_walked_to_the_end()
    {
        await AppendAsync(1_203);
        await TamperAsync("UPDATE audit SET actor = 'nobody' WHERE number = 1203");

        AssertFaults(await VerifyAsync(), new AuditFault(AuditFaultKind.Changed, 1_203));
    }

    [Theory]
    [InlineData("actor = 'somebody else'")]
    [InlineData("what = 'tip.refused'")]
    [InlineData("hour = hour + 1")]
    [InlineData("tip = NULL")]
    [InlineData("tip = x'00'")]
    [InlineData("tip = tip || x'00'")]
    [InlineData("reason = x''")]
    [InlineData("hash = zeroblob(32)")]
    [InlineData("prev = zeroblob(32)")]
    public async Task A_line_that_was_changed_is_found_with_its_number(string change)
    {
        await AppendAsync(6);
        await TamperAsync($"UPDATE audit SET {change} WHERE number = 4");

        var faults = (await VerifyAsync()).Faults;

        Assert.Equal(new AuditFault(AuditFaultKind.Changed, 4), faults[0]);
        Assert.Single(faults);
    }

    [Fact]
    public async Task A_line_that_was_rewritten_with_a_hash_that_fits_it_is_found_by_what_follows_it()
    {
        await AppendAsync(6);
        await RewriteAsync(3);

        AssertFaults(await VerifyAsync(), new AuditFault(AuditFaultKind.Rewritten, 3));
    }

    [Fact]
    public async Task A_first_line_that_follows_something_is_found()
    {
        await AppendAsync(3);
        await TamperAsync("DELETE FROM audit WHERE number = 1");
        await TamperAsync("UPDATE audit SET number = number - 1");

        Assert.Contains(new AuditFault(AuditFaultKind.Moved, 1, 2), (await VerifyAsync()).Faults);
    }

    [Fact]
    public async Task Two_lines_that_changed_places_are_found_and_named()
    {
        await AppendAsync(6);
        await TamperAsync("UPDATE audit SET number = -2 WHERE number = 2");
        await TamperAsync("UPDATE audit SET number = 2 WHERE number = 3");
        await TamperAsync("UPDATE audit SET number = 3 WHERE number = -2");

        AssertFaults(
            await VerifyAsync(), new AuditFault(AuditFaultKind.Moved, 2, 3), new AuditFault(AuditFaultKind.Moved, 3, 2));
    }

    [Fact]
    public async Task Lines_taken_out_of_the_middle_are_found()
    {
        await AppendAsync(9);
        await TamperAsync("DELETE FROM audit WHERE number IN (2, 5, 6)");

        AssertFaults(
            await VerifyAsync(), new AuditFault(AuditFaultKind.Missing, 2, 2), new AuditFault(AuditFaultKind.Missing, 5, 6));
    }

    [Fact]
    public async Task A_line_put_before_the_first_is_found()
    {
        await AppendAsync(2);
        await TamperAsync("INSERT INTO audit SELECT 0, hour, actor, what, tip, reason, prev, hash FROM audit WHERE number = 1");

        AssertFaults(await VerifyAsync(), new AuditFault(AuditFaultKind.Foreign, 0));
    }

    [Fact]
    public async Task A_tail_that_was_cut_off_is_found_only_with_a_head_that_was_kept()
    {
        await AppendAsync(8);
        var kept = await HeadAsync();
        await TamperAsync("DELETE FROM audit WHERE number > 5");

        Assert.True((await VerifyAsync()).IsWhole);
        AssertFaults(await VerifyAsync(kept), new AuditFault(AuditFaultKind.CutOff, 6, 8));
    }

    [Fact]
    public async Task All_of_it_cut_off_is_found_too()
    {
        await AppendAsync(2);
        var kept = await HeadAsync();
        await TamperAsync("DELETE FROM audit");

        Assert.Equal(AuditHead.None, (await VerifyAsync()).Head);
        AssertFaults(await VerifyAsync(kept), new AuditFault(AuditFaultKind.CutOff, 1, 2));
    }

    [Fact]
    public async Task A_tail_written_anew_after_it_was_cut_off_is_found_only_with_a_head_that_was_kept()
    {
        await AppendAsync(8);
        var kept = await HeadAsync();
        await TamperAsync("DELETE FROM audit WHERE number > 5");
        await AppendAsync(7);

        Assert.True((await VerifyAsync()).IsWhole);
        AssertFaults(await VerifyAsync(kept), new AuditFault(AuditFaultKind.OtherChain, 8));
    }

    [Fact]
    public async Task Whatever_is_done_to_one_line_before_the_head_is_found()
    {
        await AppendAsync(9);
        var kept = await HeadAsync();
        var whole = await _store.RunAsync(u => _lines.Read(u, 0, 100));

        Gen.Select(Gen.Int[0, 8], Gen.Int[0, 5]).Sample((at, how) =>
        {
            var lines = whole.ToList();
            var other = lines[(at + 4) % 9];
            switch (how)
            {
                case 0: lines.RemoveRange(at, lines.Count - at); break;
                case 1: lines.RemoveAt(at); break;
                case 2: lines[at] = lines[at] with { Actor = "x" }; break;
                case 3: lines[at] = Rehashed(lines[at] with { Actor = "x" }); break;
                case 4: lines[at] = other with { Number = at + 1 }; break;
                default: lines[at] = Rehashed(other with { Number = at + 1 }); break;
            }
            var walk = new AuditWalk([kept]);
            lines.ForEach(walk.Take);
            return !walk.Finish().IsWhole;
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("17")]
    [InlineData("17:abc")]
    [InlineData("-1:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("1:000000000000000000000000000000000000000000000000000000000000000g")]
    public void What_is_no_head_is_not_taken_for_one(string text) => Assert.False(AuditHead.TryParse(text, out _));

    private static AuditLine Rehashed(AuditLine line) => line with { Hash = AuditHash.Of(line) };

    private static void AssertFaults(AuditReport report, params AuditFault[] faults)
    {
        Assert.Equal(faults, report.Faults);
        Assert.Equal(faults.Length, report.FaultCount);
    }

    private Task<AuditReport> VerifyAsync(params AuditHead[] heads) => _chain.VerifyAsync(heads, CancellationToken.None);

    private Task<AuditHead> HeadAsync() => _chain.HeadAsync(CancellationToken.None);

    private Task AppendAsync(int count) => _store.RunAsync(u =>
    {
        for (var i = 0; i < count; i++)
        {
            _trail.Append(u, new AuditEntry($"Coordinator {i}", AuditActs.TipOpened, RandomId.Draw(), "why"));
        }
    });

    /// <summary>As somebody does who has the file: triggers are no fence to her.</summary>
    private Task TamperAsync(string sql) => _store.RunAsync(u =>
    {
        u.Sqlite().Connection.Execute("DROP TRIGGER IF EXISTS audit_is_not_changed; DROP TRIGGER IF EXISTS audit_is_not_cut");
        u.Sqlite().Connection.Execute(sql);
    });

    private async Task RewriteAsync(long number)
    {
        var line = (await _store.RunAsync(u => _lines.Read(u, number - 1, 1)))[0];
        var forged = Rehashed(line with { Actor = "somebody else" });
        await TamperAsync($"UPDATE audit SET actor = 'somebody else', hash = x'{Convert.ToHexStringLower(forged.Hash)}' WHERE number = {number}");
    }
}
