using OutreachBot.Agenda;
using OutreachBot.Alerts;
using OutreachBot.Routing;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Alerts;

/// <summary>The clock of escalation on a real store: by day, by night, over a holiday, and when the machine stood still.</summary>
public sealed class EscalationHoursTests : IDisposable
{
    private static readonly (string, string)[] High = [("minor", "yes")];
    private static readonly (string, string)[] Danger = [("danger", "yes")];

    private readonly TipHouse _house = new(clock: new EscalationClock());
    private readonly Actor _first;
    private readonly Actor _second;
    private readonly Actor _coordinator;

    public EscalationHoursTests() => (_first, _second, _coordinator) = (_house.Defender(), _house.Defender(), _house.Coordinator());

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task By_day_what_is_normal_goes_further_after_an_hour_and_not_before()
    {
        await At("2026-03-02T10:00").SubmitAsync();

        await _house.PassAsync(TimeSpan.FromMinutes(59));
        Assert.Equal("offer", _first.Prompts[^1]);

        await _house.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(("expired", "reminder", "backup"), Last());
    }

    [Fact]
    public async Task By_night_what_is_high_waits_until_six_and_what_is_urgent_does_not()
    {
        await At("2026-03-02T21:45").SubmitAsync(High);
        var urgent = _house.Defender();
        Assert.Empty(urgent.Inbox);

        await PassUntil("2026-03-03T05:59");
        Assert.Equal("offer", _first.Prompts[^1]);

        await PassUntil("2026-03-03T06:00");
        Assert.Equal("expired", _first.Prompts[^1]);

        await At("2026-03-04T03:00").SubmitAsync(Danger);
        await PassUntil("2026-03-04T03:10");
        Assert.Equal("expired", _first.Prompts[^1]);
    }

    [Fact]
    public async Task Over_a_holiday_what_is_normal_wakes_nobody_and_a_coordinator_has_it_within_half_a_day()
    {
        await At("2026-12-25T08:00").SubmitAsync();

        await PassUntil("2026-12-25T18:59");
        Assert.Equal(["greeting_first", "offer"], _first.Prompts);
        Assert.Empty(_coordinator.Inbox);

        await PassUntil("2026-12-25T19:00");
        Assert.Equal("backup", _coordinator.Prompts[^1]);
        Assert.Equal(["greeting_first", "offer"], _first.Prompts);

        await PassUntil("2026-12-26T08:00");
        Assert.Equal("expired", _first.Prompts[^1]);
    }

    [Fact]
    public async Task Over_a_holiday_what_is_high_goes_on_by_the_hours_of_the_day()
    {
        await At("2026-12-25T08:00").SubmitAsync(High);

        await PassUntil("2026-12-25T08:30");

        Assert.Equal("expired", _first.Prompts[^1]);
    }

    [Fact]
    public async Task Whatever_comes_on_a_saturday_evening_a_coordinator_has_it_and_hears_of_it_by_day_only()
    {
        await At("2026-03-07T18:30").SubmitAsync();

        await PassUntil("2026-03-07T21:00");
        Assert.Equal("backup", _coordinator.Prompts[^1]);

        await PassUntil("2026-03-09T12:00");
        Assert.All(_house.Sent.All.Where(m => m.To == _coordinator.Address), m => Assert.True(LocalTime.IsDay("BO", m.DueAt), $"{m.DueAt:u}"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_step_is_taken_once_also_when_the_process_ends_between_taking_it_and_keeping_it(bool restarts)
    {
        await At("2026-03-02T10:00").SubmitAsync();
        var alert = Assert.Single(await _first.AlertsAsync());
        _house.StandStillUntil(Local("2026-03-02T11:00"));

        await Assert.ThrowsAsync<OperationCanceledException>(() => _house.RunAsync<bool>(unit =>
        {
            _house.Get<IAgendaStore>().Remove(unit, Escalation.AgendaKind, alert.Id.ToString());
            Handler().Handle(unit, alert.Id.ToString());
            throw new OperationCanceledException();
        }));
        if (restarts)
        {
            await _house.RestartAsync();
        }
        await _house.RunDueAsync();
        await _house.RunDueAsync();

        Assert.Equal(["greeting_first", "offer", "expired"], _first.Prompts);
        Assert.Equal(["greeting_first", "backup", "reminder"], _second.Prompts);
        Assert.Equal(["greeting_first", "backup"], _coordinator.Prompts);
    }

    [Fact]
    public async Task What_was_planned_before_a_restart_is_done_after_it_when_it_is_due()
    {
        await At("2026-03-02T10:00").SubmitAsync();

        await _house.RestartAsync();
        await _house.PassAsync(TimeSpan.FromMinutes(59));
        await _house.RestartAsync();
        Assert.Equal("offer", _first.Prompts[^1]);
        await _house.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(("expired", "reminder", "backup"), Last());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_answers_in_the_minute_in_which_her_time_is_up_has_it_or_had_it_and_nobody_twice(bool answersFirst)
    {
        await At("2026-03-02T10:00").SubmitAsync();
        _house.StandStillUntil(Local("2026-03-02T11:00"));
        if (!answersFirst)
        {
            await _house.RunDueAsync();
        }
        Assert.Equal("ok", await _first.AnswerAsync("accept_alert"));
        await _house.RunDueAsync();

        Assert.Equal(_first.OnFile.Id, (await _house.OnlyTipAsync()).Assigned);
        Assert.Equal("taken", _second.Prompts[^1]);
        Assert.Equal(answersFirst ? 0 : 1, _first.Prompts.Count(p => p == "expired"));
        Assert.Equal(answersFirst ? [] : ["greeting_first", "backup", "taken"], _coordinator.Prompts);
    }

    [Fact]
    public async Task A_machine_that_stood_still_into_the_night_wakes_nobody_but_for_danger_and_takes_one_step_for_each_tip()
    {
        var resting = _house.Defender(onDuty: false);
        At("2026-03-02T17:30");
        for (var i = 0; i < 10; i++)
        {
            await _house.Reporter().SubmitAsync();
            await _house.Reporter().SubmitAsync(High);
        }
        await _house.Reporter().SubmitAsync(Danger);
        var before = _house.Sent.All.Count;

        _house.StandStillUntil(Local("2026-03-03T03:00"));
        await _house.RestartAsync();
        await _house.RunDueAsync();

        Assert.Equal(
            // The coordinator's time for what nobody has taken was up at nine in the evening.
            [(_coordinator, "backup"), (_first, "expired"), (resting, "ping"), (_second, "reminder")],
            _house.Sent.All.Skip(before).Where(m => m.Text.Split(' ')[0] != "greeting_first")
                .Select(m => (_house.Everybody.Single(a => a.Address == m.To), m.Text.Split(' ')[0])).OrderBy(m => m.Item2));

        // In the morning: each of what is high takes its one step; what is normal waits for the hour of duty.
        before = _house.Sent.All.Count;
        await PassUntil("2026-03-03T06:00");
        Assert.Equal(10, _house.Sent.All.Skip(before).Count(m => m.To == _first.Address && m.Text.StartsWith("expired")));
        Assert.All(_house.Sent.All.Skip(before).Where(m => m.To == _first.Address), m => Assert.Contains("expired", m.Text));
    }

    [Fact]
    public async Task A_clock_that_jumps_a_day_takes_one_step_and_no_more()
    {
        await At("2026-03-02T10:00").SubmitAsync();

        await _house.LeapAsync(TimeSpan.FromDays(1));

        Assert.Equal(["greeting_first", "offer", "expired"], _first.Prompts);
        Assert.Equal(["greeting_first", "backup", "reminder"], _second.Prompts);
        Assert.Equal(["greeting_first", "backup"], _coordinator.Prompts);
    }

    private IAgendaHandler Handler() => _house.Handlers.Single(h => h.Kind == Escalation.AgendaKind);

    private static DateTimeOffset Local(string local) => new(DateTime.Parse(local), TimeSpan.FromHours(-4));

    private Actor At(string local)
    {
        _house.StandStillUntil(Local(local));
        return _house.Reporter();
    }

    private Task PassUntil(string local) => _house.PassAsync(Local(local) - _house.Now);

    private (string First, string Second, string Coordinator) Last() => (_first.Prompts[^1], _second.Prompts[^1], _coordinator.Prompts[^1]);
}
