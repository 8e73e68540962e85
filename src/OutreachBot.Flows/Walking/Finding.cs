using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Walking;

/// <summary>A fault, and the turn that showed it.</summary>
/// <param name="From">Where the turn began; the shortest way there is the conversation that shows the fault.</param>
/// <param name="Move">Null: the fault is the state itself.</param>
internal sealed record Finding(Diagnostic Diagnostic, WalkWorld World, Node From, Move? Move, Passage? Passage);

/// <summary>Looks for one fault in each turn.</summary>
internal interface ITurnFault
{
    IEnumerable<Finding> Look(WalkedTurn turn);
}

/// <summary>Looks for one fault in all that was walked of a world.</summary>
internal interface IGraphFault
{
    IEnumerable<Finding> Look(WalkedWorld walked);
}
