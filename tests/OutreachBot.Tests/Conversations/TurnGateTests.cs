using OutreachBot.Conversations;

namespace OutreachBot.Tests.Conversations;

/// <summary>What any turn gate must do.</summary>
public sealed class TurnGateTests
{
    private readonly KeyedTurnGate _gate = new();

    [Fact]
    public async Task Turns_of_one_person_follow_each_other_in_the_order_of_their_coming()
    {
        var order = new List<int>();
        var hold = new TaskCompletionSource();
        var turns = Enumerable.Range(0, 20).Select(i => _gate.RunAsync("a", async () =>
        {
            await hold.Task;
            order.Add(i);
            return i;
        }, default)).ToArray();

        hold.SetResult();
        await Task.WhenAll(turns);

        Assert.Equal(Enumerable.Range(0, 20), order);
    }

    [Fact]
    public async Task Turns_of_different_people_do_not_wait_for_each_other()
    {
        var hold = new TaskCompletionSource<int>();
        var slow = _gate.RunAsync("a", () => hold.Task, default);

        Assert.Equal(2, await _gate.RunAsync("b", () => Task.FromResult(2), default));

        hold.SetResult(1);
        Assert.Equal(1, await slow);
    }

    [Fact]
    public async Task A_turn_that_fails_lets_the_next_one_through()
    {
        var hold = new TaskCompletionSource<int>();
        var bad = _gate.RunAsync("a", () => hold.Task, default);
        var next = _gate.RunAsync("a", () => Task.FromResult(2), default);

        hold.SetException(new InvalidOperationException());

        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        Assert.Equal(2, await next);
        Assert.Equal(0, _gate.Busy);
    }

    [Fact]
    public async Task Who_has_given_up_takes_no_turn_and_holds_up_nobody()
    {
        using var giveUp = new CancellationTokenSource();
        var hold = new TaskCompletionSource<int>();
        var first = _gate.RunAsync("a", () => hold.Task, default);
        var gone = _gate.RunAsync<int>("a", () => throw new InvalidOperationException("took a turn"), giveUp.Token);
        var last = _gate.RunAsync("a", () => Task.FromResult(3), default);
        await giveUp.CancelAsync();

        hold.SetResult(1);

        await first;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        Assert.Equal(3, await last);
    }
}
