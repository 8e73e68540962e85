using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>Watches over cases that somebody has: whoever lets one lie is reminded, and after the second time a coordinator may take it over.</summary>
/// <remarks>A phone may be lost, and a conversation is dropped after a day: without this an accepted case could lie for good.</remarks>
internal sealed class CaseWatch(
    AlertProgress progress, IResponders responders, Dispatch dispatch, IEscalationClock clock, ICaseStore cases, AlertMessages messages)
{
    /// <summary>The second time rings a coordinator, and not her once more: nobody is reminded of a case twice in a day.</summary>
    private const int CoordinatorAt = 2;

    private static readonly TimeSpan ShortestAfter = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(7);

    /// <summary>She has done something about it: its time begins anew.</summary>
    public Alert Begin(UnitOfWork unit, Alert alert, Tip tip) =>
        progress.Due(unit, alert with { Reminders = 0 }, Next(unit, tip, reminders: 0));

    /// <summary>She has done nothing about it for as long as it may lie.</summary>
    public void Silent(UnitOfWork unit, Alert alert, Tip tip)
    {
        var reminders = alert.Reminders + 1;
        var again = progress.Due(unit, alert with { Reminders = reminders }, Next(unit, tip, reminders));
        if (reminders != CoordinatorAt && responders.Find(unit, alert.Responder) is { } responder)
        {
            messages.CaseWaits(unit, responder, again, asked: cases.Waits(unit, tip.Id, RelayEnd.Reporter));
        }
        if (reminders >= CoordinatorAt)
        {
            dispatch.ReferToCoordinator(unit, tip);
        }
    }

    // Each time twice as long, after the second never less than a day, and at the hours at which an alert of the kind may ring.
    private DateTimeOffset Next(UnitOfWork unit, Tip tip, int reminders)
    {
        var pause = TimeSpan.FromTicks(Math.Min(Pause(tip.Urgency).Ticks << Math.Min(reminders, 8), LongestPause.Ticks));
        return clock.DueAt(tip.Urgency, tip.Area, unit.Now + (reminders >= CoordinatorAt && pause < ShortestAfter ? ShortestAfter : pause), asked: null);
    }

    private static TimeSpan Pause(Urgency urgency) => urgency switch
    {
        Urgency.Urgent => TimeSpan.FromHours(1),
        Urgency.High => TimeSpan.FromHours(6),
        _ => TimeSpan.FromHours(24),
    };
}
