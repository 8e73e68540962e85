using OutreachBot.Alerts;
using OutreachBot.Responders;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Alerts;

public sealed class SqliteAlertStoreTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly SqliteAlertStore _alerts = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task An_alert_comes_back_as_it_was_saved_last()
    {
        var alert = Some.Alert(TipId.Draw());
        var later = alert with { State = AlertState.Attending, DueAt = TestStore.Start.AddMinutes(10), Reminders = 2, NewsTold = true };
        await _store.RunAsync(unit => _alerts.Save(unit, alert));
        await _store.RunAsync(unit => _alerts.Save(unit, later));

        Assert.Equal(later, await _store.RunAsync(unit => _alerts.Find(unit, alert.Id)));
    }

    [Fact]
    public async Task A_code_is_found_open_before_one_that_is_over()
    {
        var responder = ResponderId.Draw();
        var over = Some.Alert(TipId.Draw(), responder) with { State = AlertState.Closed, SentAt = TestStore.Start.AddDays(1) };
        var open = Some.Alert(TipId.Draw(), responder) with { Code = over.Code };
        await _store.RunAsync(unit =>
        {
            _alerts.Save(unit, open);
            _alerts.Save(unit, over);
        });

        Assert.Equal(open, await _store.RunAsync(unit => _alerts.FindByCode(unit, responder, over.Code)));
        Assert.Null(await _store.RunAsync(unit => _alerts.FindByCode(unit, ResponderId.Draw(), over.Code)));
        Assert.Equal(open, Assert.Single(await _store.RunAsync(unit => _alerts.OpenOf(unit, responder))));
    }

    [Fact]
    public async Task A_responders_load_counts_what_waits_and_what_she_has()
    {
        var responder = ResponderId.Draw();
        var tip = TipId.Draw();
        var first = Some.Alert(tip, responder);
        var second = Some.Alert(TipId.Draw(), responder) with { SentAt = TestStore.Start.AddHours(1) };
        await _store.RunAsync(unit =>
        {
            _alerts.Save(unit, first);
            _alerts.Save(unit, second);
            _alerts.Save(unit, second with { State = AlertState.Accepted });
        });
        Assert.Equal(new Standing(2, second.SentAt), (await _store.RunAsync(_alerts.Standings))[responder]);

        await _store.RunAsync(unit => _alerts.Save(unit, second with { State = AlertState.Closed }));
        Assert.Equal(1, (await _store.RunAsync(_alerts.Standings))[responder].Open);

        await _store.RunAsync(unit => _alerts.RemoveOfTip(unit, tip));
        Assert.Equal(0, (await _store.RunAsync(_alerts.Standings))[responder].Open);
    }
}
