using Stateless;

namespace OutreachBot.Alerts;

/// <summary>What can happen to an alert.</summary>
public enum AlertEvent
{
    Accept,
    Attend,
    Pass,
    DeclareConflict,
    TakenByAnother,
    Expire,
    FoundUnreachable,
    Close,
    Withdraw,
}

/// <summary>The life of an alert: which event may follow in which state, and where it leads.</summary>
public static class AlertLifecycle
{
    /// <returns>The state after the event; null when the event has no place in this state.</returns>
    public static AlertState? After(AlertState state, AlertEvent happened)
    {
        // A machine for each question: one shared between threads is wrong, and this is asked once an answer.
        var machine = Machine(state);
        if (!machine.CanFire(happened))
        {
            return null;
        }
        machine.Fire(happened);
        return machine.State;
    }

    /// <summary>The machine as it stands in a state; for <see cref="After"/> and for drawing.</summary>
    internal static StateMachine<AlertState, AlertEvent> Machine(AlertState state)
    {
        var machine = new StateMachine<AlertState, AlertEvent>(state);
        machine.Configure(AlertState.Offered)
            .Permit(AlertEvent.Accept, AlertState.Accepted)
            .Permit(AlertEvent.Pass, AlertState.Passed)
            .Permit(AlertEvent.DeclareConflict, AlertState.Conflicted)
            .Permit(AlertEvent.TakenByAnother, AlertState.Taken)
            .Permit(AlertEvent.Expire, AlertState.Expired)
            .Permit(AlertEvent.FoundUnreachable, AlertState.Unreachable)
            .Permit(AlertEvent.Withdraw, AlertState.Withdrawn);
        machine.Configure(AlertState.Expired)
            .Permit(AlertEvent.Accept, AlertState.Accepted)
            .Permit(AlertEvent.Pass, AlertState.Passed)
            .Permit(AlertEvent.DeclareConflict, AlertState.Conflicted)
            .Permit(AlertEvent.TakenByAnother, AlertState.Taken)
            .Permit(AlertEvent.Withdraw, AlertState.Withdrawn);
        machine.Configure(AlertState.Accepted)
            .Permit(AlertEvent.Attend, AlertState.Attending)
            .Permit(AlertEvent.Pass, AlertState.Passed)
            .Permit(AlertEvent.DeclareConflict, AlertState.Conflicted)
            .Permit(AlertEvent.TakenByAnother, AlertState.Taken)
            .Permit(AlertEvent.Close, AlertState.Closed)
            .Permit(AlertEvent.Withdraw, AlertState.Withdrawn);
        // A conflict may be seen late, and is never too late to be declared.
        machine.Configure(AlertState.Passed).Permit(AlertEvent.DeclareConflict, AlertState.Conflicted);
        machine.Configure(AlertState.Taken).Permit(AlertEvent.DeclareConflict, AlertState.Conflicted);
        machine.Configure(AlertState.Attending)
            .SubstateOf(AlertState.Accepted)
            .PermitReentry(AlertEvent.Attend);
        return machine;
    }
}
