using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Checks;

/// <summary><c>claims_before_done</c>: a prompt marked <c>claims: told</c> says that somebody knows, on a way on which nobody has been told.</summary>
internal sealed class ClaimsBeforeDone : ICheck
{
    public IEnumerable<Diagnostic> Find(CheckedBook book)
    {
        foreach (var flow in book.Flows)
        {
            var untold = CheckedBook.Reach(flow, book.EntrancesOf(flow), (state, arrow) => !Tells(state, arrow));
            var early = PromptUse.SaidIn(flow).Where(u => untold.Contains(u.State.Name) && flow.WordingsOf(u.Prompt).All().Any(w => w.Prompt.ClaimsTold));
            foreach (var use in early)
            {
                yield return new Diagnostic("claims_before_done", Severity.Error, use.State.Definition.Spot,
                    $"State '{use.State.Name}' says with '{use.Prompt}' that somebody has been told, and on a way to it nobody has",
                    "Lead there only from the outcome `told` of raise_alert, or `ok` of submit_tip.");
            }
        }
    }

    private static bool Tells(CompiledState state, Arrow arrow) => state.Step switch
    {
        DoStep { Effect: "raise_alert" } => arrow.Trigger == Triggers.Outcome("told"),
        DoStep { Effect: "submit_tip" } => arrow.Trigger == Triggers.Outcome("ok"),
        _ => false,
    };
}
