using OutreachBot.Outbox;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Outbox;

public sealed class ProviderCopyTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly OutboxParts _outbox;

    public ProviderCopyTests() => _outbox = new OutboxParts(_store);

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task The_copy_of_what_was_handed_over_is_deleted_at_the_provider()
    {
        await _outbox.PostAsync("alert");
        await _outbox.DrainAsync();
        await DeleteAsync();
        Assert.Empty(_outbox.Deleted);

        _store.Time.Advance(TimeSpan.FromMinutes(2));
        await DeleteAsync();
        await DeleteAsync();

        Assert.Equal(["SM1"], _outbox.Deleted);
    }

    [Fact]
    public async Task A_provider_that_says_not_yet_is_asked_again_until_it_is_gone()
    {
        var asked = 0;
        _outbox.Deletes = _ => ++asked < 4 ? CopyDeletion.TryLater : CopyDeletion.Deleted;
        await PlanAsync("SM9");

        for (var i = 0; i < 10; i++)
        {
            await DeleteAsync();
            _store.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(4, asked);
        Assert.Equal(["SM9"], _outbox.Deleted);
    }

    [Fact]
    public async Task Planning_the_same_copy_twice_deletes_it_once()
    {
        await PlanAsync("SM9");
        await PlanAsync("SM9");
        using var dispatcher = _outbox.CopyDispatcher();

        await dispatcher.DrainAsync(CancellationToken.None);
        await PlanAsync("SM9");
        await dispatcher.DrainAsync(CancellationToken.None);

        Assert.Equal(["SM9"], _outbox.Deleted);
    }

    [Fact]
    public async Task The_plan_survives_a_restart_and_does_not_show_the_id()
    {
        await PlanAsync("SM-canary");
        Assert.False(_store.Shows("SM-canary"));

        _store.Restart();
        await DeleteAsync();

        Assert.Equal(["SM-canary"], _outbox.Deleted);
    }

    [Fact]
    public async Task A_copy_that_the_provider_will_not_delete_is_asked_for_once_a_day_and_counted_until_somebody_deleted_it_by_hand()
    {
        var asked = 0;
        _outbox.Deletes = _ => ++asked <= 2 ? CopyDeletion.Refused : CopyDeletion.Deleted;
        await PlanAsync("SM9");

        await DeleteAsync();
        _store.Time.Advance(TimeSpan.FromHours(23));
        await DeleteAsync();
        Assert.Equal(1, asked);
        Assert.Equal(1, (await TallyAsync()).Refused);

        _store.Time.Advance(TimeSpan.FromHours(2));
        await DeleteAsync();
        Assert.Equal(1, (await TallyAsync()).Refused);

        _store.Time.Advance(TimeSpan.FromHours(25));
        await DeleteAsync();
        Assert.Equal(new CopyTally(0, 0, 0, null), await TallyAsync());
    }

    [Fact]
    public async Task What_waits_and_what_waits_too_long_are_counted_from_when_it_was_to_be_gone()
    {
        _outbox.Deletes = _ => CopyDeletion.TryLater;
        await PlanAsync("SM9");
        _store.Time.Advance(TimeSpan.FromHours(13));
        await PlanAsync("SM10");
        await DeleteAsync();

        Assert.Equal(new CopyTally(2, 1, 0, TestStore.Start), await TallyAsync());
    }

    private Task<CopyTally> TallyAsync() => _store.RunAsync(u => new OutreachBot.Storage.Sqlite.SqliteProviderCopyStore().Count(u, u.Now - TimeSpan.FromHours(12)));

    private Task PlanAsync(string id) => _store.RunAsync(u => _outbox.Copies.PlanDeletion(u, "message", id, u.Now));

    private async Task DeleteAsync()
    {
        using var dispatcher = _outbox.CopyDispatcher();
        await dispatcher.DrainAsync(CancellationToken.None);
    }
}
