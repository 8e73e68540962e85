using OutreachBot.Privacy;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Privacy;

public sealed class DayKeysTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly PlannedAgenda _agenda = new();
    private readonly HeldKeySet _keys;
    private readonly DayKeys _days;

    public DayKeysTests()
    {
        _keys = new HeldKeySet(new SqliteKeyStore(), new Vault(ServerKey.Draw()), _agenda);
        _days = new DayKeys(_keys);
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_reply_can_be_given_again_until_its_day_s_key_is_destroyed_48_hours_after_the_day_began()
    {
        var (box, day) = await LockAsync();
        Assert.Equal("thanks"u8.ToArray(), await UnlockAsync(day, box));

        _store.Time.Advance(NextDays(2) - TimeSpan.FromSeconds(1));
        Assert.Equal("thanks"u8.ToArray(), await UnlockAsync(day, box));

        _store.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await UnlockAsync(day, box));
    }

    [Fact]
    public async Task The_agenda_destroys_the_key_itself()
    {
        var (_, day) = await LockAsync();

        _store.Time.Advance(NextDays(2));
        await _store.RunAsync(u => _agenda.Run(u, new KeyDestruction(_keys)));

        Assert.DoesNotContain(await _store.RunAsync(u => _keys.Days.All(u)), k => k.Number == day);
    }

    [Fact]
    public async Task A_day_has_one_key_and_the_next_another()
    {
        var (first, day) = await LockAsync();
        var (second, same) = await LockAsync();
        _store.Time.Advance(NextDays(1));
        var (_, next) = await LockAsync();

        Assert.Equal(day, same);
        Assert.Equal(day + 1, next);
        Assert.NotEqual(first, second);
        Assert.Null(await UnlockAsync(next, first));
    }

    [Fact]
    public async Task A_key_that_the_agenda_lost_sight_of_goes_with_the_first_message_of_a_later_day()
    {
        var (_, day) = await LockAsync();
        _agenda.Planned.Clear();

        _store.Time.Advance(NextDays(2));
        await LockAsync();

        Assert.DoesNotContain(await _store.RunAsync(u => _keys.Days.All(u)), k => k.Number == day);
    }

    private Task<(byte[] Box, int Day)> LockAsync() => _store.RunAsync(u => _days.Lock(u, "id"u8, "thanks"u8));

    private Task<byte[]?> UnlockAsync(int day, byte[] box) => _store.RunAsync(u => _days.Unlock(u, day, "id"u8, box));

    /// <summary>From now to the beginning of the day after so many.</summary>
    private TimeSpan NextDays(int days)
    {
        var now = _store.Time.GetUtcNow();
        return now.UtcDateTime.Date.AddDays(days) - now.UtcDateTime;
    }
}
