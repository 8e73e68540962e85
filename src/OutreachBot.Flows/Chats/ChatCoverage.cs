using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;

namespace OutreachBot.Flows.Chats;

/// <summary>Which states and arrows of the flows transcripts, or a walk, have been through.</summary>
public sealed class ChatCoverage(FlowBook book)
{
    private readonly HashSet<(string Flow, string State)> _states = [];
    private readonly HashSet<(string Flow, string From, string Trigger)> _arrows = [];

    public void Add(ChatResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        Add(result.Runs.SelectMany(r => r.Turns).SelectMany(t => t.Events));
    }

    public void Add(IEnumerable<TurnEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        foreach (var happened in events)
        {
            if (happened is StateEntered entered)
            {
                _states.Add((entered.Flow, entered.State));
            }
            else if (happened is ArrowTaken taken)
            {
                // Where the host entered, nothing led there.
                _states.Add((taken.Flow, taken.From));
                _arrows.Add((taken.Flow, taken.From, taken.Trigger));
            }
        }
    }

    /// <summary>By flow, in the order of their names; the Spanish machine of each.</summary>
    public IReadOnlyList<FlowCoverage> Flows() =>
        [.. book.Flows.Keys.Order(StringComparer.Ordinal).Select(f => Of(book.Compile(f, LanguageTag.Spanish)))];

    private FlowCoverage Of(CompiledFlow flow)
    {
        var states = flow.States.Keys.Order(StringComparer.Ordinal).ToList();
        var arrows = flow.States.Values.OrderBy(s => s.Name, StringComparer.Ordinal)
            .SelectMany(s => s.Arrows.Where(a => CanBeTaken(s, a)).Select(a => (s.Name, a.Trigger))).ToList();
        return new FlowCoverage(
            flow.Name,
            states.Count,
            [.. states.Where(s => !_states.Contains((flow.Name, s)))],
            arrows.Count,
            [.. arrows.Where(a => !_arrows.Contains((flow.Name, a.Name, a.Trigger))).Select(a => $"{a.Name} --{a.Trigger}-->")]);
    }

    // A branch without `else` has named all that its subject can be; what is called with `then: end` isn't come back from.
    private static bool CanBeTaken(CompiledState state, Arrow arrow) => state.Step switch
    {
        WhenStep { Else: null } => arrow.Trigger != Triggers.WhenElse,
        CallStep call => !call.Then.IsEnd,
        _ => true,
    };
}

/// <param name="StatesMissed">States that no transcript entered.</param>
/// <param name="ArrowsMissed">Arrows that none took, as <c>state --trigger--&gt;</c>.</param>
public sealed record FlowCoverage(
    string Flow, int States, IReadOnlyList<string> StatesMissed, int Arrows, IReadOnlyList<string> ArrowsMissed)
{
    public override string ToString() =>
        $"{Flow}: {States - StatesMissed.Count} of {States} states, {Arrows - ArrowsMissed.Count} of {Arrows} arrows";
}
