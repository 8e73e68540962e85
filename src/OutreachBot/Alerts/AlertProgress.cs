using OutreachBot.Agenda;
using OutreachBot.Outbox;
using OutreachBot.Responders;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>Lets something happen to an alert, where its life allows it.</summary>
internal sealed class AlertProgress(IAlertStore alerts, IAgenda agenda, IOutbox outbox)
{
    /// <summary>What still waits to be sent of it is taken back: it would say what is true no more.</summary>
    /// <returns>The alert after it, with the number of messages that did reach her, or may have; null when it has no place in the alert's state.</returns>
    public Alert? Apply(UnitOfWork unit, Alert alert, AlertEvent happened)
    {
        if (AlertLifecycle.After(alert.State, happened) is not { } state)
        {
            return null;
        }
        var goesOn = happened == AlertEvent.Attend;
        var after = alert with { State = state, DueAt = goesOn ? alert.DueAt : null, NewsTold = false };
        if (!after.IsOpen)
        {
            // The minute has served its purpose; kept, it could be matched with what others keep.
            after = after with { SentAt = Tip.HourOf(after.SentAt) };
        }
        if (!goesOn)
        {
            agenda.Cancel(unit, Escalation.AgendaKind, alert.Id.ToString());
            var unsent = outbox.Withdraw(unit, alert.Id.Value);
            after = after.IsHeld ? after : after with { Messages = after.Messages - Math.Min(unsent, after.Messages) };
        }
        alerts.Save(unit, after);
        if (after.Messages == 0)
        {
            TakeBackGreeting(unit, after.Responder);
        }
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

    /// <summary>It says that an alert follows. When none does, she is as she was before: nobody may learn from it that there was a tip.</summary>
    public void TakeBackGreeting(UnitOfWork unit, ResponderId responder)
    {
        if (!alerts.OpenOf(unit, responder).Any(a => a.Messages > 0) && outbox.Withdraw(unit, responder.Value) > 0)
        {
            alerts.DropStanding(unit, responder);
        }
    }
}
