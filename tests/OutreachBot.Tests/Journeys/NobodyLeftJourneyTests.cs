using OutreachBot.Alerts;
using OutreachBot.Doctor;
using OutreachBot.Privacy;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Journeys;

/// <summary>Nobody is left, somebody is silent, or has more than she can see: what is said, and to whom.</summary>
public sealed class NobodyLeftJourneyTests
{
    [Fact]
    public async Task When_all_are_in_conflict_the_log_the_doctor_and_the_list_say_it_at_once()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");
        Assert.Equal(TipState.Alerted, (await line.OnlyTipAsync()).State);

        await ana.AnswersAsync("3");

        Assert.Equal(TipState.New, (await line.OnlyTipAsync()).State);
        var alarm = Assert.Single(line.Log.Lines, l => l.StartsWith("Error", StringComparison.Ordinal));
        Assert.DoesNotContain("BO-", alarm);
        Assert.DoesNotContain((await line.OnlyTipAsync()).Id.ToString(), alarm);
        Assert.Contains(await FindingsAsync(line), f => f.IsFault && f.What.StartsWith("1 tip is before nobody", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_let_an_alert_expire_is_told_what_is_so_and_takes_it_with_one_digit()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        await line.Defender("Berta Choque").In("BO-01").OnFileAsync();
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");

        await line.PassAsync(TimeSpan.FromHours(2));

        var told = Assert.Single(ana.Unasked, m => m.Contains("no hubo respuesta", StringComparison.Ordinal));
        Assert.Contains("se pregunto a otra persona", told);
        Assert.Contains($"1 {ana.Alert}", told);
        Assert.DoesNotContain("ya esta con otra", told);
        Assert.Contains("Es suyo", await ana.AnswersAsync("1"));
    }

    [Fact]
    public async Task Where_nobody_else_is_there_the_expired_notice_does_not_say_that_somebody_was_asked()
    {
        await using var line = await TestLine.OpenAsync();
        var ana = await line.Defender("Ana Quispe").In("BO-010601").OnFileAsync();
        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");

        await line.PassAsync(TimeSpan.FromHours(1.5));

        Assert.DoesNotContain("otra persona", ana.Reads);
        Assert.Contains($"1 {ana.Alert}", ana.Reads);
    }

    [Fact]
    public async Task A_coordinator_with_hundreds_open_is_asked_all_the_same_and_the_doctor_notes_it()
    {
        await using var line = await TestLine.OpenAsync();
        var clara = await line.Coordinator("Clara Rojas").OnFileAsync();
        await line.RunAsync(unit =>
        {
            var her = line.Get<IResponders>().FindByAddress(unit, clara.Phone)!;
            for (var at = 0; at < 500; at++)
            {
                line.Get<IAlertStore>().Save(unit, new Alert(
                    AlertId.Draw(), AlertCode.Draw(), new TipId(RandomId.Draw()), her.Id, AlertPart.Primary, AlertState.Offered, Tier.Coordinator,
                    new ScoreParts(0, 0, 0, 0, 0), PlaceFree: false, unit.Now, DueAt: null, Reminders: 0, Asked: "offer", Messages: 1, NewsTold: false));
            }
            return true;
        });

        await line.Stranger().ReportsAsync("tarabuco", "no le pagan en la tienda");

        Assert.Contains("Tarabuco", clara.Reads);
        Assert.Contains(await FindingsAsync(line), f => !f.IsFault && f.What.Contains("100 or more", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<Finding>> FindingsAsync(TestLine line) =>
        await line.Get<IEnumerable<IDoctorCheck>>().Single(c => c.Name == "tips").LookAsync(CancellationToken.None);
}
