using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Running;

namespace OutreachBot.Flows.Walking.Faults;

/// <summary><c>no_progress</c>: a good answer asks the same again and changes nothing; <c>endless_turn</c>: a turn that the engine had to cut.</summary>
/// <remarks>Who says "later", or asks to have it again, means no more than that: options of these keys may lead back to their own question.</remarks>
internal sealed class NoProgress : ITurnFault
{
    private static readonly string[] PutOff = [Triggers.Option("later"), Triggers.Option("again")];

    public IEnumerable<Finding> Look(WalkedTurn turn)
    {
        if (turn.Passage.Events.OfType<BudgetSpent>().FirstOrDefault() is { } cut)
        {
            yield return turn.Fault("endless_turn", turn.FlowOf(cut.Flow).States[cut.State].Definition.Spot,
                $"A turn came to '{cut.State}' and went on without end; the engine had to cut it", "Ask something on the way, or lead out of the circle.");
        }
        // What the host has done in between may have changed more than is seen here.
        else if (turn.Move.Kind == MoveKind.Answer && turn.Passage.Effects.Count == 0 && turn.To == turn.From && turn.State?.Step is AskStep { Rules.UntilDone: false } ask && IsAnswered(turn) && SaysOnly(turn, turn.Frame!.Flow + "." + ask.Prompt))
        {
            yield return turn.Fault("no_progress", turn.Where(), $"'{turn.Move.Line[2..]}' is an answer to '{turn.Frame!.State}', and the same is asked again", "Lead it on, or say why it is asked again; an option called `later` or `again` may.");
        }
    }

    private static bool IsAnswered(WalkedTurn turn) =>
        turn.Passage.Events.OfType<ArrowTaken>().Any(a => a.Flow == turn.Frame!.Flow && a.From == turn.Frame.State && !PutOff.Contains(a.Trigger));

    private static bool SaysOnly(WalkedTurn turn, string question) => turn.Passage.Prompts().All(p => p == question);
}
