using Microsoft.Extensions.Logging.Abstractions;
using OutreachBot.Agenda;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Agenda;

public sealed class AgendaTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly WakeBell _bell = new();
    private readonly SqliteAgendaStore _items = new();
    private readonly Doing _doing = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task What_is_due_is_done_once_and_what_is_not_waits()
    {
        await PlanAsync(("a", 10), ("b", 20));

        _store.Time.Advance(TimeSpan.FromMinutes(10));
        await Runner().RunDueAsync(default);
        await Runner().RunDueAsync(default);

        Assert.Equal(["a"], _doing.Done);
    }

    [Fact]
    public async Task Things_are_done_in_the_order_of_their_times()
    {
        await PlanAsync([.. Enumerable.Range(0, 200).Select(i => ($"s{i:000}", 200 - i))]);

        _store.Time.Advance(TimeSpan.FromDays(1));
        await Runner().RunDueAsync(default);

        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"s{199 - i:000}"), _doing.Done);
    }

    [Fact]
    public async Task Planning_again_moves_it()
    {
        await PlanAsync(("a", 10));
        await PlanAsync(("a", 30));

        _store.Time.Advance(TimeSpan.FromMinutes(20));
        await Runner().RunDueAsync(default);
        Assert.Empty(_doing.Done);

        _store.Time.Advance(TimeSpan.FromMinutes(10));
        await Runner().RunDueAsync(default);
        Assert.Equal(["a"], _doing.Done);
    }

    [Fact]
    public async Task What_was_cancelled_is_not_done()
    {
        await PlanAsync(("a", 10), ("b", 10));
        await _store.RunAsync(u => Book().Cancel(u, Doing.Name, "a"));

        _store.Time.Advance(TimeSpan.FromMinutes(20));
        await Runner().RunDueAsync(default);

        Assert.Equal(["b"], _doing.Done);
    }

    [Fact]
    public async Task An_item_may_cancel_another_that_is_due_with_it()
    {
        _doing.Does = (unit, subject) => Book().Cancel(unit, Doing.Name, subject == "a" ? "b" : "a");
        await PlanAsync(("a", 10), ("b", 11));

        _store.Time.Advance(TimeSpan.FromMinutes(20));
        await Runner().RunDueAsync(default);

        Assert.Equal(["a"], _doing.Done);
    }

    [Fact]
    public async Task What_an_item_plans_for_now_is_done_in_the_same_run()
    {
        _doing.Does = (unit, subject) =>
        {
            if (subject.Length < 3)
            {
                Book().Plan(unit, unit.Now, Doing.Name, subject + "a");
            }
        };
        await PlanAsync(("a", 0));

        await Runner().RunDueAsync(default);

        Assert.Equal(["a", "aa", "aaa"], _doing.Done);
    }

    [Fact]
    public async Task An_item_that_fails_is_put_off_undone_and_holds_up_no_other()
    {
        var fails = true;
        _doing.Does = (unit, subject) =>
        {
            if (subject == "bad" && fails)
            {
                Book().Plan(unit, unit.Now, Doing.Name, "half");
                throw new InvalidOperationException();
            }
        };
        await PlanAsync(("bad", 0), ("good", 1));

        _store.Time.Advance(TimeSpan.FromMinutes(1));
        await Runner().RunDueAsync(default);
        Assert.Equal(["good"], _doing.Done);

        fails = false;
        _store.Time.Advance(TimeSpan.FromSeconds(10));
        await Runner().RunDueAsync(default);
        Assert.Equal(["good", "bad"], _doing.Done);
    }

    [Fact]
    public async Task What_was_planned_survives_a_restart()
    {
        await PlanAsync(("a", 10));

        _store.Restart();
        _store.Time.Advance(TimeSpan.FromMinutes(10));
        await Runner().RunDueAsync(default);

        Assert.Equal(["a"], _doing.Done);
    }

    [Fact]
    public async Task The_runner_wakes_for_what_is_planned_nearer_than_it_sleeps()
    {
        await PlanAsync(("late", 50));
        using var runner = Runner();
        await runner.StartAsync(default);

        await PlanAsync(("now", 0));
        await _doing.FirstDone.Task;

        Assert.Equal(["now"], _doing.Done);
        await runner.StopAsync(default);
    }

    private AgendaRunner Runner() =>
        new(_store.Transactions, _items, _bell, [_doing], _store.Time, NullLogger<AgendaRunner>.Instance);

    private DurableAgenda Book() => new(_items, _bell);

    private Task PlanAsync(params (string Subject, int Minutes)[] items) => _store.RunAsync(unit =>
    {
        foreach (var (subject, minutes) in items)
        {
            Book().Plan(unit, unit.Now.AddMinutes(minutes), Doing.Name, subject);
        }
    });

    /// <summary>Notes what was done and committed.</summary>
    private sealed class Doing : IAgendaHandler
    {
        public const string Name = "doing";

        public string Kind => Name;

        public List<string> Done { get; } = [];

        public TaskCompletionSource FirstDone { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Action<UnitOfWork, string> Does { get; set; } = (_, _) => { };

        public void Handle(UnitOfWork unit, string subject)
        {
            Does(unit, subject);
            unit.AfterCommit(() =>
            {
                Done.Add(subject);
                FirstDone.TrySetResult();
            });
        }
    }
}
