using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Checks.Leaks;

/// <summary>Marks that are too low for what a value is, and one name under two marks in flows that are laid over each other.</summary>
internal sealed class LowMarks : ICheck
{
    public IEnumerable<Diagnostic> Find(CheckedBook book)
    {
        foreach (var flow in book.Book.Flows.Values)
        {
            foreach (var value in flow.Remembers.Values)
            {
                if (value.Kind == ValueKind.Story && value.Privacy != Privacy.Sealed)
                {
                    yield return SealedLeak.Fault(value.Spot, $"The story '{value.Name}' is marked {SealedLeak.Word(value.Privacy)}", "A story is always `privacy: sealed`.");
                }
                if (value.Sign is not null && value.Privacy == Privacy.Open)
                {
                    yield return SealedLeak.Fault(value.Spot, $"'{value.Name}' is read out of a sealed story and marked open", "Mark it `privacy: routing`: it goes to the router and no further.");
                }
            }
        }
        foreach (var fault in book.Book.Interrupts.SelectMany(i => i).Select(e => e.Flow).Distinct().SelectMany(over => TwoMarks(book.Book, over)))
        {
            yield return fault;
        }
    }

    /// <summary>A flow laid over another shares values of one name and kind with it.</summary>
    private static IEnumerable<Diagnostic> TwoMarks(FlowBook book, FlowDefinition over) =>
        from under in book.Flows.Values
        where under != over
        from value in over.Remembers.Values
        where under.Remembers.TryGetValue(value.Name, out var same) && same.Kind == value.Kind && same.Privacy != value.Privacy
        select SealedLeak.Fault(value.Spot,
            $"'{value.Name}' is {SealedLeak.Word(value.Privacy)} here and {SealedLeak.Word(under.Remembers[value.Name].Privacy)} in '{under.Name}', over which this flow is laid",
            "Give both the same mark, or two names.");
}
