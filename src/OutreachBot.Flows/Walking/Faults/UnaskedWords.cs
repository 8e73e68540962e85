using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Walking.Faults;

/// <summary><c>unasked_words</c>: a message that the host sends on its own names a person or a place, or tells by a word what this line is about.</summary>
internal sealed class UnaskedWords : IGraphFault
{
    /// <summary>Nobody who looks over her shoulder may read these; in Spanish, as all such messages are or stand beside.</summary>
    private static readonly string[] Telling =
        ["trata", "trafico", "traficante", "explotacion", "victima", "victimas", "denuncia", "denunciar", "reporte", "reportar", "abuso", "violencia", "policia", "fiscalia"];

    /// <summary>What every such message may show.</summary>
    private static readonly string[] Neutral = ["options", "line", "yes_no", "code", "n"];

    public IEnumerable<Finding> Look(WalkedWorld walked)
    {
        foreach (var entrance in HostEntrances.All.Where(e => walked.Book.Flows.ContainsKey(e.Flow)))
        {
            var flow = walked.Book.Compile(entrance.Flow, walked.World.Language);
            if (flow.States.GetValueOrDefault(entrance.State) is { Step: AskStep ask } state && flow.WordingsOf(ask.Prompt).Pick(walked.World.Level) is { } wording)
            {
                foreach (var problem in Problems(flow, wording))
                {
                    yield return new Finding(
                        new Diagnostic("unasked_words", Severity.Error, wording.Prompt.Spot, $"'{flow.Name}.{ask.Prompt}' goes out unasked and {problem}", "Say it after she has answered."),
                        walked.World, walked.Nodes[0], Move.Of(MoveKind.Entrance, $"@ enter {entrance.Flow}.{state.Name}"), null);
                }
            }
        }
    }

    private static IEnumerable<string> Problems(CompiledFlow flow, Wording wording)
    {
        var words = Collation.Key(wording.Prompt.Text).Split(' ');
        if (Array.Find(Telling, words.Contains) is { } telling)
        {
            yield return $"says '{telling}'";
        }
        // A responder on duty has asked to be told where, and how soon.
        var allowed = flow.Definition.Audience == Audience.Responder ? Neutral.Append("municipality").Append("urgency") : Neutral;
        if (wording.Placeholders.FirstOrDefault(p => !allowed.Contains(p)) is { } shown)
        {
            yield return $"shows {{{shown}}}";
        }
    }
}
