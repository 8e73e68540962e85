using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Checks.Leaks;

/// <summary>The implicit road: where the way taken depends on a sealed answer, whatever happens on one way and not on the other gives it away.</summary>
/// <remarks>
/// Looked at is the stretch from the branch to where all its ways have met again (its post-dominators). In it no effect may be
/// asked for, no flow called, and no value of a lower mark filled.
/// </remarks>
internal sealed class BranchesOnSealed : ICheck
{
    public IEnumerable<Diagnostic> Find(CheckedBook book)
    {
        foreach (var flow in book.Flows)
        {
            foreach (var branch in flow.States.Values)
            {
                if (SealedSubject(flow, branch) is { } value && Ways(branch).Distinct().ToList() is { Count: > 1 } ways)
                {
                    foreach (var state in Between(flow, ways).Where(s => GivesAway(flow, s)))
                    {
                        yield return SealedLeak.Fault(branch.Definition.Spot,
                            $"The way from '{branch.Name}' depends on '{value}', which is sealed, and on one of them '{state.Name}' shows which was taken",
                            "Let all ways meet before it, or branch on something that isn't sealed.");
                    }
                }
            }
        }
    }

    private static string? SealedSubject(CompiledFlow flow, CompiledState state)
    {
        var name = state.Step switch
        {
            WhenStep branch => branch.Subject,
            AskStep { Kind: QuestionKind.Choice or QuestionKind.YesNo } ask => ask.Into,
            _ => null,
        };
        return name is not null && flow.Definition.Remembers.TryGetValue(name, out var value) && value.Privacy == Privacy.Sealed ? name : null;
    }

    // Skipping says that she didn't answer, not what: that is no more than `known`.
    private static IEnumerable<string?> Ways(CompiledState branch) =>
        branch.Arrows.Where(a => a.Trigger is not (Triggers.Skipped or Triggers.Tells or Triggers.Places)).Select(a => a.Target.State);

    private static IEnumerable<CompiledState> Between(CompiledFlow flow, List<string?> ways)
    {
        var starts = ways.OfType<string>().ToList();
        var all = CheckedBook.Reach(flow, starts);
        var meeting = ways.Contains(null) ? [] : all.Where(m => starts.TrueForAll(s => !CanEndWithout(flow, s, m))).ToHashSet(StringComparer.Ordinal);
        return CheckedBook.Reach(flow, starts.Where(s => !meeting.Contains(s)), (_, arrow) => arrow.Target.State is not { } next || !meeting.Contains(next))
            .Select(n => flow.States[n]);
    }

    /// <summary>Whether an end can be reached past a state: if not, every way goes through it.</summary>
    private static bool CanEndWithout(CompiledFlow flow, string from, string without) =>
        from != without
        && CheckedBook.Reach(flow, [from], (_, arrow) => arrow.Target.State != without)
            .Any(n => flow.States[n].Step is EndStep || flow.States[n].Arrows.Any(a => a.Target.IsEnd));

    private static bool GivesAway(CompiledFlow flow, CompiledState state) => state.Step switch
    {
        DoStep or CallStep => true,
        AskStep { Into: { } into } => flow.Definition.Remembers.TryGetValue(into, out var value) && value.Privacy < Privacy.Sealed,
        _ => false,
    };
}
