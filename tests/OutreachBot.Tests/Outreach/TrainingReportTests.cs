using OutreachBot.Addresses;
using OutreachBot.Outreach;
using OutreachBot.Responders;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tests.Routing;

namespace OutreachBot.Tests.Outreach;

public sealed class TrainingReportTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly LogTrainingEffect _effect = new(new SqliteTrainingStore(), Ask.Places);

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("TALLER 23 mujeres 4 hombres Tarabuco", 23, 4, "BO-010601")]
    [InlineData("23 mujeres 4 hombres Tarabuco", 23, 4, "BO-010601")]
    [InlineData("tarabuco hombres 4 mujeres 23", 23, 4, "BO-010601")]
    [InlineData("Taller en Villa Tunari, 4 varones y 23 mujeres", 23, 4, "BO-031003")]
    [InlineData("Mujeres: 23, hombres: 4. Municipio: Sacaca", 23, 4, "BO-050701")]
    [InlineData("taller 23m 4h tarabuco", 23, 4, "BO-010601")]
    [InlineData("23 4 tarabuco", 23, 4, "BO-010601")]
    [InlineData("taller tarabuco solo mujeres 20", 20, 0, "BO-010601")]
    [InlineData("20 mujeres ningún hombre tarabuco", 20, 0, "BO-010601")]
    [InlineData("23 mujeres 4 hombres", 23, 4, null)]
    [InlineData("23 mujeres 4 hombres San Pedro", 23, 4, null)]
    [InlineData("23 mujeres tarabuco", 23, null, "BO-010601")]
    [InlineData("hice un taller", null, null, null)]
    [InlineData("", null, null, null)]
    public void A_report_is_read_in_any_order(string text, int? women, int? men, string? municipality)
    {
        var report = TrainingReport.Read(text, Ask.Places, "BO");

        Assert.Equal((women, men, municipality), (report.Women, report.Men, report.Municipality?.Id));
    }

    [Theory]
    [InlineData("23 mujeres tarabuco", "4", 23, 4)]
    [InlineData("23 mujeres tarabuco", "4 hombres", 23, 4)]
    [InlineData("4 hombres tarabuco", "23", 23, 4)]
    [InlineData("23 mujeres 4 hombres", "Tarabuco", 23, 4)]
    [InlineData("tarabuco", "23 mujeres 4 hombres", 23, 4)]
    [InlineData("tarabuco", "23 y 4", 23, 4)]
    public void What_was_missing_completes_it(string text, string rest, int women, int men)
    {
        var report = TrainingReport.Read(text, Ask.Places, "BO").With(TrainingReport.Read(rest, Ask.Places, "BO"));

        Assert.Equal((women, men, "BO-010601"), (report.Women, report.Men, report.Municipality?.Id));
    }

    [Theory]
    [InlineData("23 mujeres 4 hombres Tarabuco", "ok")]
    [InlineData("23 mujeres", "missing")]
    [InlineData("0 mujeres 0 hombres Tarabuco", "impossible")]
    [InlineData("5000 mujeres 4 hombres Tarabuco", "impossible")]
    public async Task The_flow_is_told_how_it_went(string text, string outcome) =>
        Assert.Equal(outcome, await _store.RunAsync(u => _effect.Call(u, Given.Defender(), Channel.Sms, ("report", text)).Outcome));

    [Fact]
    public async Task A_workshop_is_counted_on_the_local_day_without_who_gave_it()
    {
        Responder defender = Given.Defender();
        await _store.RunAsync(u => _effect.Call(u, defender, Channel.Sms, ("report", "23 mujeres 4 hombres Tarabuco")));

        var counted = Assert.Single(await _store.RunAsync(u => new SqliteTrainingStore().Between(u, new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 2))));

        Assert.Equal(("BO-010601", 23, 4), (counted.Municipality, counted.Women, counted.Men));
        Assert.Empty(await _store.RunAsync(u => new SqliteTrainingStore().Between(u, new DateOnly(2026, 3, 3), new DateOnly(2026, 3, 31))));
    }
}
