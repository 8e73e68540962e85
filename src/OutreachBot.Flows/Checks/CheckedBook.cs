using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Checks;

/// <summary>A book laid open for checking: every flow in every language it has, and where each can be entered.</summary>
internal sealed class CheckedBook
{
    private readonly Dictionary<string, HashSet<string>> _calledAt = new(StringComparer.Ordinal);

    public CheckedBook(FlowBook book)
    {
        Book = book;
        Flows = [.. book.Flows.Values.OrderBy(f => f.Name, StringComparer.Ordinal)
            .SelectMany(f => f.Layers.Keys.Append(LanguageTag.Spanish).Distinct().OrderBy(l => l.ToString(), StringComparer.Ordinal)
                .Select(l => book.Compile(f.Name, l)))];
        foreach (var call in Flows.SelectMany(f => f.States.Values).Select(s => s.Step).OfType<CallStep>().Where(c => c.At is not null))
        {
            (_calledAt.TryGetValue(call.Flow, out var states) ? states : _calledAt[call.Flow] = new(StringComparer.Ordinal)).Add(call.At!);
        }
    }

    public FlowBook Book { get; }

    /// <summary>Flow by flow, language by language.</summary>
    public IReadOnlyList<CompiledFlow> Flows { get; }

    /// <summary>The states in which a flow can begin: its first, where words, calls, the clock and the host enter it.</summary>
    public IEnumerable<string> EntrancesOf(CompiledFlow flow)
    {
        var definition = flow.Definition;
        var named = definition.StartsOn.Concat(definition.InterruptsOn).Select(s => s.At)
            .Append(definition.IfLeft?.Go)
            .Concat(_calledAt.GetValueOrDefault(flow.Name, []))
            .Concat(HostEntrances.All.Where(h => h.Flow == flow.Name).Select(h => h.State));
        return named.OfType<string>().Append(flow.First).Distinct(StringComparer.Ordinal).Where(flow.States.ContainsKey);
    }

    /// <summary>All states that can be come to from some, those included, by arrows that a filter lets through.</summary>
    public static HashSet<string> Reach(CompiledFlow flow, IEnumerable<string> from, Func<CompiledState, Arrow, bool>? passes = null)
    {
        var reached = new HashSet<string>(from.Where(flow.States.ContainsKey), StringComparer.Ordinal);
        var open = new Stack<string>(reached);
        while (open.TryPop(out var name))
        {
            var state = flow.States[name];
            foreach (var arrow in state.Arrows.Where(a => passes is null || passes(state, a)))
            {
                if (arrow.Target.State is { } next && flow.States.ContainsKey(next) && reached.Add(next))
                {
                    open.Push(next);
                }
            }
        }
        return reached;
    }

    /// <summary>Where a state stands: in the shape, or in a language's own.</summary>
    public static bool IsOfLayer(CompiledFlow flow, CompiledState state) =>
        flow.Definition.Layers.TryGetValue(flow.Language, out var layer) && layer.States.ContainsKey(state.Name);
}
