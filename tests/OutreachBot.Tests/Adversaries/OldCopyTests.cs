using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OutreachBot.Privacy;
using OutreachBot.Settings;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Adversaries.SwitchedOff;
using OutreachBot.Tests.Journeys;

namespace OutreachBot.Tests.Adversaries;

/// <summary>A thief has an old list of persons' keys, and of today the store and the server key. She tries out all numbers.</summary>
public sealed class OldCopyTests
{
    [Fact]
    public async Task Two_months_later_nobody_in_the_old_list_can_be_found() =>
        Assert.Equal((true, false), await FindsHerAsync(off: null));

    [Fact]
    public async Task Where_the_epoch_s_key_is_kept_it_is_found() =>
        Assert.Equal((true, true), await FindsHerAsync(services => services
            .RemoveAll<IKeyStore>().AddSingleton<IKeyStore>(_ => new KeysKept(new SqliteKeyStore()))));

    /// <returns>Whether she is found with the keys of her own day, as the threat model says, and with those of two months later.</returns>
    private static async Task<(bool Then, bool Later)> FindsHerAsync(Action<IServiceCollection>? off)
    {
        await using var line = await TestLine.OpenAsync(off);
        var vecina = line.Stranger();
        await vecina.SaysAsync("hola");
        var store = new StolenStore(new DataDirectory(line.DataDirectory));
        var list = store.Rows("person").Select(row => Convert.ToHexString(row.Bytes("person_key")!)).ToHashSet(StringComparer.Ordinal);
        var then = Finds();

        await line.LeapAsync(TimeSpan.FromDays(61));
        await line.Stranger().SaysAsync("hola");
        return (then, Finds());

        bool Finds() => HeldKeysOpened.Of(store, line.Get<ServerKey>(), HeldKeyKind.Epoch).Any(key =>
            list.Contains(Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(vecina.Phone.Identity)))));
    }
}
