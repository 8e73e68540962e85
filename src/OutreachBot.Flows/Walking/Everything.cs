using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Walking;

/// <summary>All states of a book, in each language that has a shape of its own.</summary>
internal static class Everything
{
    public static IEnumerable<(CompiledFlow Flow, CompiledState State)> StatesOf(FlowBook book) =>
        from flow in book.Flows.Values.OrderBy(f => f.Name, StringComparer.Ordinal)
        from language in flow.Layers.Keys.Append(LanguageTag.Spanish).Distinct()
        let compiled = book.Compile(flow.Name, language)
        from state in compiled.States.Values
        select (compiled, state);
}
