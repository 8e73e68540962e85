using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Checks;

/// <summary><c>too_many_first_options</c>: a stranger's first reply offers more than three things, or asks more than one.</summary>
internal sealed class TooManyFirstOptions : ICheck
{
    private const int Most = 3;

    public IEnumerable<Diagnostic> Find(CheckedBook book)
    {
        foreach (var flow in book.Flows.Where(f => f.Name == FlowBook.Welcome))
        {
            var met = CheckedBook.Reach(flow, [flow.First], (state, arrow) => !state.Waits && IsForStranger(state, arrow));
            foreach (var state in met.Select(n => flow.States[n]).Where(s => s.Step is AskStep { Options.Count: > Most }))
            {
                yield return new Diagnostic("too_many_first_options", Severity.Error, state.Definition.Spot,
                    $"A stranger is offered {((AskStep)state.Step).Options.Count} things at once in '{state.Name}'", $"Offer {Most} at most on the first message; more can follow.");
            }
        }
    }

    private static bool IsForStranger(CompiledState state, Arrow arrow) => state.Step is not WhenStep branch || (branch.Subject switch
    {
        "@person" => arrow.Trigger == Triggers.When("new") || (arrow.Trigger == Triggers.WhenElse && !branch.Is.ContainsKey("new")),
        "@responder" => arrow.Trigger == Triggers.When("no") || (arrow.Trigger == Triggers.WhenElse && !branch.Is.ContainsKey("no")),
        _ => true,
    });
}
