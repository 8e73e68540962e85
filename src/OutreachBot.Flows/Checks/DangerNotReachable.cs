using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Checks;

/// <summary><c>danger_not_reachable</c>: PELIGRO doesn't lead to the offer of help in one message, or a report asks something else first.</summary>
internal sealed class DangerNotReachable : ICheck
{
    private const string Danger = "danger";
    private const string Report = "report";
    private const string Alert = "raise_alert";

    public IEnumerable<Diagnostic> Find(CheckedBook book) => [.. Word(book), .. Flow(book), .. FirstAsked(book)];

    private static IEnumerable<Diagnostic> Word(CheckedBook book)
    {
        foreach (var language in LanguageTag.All.Where(l => !book.Book.Words.Danger("PELIGRO", l)))
        {
            yield return Fault(new SourceSpot("flows/shared/keywords.yaml", 1, 1),
                $"PELIGRO isn't understood as danger by whoever speaks {language}", "Give the concept 'danger' the Spanish word peligro, and no limit to it.");
        }
    }

    private static IEnumerable<Diagnostic> Flow(CheckedBook book)
    {
        if (book.Book.Interrupts[Danger].FirstOrDefault(e => e.Flow.Audience == Audience.Person).Flow is not { } helping)
        {
            yield return Fault(new SourceSpot("flows", 1, 1), "No flow is laid over the others by PELIGRO", "Write `interrupts_on: [danger]` in one that is for everybody.");
            yield break;
        }
        foreach (var flow in book.Flows.Where(f => f.Name == helping.Name))
        {
            var start = book.Book.Interrupts[Danger].First(e => e.Flow == helping).At ?? flow.First;
            var asked = CheckedBook.Reach(flow, [start], (s, _) => !s.Waits).Select(n => flow.States[n]).Where(s => s.Waits).ToList();
            foreach (var state in asked.Where(s => s.Alerting.Count == 0))
            {
                yield return Fault(state.Definition.Spot, $"After PELIGRO '{state.Name}' is asked, and no answer to it leads straight to {Alert}", "Ask first whether somebody shall be alerted now.");
            }
        }
    }

    private static IEnumerable<Diagnostic> FirstAsked(CheckedBook book)
    {
        foreach (var flow in book.Flows.Where(f => f.Name == Report))
        {
            foreach (var state in CheckedBook.Reach(flow, [flow.First], (s, _) => !s.Waits).Select(n => flow.States[n]).Where(s => s.Waits))
            {
                if (state.Step is not AskStep { Kind: QuestionKind.YesNo } || state.Goal(Triggers.Yes) is not { } yes || !LeadsToHelp(book, flow, yes))
                {
                    yield return Fault(state.Definition.Spot, $"The first thing that a report asks is '{state.Name}', and yes doesn't lead to help", "Ask first whether somebody is in danger now, and let yes lead to the flow for danger.");
                }
            }
        }
    }

    private static bool LeadsToHelp(CheckedBook book, CompiledFlow flow, Target yes)
    {
        var helping = book.Book.Interrupts[Danger].Select(e => e.Flow.Name).ToHashSet(StringComparer.Ordinal);
        return yes.State is { } first && CheckedBook.Reach(flow, [first], (s, _) => !s.Waits).Select(n => flow.States[n].Step)
            .Any(s => s is DoStep { Effect: Alert } || (s is CallStep call && helping.Contains(call.Flow)));
    }

    private static Diagnostic Fault(SourceSpot spot, string problem, string mend) => new("danger_not_reachable", Severity.Error, spot, problem, mend);
}
