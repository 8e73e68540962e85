using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Running;

namespace OutreachBot.Flows.Walking.Faults;

/// <summary><c>tells_after_exit</c>: SALIR is answered with more than its neutral sentence, or something stays open behind it.</summary>
internal sealed class TellsAfterExit : ITurnFault
{
    public IEnumerable<Finding> Look(WalkedTurn turn)
    {
        if (turn.Move.Concept == GlobalWords.Exit && (!turn.Passage.Prompts().SequenceEqual(["shared." + SharedPrompts.Exit]) || turn.Passage.To.Session.Runs.Count > 0))
        {
            yield return turn.Fault("tells_after_exit", turn.Where(), $"After SALIR at '{turn.Frame?.State}' something is said or left open", "Let nothing be asked on the way of `if_left`.");
        }
    }
}
