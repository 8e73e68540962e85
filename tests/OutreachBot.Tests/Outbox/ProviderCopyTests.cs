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
    public async Task A_copy_that_the_provider_will_not_delete_is_not_asked_for_for_ever()
    {
        var asked = 0;
        _outbox.Deletes = _ =>
        {
            asked++;
            return CopyDeletion.Refused;
        };
        await PlanAsync("SM9");

        await DeleteAsync();
        _store.Time.Advance(TimeSpan.FromDays(1));
        await DeleteAsync();

        Assert.Equal(1, asked);
    }

    private Task PlanAsync(string id) => _store.RunAsync(u => _outbox.Copies.PlanDeletion(u, "message", id, u.Now));

    private async Task DeleteAsync()
    {
        using var dispatcher = _outbox.CopyDispatcher();
        await dispatcher.DrainAsync(CancellationToken.None);
    }
}
