using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Outbox;

/// <summary>What many messages for one phone do to everybody else's.</summary>
public sealed class OutboxFairnessTests : IDisposable
{
    private const int ManyForOne = 200;

    private readonly TestStore _store = new();
    private readonly OutboxParts _outbox;

    public OutboxFairnessTests() => _outbox = new OutboxParts(_store);

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Hundreds_of_messages_that_wait_for_one_slow_phone_hold_up_nobody_else()
    {
        var (slow, quick) = (OutboxParts.Phone(1), OutboxParts.Phone(2));
        var ends = new TaskCompletionSource();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _outbox.Channel.Before = message =>
        {
            if (message.To == slow)
            {
                return ends.Task;
            }
            reached.SetResult();
            return Task.CompletedTask;
        };
        for (var i = 0; i < ManyForOne; i++)
        {
            await _outbox.PostAsync("aviso", slow);
        }
        _store.Time.Advance(TimeSpan.FromMilliseconds(1));
        await _outbox.PostAsync("urgente", quick);
        using var dispatcher = _outbox.Dispatcher();

        await dispatcher.StartAsync(default);
        await reached.Task.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("urgente", Assert.Single(_outbox.Channel.Has).Text);
        ends.SetResult();
        await dispatcher.StopAsync(default);
    }
}
