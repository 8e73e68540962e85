using OutreachBot.Flows.Checks;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;

namespace OutreachBot.Flows.Walking;

/// <summary>What a walk saw in one world.</summary>
/// <param name="Steps">How often the engine was asked.</param>
internal sealed record WalkedWorld(
    FlowBook Book, WalkWorld World, IReadOnlyList<Node> Nodes, IReadOnlySet<TurnEvent> Events, long Steps, Cuts Cuts, IReadOnlyList<Finding> Found);

/// <summary>What a walk did not follow.</summary>
internal sealed class Cuts
{
    /// <summary>Arrows into another language: that is walked by itself.</summary>
    public int OtherLanguage { get; set; }

    /// <summary>Arrows to states beyond the limit.</summary>
    public int TooMany { get; set; }
}

/// <summary>One turn that was walked, for those who look for faults.</summary>
/// <param name="To">Where it led; null: not followed.</param>
internal sealed record WalkedTurn(FlowBook Book, WalkWorld World, Node From, Move Move, Passage Passage, Node? To)
{
    /// <summary>What waited for her; null: nothing was open.</summary>
    public Frame? Frame => From.Spot.Top();

    public CompiledFlow? Flow => Frame is { } frame ? FlowOf(frame.Flow) : null;

    public CompiledState? State => Frame is { } frame ? FlowOf(frame.Flow).States.GetValueOrDefault(frame.State) : null;

    public CompiledFlow FlowOf(string flow) => Book.Compile(flow, From.Spot.Session.Language ?? LanguageTag.Spanish);

    public Finding Fault(string code, SourceSpot spot, string problem, string mend) =>
        new(new Diagnostic(code, Severity.Error, spot, problem, mend), World, From, Move, Passage);

    /// <summary>Where the state stands that waited for her; the flows folder where nothing was open.</summary>
    public SourceSpot Where() => State?.Definition.Spot ?? new SourceSpot("flows", 1, 1);

    /// <summary>The words of a prompt that was said.</summary>
    /// <param name="prompt"><c>flow.prompt</c> or <c>shared.prompt</c>.</param>
    public Wordings WordsOf(string prompt)
    {
        var cut = prompt.IndexOf('.', StringComparison.Ordinal);
        var (flow, name) = (prompt[..cut], prompt[(cut + 1)..]);
        var language = Passage.To.Session.Language ?? From.Spot.Session.Language ?? LanguageTag.Spanish;
        return flow == "shared" ? Book.Shared(name, language) : Book.Compile(flow, language).WordingsOf(name);
    }

    /// <summary>Where the state stands that said a prompt in this turn; the words themselves where none did.</summary>
    public SourceSpot SaidAt(string prompt)
    {
        foreach (var entered in Passage.Events.OfType<StateEntered>().Where(e => prompt.StartsWith(e.Flow + ".", StringComparison.Ordinal)).Reverse())
        {
            if (FlowOf(entered.Flow).States.TryGetValue(entered.State, out var state) && PromptUse.Of(state).Any(u => prompt.AsSpan(entered.Flow.Length + 1).SequenceEqual(u.Prompt)))
            {
                return state.Definition.Spot;
            }
        }
        return WordsOf(prompt).All().Select(w => w.Prompt.Spot).FirstOrDefault(Where());
    }
}
