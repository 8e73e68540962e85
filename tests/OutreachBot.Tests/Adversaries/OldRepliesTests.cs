using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OutreachBot.Privacy;
using OutreachBot.Settings;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Adversaries.SwitchedOff;
using OutreachBot.Tests.Journeys;

namespace OutreachBot.Tests.Adversaries;

/// <summary>A thief has an old copy of what was answered, and of today the store and the server key.</summary>
public sealed class OldRepliesTests
{
    [Fact]
    public async Task Three_days_later_no_answer_of_the_old_copy_opens() => Assert.Equal((true, false), await OpensAsync(off: null));

    [Fact]
    public async Task Where_the_day_s_key_is_kept_it_is_found() =>
        Assert.Equal((true, true), await OpensAsync(services => services
            .RemoveAll<IKeyStore>().AddSingleton<IKeyStore>(_ => new KeysKept(new SqliteKeyStore()))));

    /// <returns>Whether an answer opens with the keys of its own day, as the threat model says, and with those of three days later.</returns>
    private static async Task<(bool Then, bool Later)> OpensAsync(Action<IServiceCollection>? off)
    {
        await using var line = await TestLine.OpenAsync(off);
        await line.Stranger().SaysAsync("hola");
        var store = new StolenStore(new DataDirectory(line.DataDirectory));
        var old = store.Rows("inbound").Where(row => row.Bytes("reply") is not null).Select(row => (Id: row.Bytes("id")!, Box: row.Bytes("reply")!)).ToList();
        var then = Opens();

        await line.PassAsync(TimeSpan.FromDays(3));
        await line.Stranger().SaysAsync("hola");
        return (then, Opens());

        bool Opens() => HeldKeysOpened.Of(store, line.Get<ServerKey>(), HeldKeyKind.Day).Any(key =>
            old.Exists(reply => AeadBox.Unlock(AeadBox.Import(key), reply.Id, reply.Box) is not null));
    }
}
