using OutreachBot.Agenda;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>Lets something happen to an alert, where its life allows it.</summary>
internal sealed class AlertProgress(IAlertStore alerts, IAgenda agenda)
{
    /// <returns>The alert after it; null when it has no place in the alert's state.</returns>
    public Alert? Apply(UnitOfWork unit, Alert alert, AlertEvent happened)
    {
        if (AlertLifecycle.After(alert.State, happened) is not { } state)
        {
            return null;
        }
        var after = alert with { State = state, DueAt = null, NewsTold = false };
        if (!after.IsOpen)
        {
            // The minute has served its purpose; kept, it could be matched with what others keep.
            after = after with { SentAt = Tip.HourOf(after.SentAt) };
        }
        agenda.Cancel(unit, Escalation.AgendaKind, alert.Id.ToString());
        alerts.Save(unit, after);
        return after;
    }

    /// <summary>Has the clock look at it again.</summary>
    public Alert Due(UnitOfWork unit, Alert alert, DateTimeOffset at)
    {
        var after = alert with { DueAt = at };
        agenda.Plan(unit, at, Escalation.AgendaKind, alert.Id.ToString());
        alerts.Save(unit, after);
        return after;
    }
}
