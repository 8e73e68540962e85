using OutreachBot.Privacy;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Tips;

/// <summary>The village of a tip routes it, and stands nowhere in the clear.</summary>
public sealed class CommunityTests
{
    [Theory]
    [InlineData("en pampa lunada, pasando el rio", "BO-C1A")]
    [InlineData("-19.20100,-64.90100", "BO-C1A")]
    [InlineData("-19.50000,-64.90100", null)]
    [InlineData("pampa lunada o qhochi rumi", null)]
    [InlineData("en tarabuco", null)]
    public async Task The_village_that_is_named_or_pinned_is_the_tip_s_where_somebody_stands_for_it(string exact, string? community)
    {
        using var house = new TipHouse();
        var defender = house.Defender();
        house.Responders.Save(null!, defender.OnFile with { Areas = ["BO-C1A", "BO-C2A"] });

        Assert.Equal(community, await CommunityAsync(house, exact));
    }

    [Fact]
    public async Task Where_nobody_stands_for_it_the_village_is_not_kept()
    {
        using var house = new TipHouse();
        house.Defender();

        Assert.Null(await CommunityAsync(house, "en pampa lunada"));
    }

    [Fact]
    public async Task A_stolen_disk_does_not_tell_the_village()
    {
        using var store = new TestStore();
        var tips = new SqliteTipStore(new Vault(ServerKey.Draw()));
        var tip = Some.Tip();
        const string Village = "BO-CZQXWVKJQ1";
        await store.RunAsync(unit =>
        {
            tips.Save(unit, tip);
            tips.Save(unit, tip.Id, Discretion.NotAskedYet with { Community = Village });
        });

        Assert.Equal(Village, await store.RunAsync(unit => tips.DiscretionOf(unit, tip.Id).Community));
        Assert.False(store.Shows(Village));
    }

    private static async Task<string?> CommunityAsync(TipHouse house, string exact)
    {
        await house.Reporter().DoAsync("submit_tip", ("story", "lo que vi"), ("where", "BO-010601"), ("exact", exact));
        var tip = await house.OnlyTipAsync();
        return await house.RunAsync(unit => house.Get<ITipStore>().DiscretionOf(unit, tip.Id).Community);
    }
}
