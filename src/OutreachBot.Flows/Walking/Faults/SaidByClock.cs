namespace OutreachBot.Flows.Walking.Faults;

/// <summary><c>said_by_clock</c>: nobody has written, and something is said.</summary>
internal sealed class SaidByClock : ITurnFault
{
    public IEnumerable<Finding> Look(WalkedTurn turn) =>
        turn.Passage.Says.Where(h => h.ByClock).Select(h => turn.Fault("said_by_clock", turn.SaidAt(h.Say.Prompts[0]),
            $"'{h.Say.Prompts[0]}' is said by the clock", "Put a `wait: message` before it: she hears it when she writes again."));
}
