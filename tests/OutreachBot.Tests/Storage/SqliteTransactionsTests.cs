using Dapper;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Storage;

public sealed class SqliteTransactionsTests : IDisposable
{
    private readonly TestStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task What_was_written_is_there_after_a_restart()
    {
        await _store.RunAsync(unit => Note(unit, "a"));

        _store.Restart();

        Assert.Equal(["a"], await _store.RunAsync(Notes));
    }

    [Fact]
    public async Task Units_that_wait_together_are_committed_together()
    {
        using var hold = new ManualResetEventSlim();
        var first = _store.RunAsync(_ => hold.Wait());
        var others = Enumerable.Range(0, 100).Select(i => _store.RunAsync(unit => Note(unit, $"n{i:000}"))).ToArray();
        var before = _store.Transactions.Commits;

        hold.Set();
        await first;
        await Task.WhenAll(others);

        Assert.InRange(_store.Transactions.Commits - before, 1, 2);
        Assert.Equal(100, (await _store.RunAsync(Notes)).Count);
    }

    [Fact]
    public async Task Units_are_run_in_the_order_in_which_they_were_given()
    {
        var order = new List<int>();

        await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => _store.RunAsync(_ => order.Add(i))));

        Assert.Equal(Enumerable.Range(0, 1000), order);
    }

    [Fact]
    public async Task A_unit_that_throws_fails_alone()
    {
        using var hold = new ManualResetEventSlim();
        var first = _store.RunAsync(_ => hold.Wait());
        var good = _store.RunAsync(unit => Note(unit, "good"));
        var bad = _store.RunAsync(unit =>
        {
            Note(unit, "bad");
            throw new InvalidOperationException("bad");
        });
        var late = _store.RunAsync(unit => Note(unit, "late"));
        hold.Set();

        await first;
        await good;
        await late;
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => bad);

        Assert.Equal("bad", thrown.Message);
        Assert.Equal(["good", "late"], await _store.RunAsync(Notes));
    }

    [Fact]
    public async Task A_unit_that_breaks_a_rule_of_the_database_leaves_nothing()
    {
        await _store.RunAsync(unit => Note(unit, "a"));

        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => _store.RunAsync(unit =>
        {
            Note(unit, "b");
            Note(unit, "a");
        }));

        Assert.Equal(["a"], await _store.RunAsync(Notes));
    }

    [Fact]
    public async Task What_is_left_for_after_the_commit_runs_once_and_only_then()
    {
        var ran = 0;
        using var hold = new ManualResetEventSlim();
        var first = _store.RunAsync(_ => hold.Wait());
        var good = _store.RunAsync(unit => unit.AfterCommit(() => ran++));
        var bad = _store.RunAsync(unit =>
        {
            unit.AfterCommit(() => ran += 100);
            throw new InvalidOperationException();
        });
        hold.Set();
        await first;
        await good;

        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        Assert.Equal(1, ran);
    }

    [Fact]
    public async Task A_thing_left_for_after_the_commit_that_throws_stops_nobody()
    {
        await _store.RunAsync(unit =>
        {
            Note(unit, "a");
            unit.AfterCommit(() => throw new InvalidOperationException());
        });

        Assert.Equal(["a"], await _store.RunAsync(Notes));
    }

    [Fact]
    public async Task While_another_process_holds_the_database_a_unit_is_turned_away_and_does_nothing()
    {
        await _store.RunAsync(Notes);
        using var other = _store.File.Open();
        other.Execute("BEGIN IMMEDIATE");

        await Assert.ThrowsAsync<StoreBusyException>(() => _store.RunAsync(unit => Note(unit, "a")));
        other.Execute("COMMIT");

        await _store.RunAsync(unit => Note(unit, "b"));
        Assert.Equal(["b"], await _store.RunAsync(Notes));
    }

    [Fact]
    public async Task When_the_disk_is_full_a_unit_is_turned_away_and_does_nothing()
    {
        await _store.RunAsync(unit => Note(unit, "a"));
        await _store.RunAsync(unit => unit.Sqlite().Connection.Execute("PRAGMA max_page_count = 1"));

        await Assert.ThrowsAsync<StoreFullException>(
            () => _store.RunAsync(unit => Note(unit, new string('x', 1_000_000))));

        await _store.RunAsync(unit => Note(unit, "b"));
        Assert.Equal(["a", "b"], await _store.RunAsync(Notes));
    }

    [Fact]
    public async Task A_unit_given_up_before_it_began_is_not_run()
    {
        using var hold = new ManualResetEventSlim();
        using var giveUp = new CancellationTokenSource();
        var first = _store.RunAsync(_ => hold.Wait());
        var second = _store.Transactions.RunAsync(unit => Note(unit, "a"), giveUp.Token);
        await giveUp.CancelAsync();
        hold.Set();

        await first;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Empty(await _store.RunAsync(Notes));
    }

    [Fact]
    public async Task What_is_kept_in_memory_is_read_again_after_another_process_has_committed()
    {
        var cache = new StoreCache<IReadOnlyList<string>>(Notes);
        Assert.Empty(await _store.RunAsync(cache.Get));
        using (var command = _store.OpenAnother())
        {
            await command.RunAsync(unit => Note(unit, "a"), CancellationToken.None);
        }

        Assert.Equal(["a"], await _store.RunAsync(cache.Get));
    }

    [Fact]
    public async Task What_is_kept_in_memory_is_not_read_again_for_nothing()
    {
        var reads = 0;
        var cache = new StoreCache<object>(_ => reads++);

        await _store.RunAsync(cache.Get);
        await _store.RunAsync(unit => Note(unit, "a"));
        await _store.RunAsync(cache.Get);

        Assert.Equal(1, reads);
    }

    [Fact]
    public async Task What_was_undone_is_not_kept_in_memory()
    {
        var cache = new StoreCache<IReadOnlyList<string>>(Notes);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _store.RunAsync(unit =>
        {
            Note(unit, "a");
            cache.Drop();
            Assert.Equal(["a"], cache.Get(unit));
            throw new InvalidOperationException();
        }));

        Assert.Empty(await _store.RunAsync(cache.Get));
    }

    private static void Note(UnitOfWork unit, string name) =>
        unit.Sqlite().Connection.Execute("INSERT INTO meta (name, value) VALUES (@name, '')", new { name });

    private static IReadOnlyList<string> Notes(UnitOfWork unit) =>
        [.. unit.Sqlite().Connection.Query<string>("SELECT name FROM meta ORDER BY name")];
}
