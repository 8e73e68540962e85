using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Running;

/// <summary>
/// A responder has to show that it is she before the host carries out an effect: the flow <c>pin</c> is laid over the step,
/// and the step is taken again when that has ended.
/// </summary>
internal sealed class Proving(Turn turn, Steering steering)
{
    private const string Flow = "pin";

    public void Come(RunDraft run, PendingEffect pending, string outcome)
    {
        if (outcome != ProofOutcomes.Locked && !pending.Silent && turn.Book.Flows.ContainsKey(Flow))
        {
            turn.Focus = run.Key;
            steering.Interrupt(run, Flow, StateOf(pending, outcome));
            return;
        }
        if (pending.Word is null)
        {
            // Nothing of the case stays open for whoever holds the phone.
            turn.Close(run.Key);
        }
        turn.Speaker.SayShared(SharedPrompts.PinLocked);
    }

    private static string StateOf(PendingEffect pending, string outcome) =>
        pending.Word == GlobalWords.Erase ? "to_erase"
        : outcome == ProofOutcomes.Choose ? "choose"
        : "ask";
}
