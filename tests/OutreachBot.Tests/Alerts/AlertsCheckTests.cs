using OutreachBot.Alerts;
using OutreachBot.Doctor;
using OutreachBot.Responders;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tests.Privacy;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Alerts;

public sealed class AlertsCheckTests
{
    [Fact]
    public async Task A_tip_that_nobody_on_file_may_have_is_told_without_saying_where_until_somebody_comes()
    {
        using var house = new TipHouse();
        await house.Reporter().SubmitAsync();

        var finding = Assert.Single(await Check(house).LookAsync(default));
        Assert.True(finding.IsFault);
        Assert.StartsWith("1 tip is before nobody", finding.What, StringComparison.Ordinal);
        Assert.DoesNotContain("BO-", finding.What + finding.Mend, StringComparison.Ordinal);

        house.Coordinator();
        await house.PassAsync(TimeSpan.FromHours(1));
        Assert.Empty(await Check(house).LookAsync(default));
    }

    [Fact]
    public async Task When_every_coordinator_is_kept_away_the_recovery_key_alone_opens_it_and_the_doctor_says_how_many()
    {
        using var parts = new SealParts();
        var coordinator = parts.AddResponder(ResponderRole.Coordinator);
        var keys = await parts.MakeKeysAsync("a long walk to the river", coordinator);
        var check = new AlertsCheck(parts.Store.Transactions, parts.Tips, parts.KeptFrom, new SqliteAlertStore(), parts.Seals);
        var tip = Some.Tip() with { Assigned = ResponderId.Draw(), State = TipState.Accepted };
        await parts.Store.RunAsync(unit =>
        {
            parts.Tips.Save(unit, tip);
            parts.Tips.Save(unit, tip.Id, Discretion.NotAskedYet);
        });
        Assert.Empty(await check.LookAsync(default));

        await parts.Store.RunAsync(unit => parts.Tips.Save(unit, tip.Id, Discretion.NotAskedYet.KeepingAway([coordinator])));
        var seal = await parts.SealAsync("words", coordinator);

        Assert.StartsWith("1 tip is open to the recovery key alone", Assert.Single(await check.LookAsync(default)).What, StringComparison.Ordinal);
        Assert.Null(await parts.ReadAsync(seal, "a long walk to the river"));
        Assert.Equal("words", await parts.ReadAsync(seal, SealParts.SecretOn(keys.Sheet)));
    }

    private static IDoctorCheck Check(TipHouse house) => house.Get<IDoctorCheck>();
}
