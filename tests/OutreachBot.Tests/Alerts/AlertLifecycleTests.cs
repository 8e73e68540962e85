using OutreachBot.Alerts;

namespace OutreachBot.Tests.Alerts;

public sealed class AlertLifecycleTests
{
    [Theory]
    [InlineData(AlertState.Offered, AlertEvent.Accept, AlertState.Accepted)]
    [InlineData(AlertState.Offered, AlertEvent.Expire, AlertState.Expired)]
    [InlineData(AlertState.Expired, AlertEvent.Accept, AlertState.Accepted)]
    [InlineData(AlertState.Accepted, AlertEvent.Attend, AlertState.Attending)]
    [InlineData(AlertState.Attending, AlertEvent.Attend, AlertState.Attending)]
    [InlineData(AlertState.Attending, AlertEvent.Pass, AlertState.Passed)]
    [InlineData(AlertState.Attending, AlertEvent.TakenByAnother, AlertState.Taken)]
    [InlineData(AlertState.Accepted, AlertEvent.Close, AlertState.Closed)]
    internal void An_alert_goes_on(AlertState from, AlertEvent happened, AlertState to) =>
        Assert.Equal(to, AlertLifecycle.After(from, happened));

    [Theory]
    [InlineData(AlertState.Accepted, AlertEvent.Accept)]
    [InlineData(AlertState.Accepted, AlertEvent.Expire)]
    [InlineData(AlertState.Offered, AlertEvent.Close)]
    [InlineData(AlertState.Offered, AlertEvent.Attend)]
    [InlineData(AlertState.Expired, AlertEvent.Expire)]
    internal void What_has_no_place_in_a_state_does_nothing(AlertState from, AlertEvent happened) =>
        Assert.Null(AlertLifecycle.After(from, happened));

    [Fact]
    public void Nothing_but_a_late_conflict_leads_out_of_a_state_in_which_an_alert_is_over()
    {
        AlertState[] over =
            [AlertState.Passed, AlertState.Conflicted, AlertState.Taken, AlertState.Unreachable, AlertState.Closed, AlertState.Withdrawn];

        Assert.All(over, state => Assert.All(
            Enum.GetValues<AlertEvent>(), happened => Assert.Equal(
                happened == AlertEvent.DeclareConflict && state is AlertState.Passed or AlertState.Taken ? AlertState.Conflicted : null,
                AlertLifecycle.After(state, happened))));
    }
}
