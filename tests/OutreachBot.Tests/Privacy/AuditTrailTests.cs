using Dapper;
using Microsoft.Data.Sqlite;
using OutreachBot.Audit;
using OutreachBot.Privacy;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Privacy;

public sealed class AuditTrailTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly SqliteAuditStore _lines = new();
    private readonly AuditTrail _trail;

    public AuditTrailTests() => _trail = new AuditTrail(_lines, new Vault(ServerKey.Draw()));

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Each_line_s_hash_covers_the_line_before_it()
    {
        await AppendAsync("because the prosecutor asked");
        _store.Time.Advance(TimeSpan.FromHours(3));
        await AppendAsync(null);
        _store.Restart();
        await AppendAsync("");

        var lines = await ReadAsync();

        Assert.Equal([1L, 2L, 3L], lines.Select(l => l.Number));
        Assert.Equal(lines[0].Hour + 3, lines[1].Hour);
        Assert.Equal(AuditHash.Beginning, lines[0].Previous);
        Assert.Equal(lines[0].Hash, lines[1].Previous);
        Assert.Equal(lines[1].Hash, lines[2].Previous);
        Assert.All(lines, line => Assert.Equal(AuditHash.Of(line), line.Hash));
    }

    [Fact]
    public async Task A_line_that_was_changed_in_any_part_no_longer_has_its_hash()
    {
        await AppendAsync("because the prosecutor asked");
        var line = (await ReadAsync()).Single();

        AuditLine[] forged =
        [
            line with { Number = 2 },
            line with { Hour = line.Hour + 1 },
            line with { Actor = line.Actor + "x" },
            line with { Actor = line.Actor[..^1], What = line.Actor[^1] + line.What },
            line with { What = AuditActs.KeysMade },
            line with { Tip = null },
            line with { Reason = [] },
            line with { Previous = [.. line.Previous.Reverse(), 1] },
        ];

        Assert.All(forged, f => Assert.NotEqual(line.Hash, AuditHash.Of(f)));
    }

    [Fact]
    public async Task The_reason_is_kept_for_who_has_the_key_and_stands_in_no_file()
    {
        await AppendAsync("because of wichukuna");

        Assert.Equal("because of wichukuna", _trail.ReasonOf((await ReadAsync()).Single()));
        Assert.Empty(StoreFiles.Holding(StoreFiles.Seize(_store.Directory), "wichukuna"));
    }

    [Theory]
    [InlineData("UPDATE audit SET actor = 'nobody'")]
    [InlineData("DELETE FROM audit")]
    public async Task The_database_refuses_to_change_or_remove_a_line(string sql)
    {
        await AppendAsync(null);

        await Assert.ThrowsAsync<SqliteException>(() => _store.RunAsync(u => u.Sqlite().Connection.Execute(sql)));

        Assert.Single(await ReadAsync());
    }

    [Fact]
    public async Task Work_that_is_undone_leaves_no_line()
    {
        await Assert.ThrowsAsync<FormatException>(() => _store.RunAsync(u =>
        {
            _trail.Append(u, new AuditEntry("operator", AuditActs.TipOpened, RandomId.Draw(), null));
            throw new FormatException("What it tells of did not happen.");
        }));

        Assert.Empty(await ReadAsync());
    }

    private Task AppendAsync(string? reason) =>
        _store.RunAsync(u => _trail.Append(u, new AuditEntry("operator", AuditActs.TipOpened, RandomId.Draw(), reason)));

    private Task<IReadOnlyList<AuditLine>> ReadAsync() => _store.RunAsync(u => _lines.Read(u, after: 0, most: 100));
}
