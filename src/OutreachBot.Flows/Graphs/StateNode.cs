using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Graphs;

/// <summary>Puts a state into the few words that stand in its box.</summary>
internal static class StateNode
{
    private const int LineLength = 34;
    private const int MostLines = 3;

    public static PictureNode Of(CompiledFlow flow, CompiledState state)
    {
        var (kind, does) = Describe(state.Step);
        return new PictureNode(state.Name, kind, state.Name, does, Said(flow, state.Step));
    }

    private static (PictureKind Kind, string Does) Describe(Step step) => step switch
    {
        AskStep ask => (PictureKind.Ask, $"ask {Snake(ask.Kind)}" + (ask.Into is null ? "" : $" into {ask.Into}")),
        SayStep => (PictureKind.Say, "say"),
        DoStep effect => (PictureKind.Do, $"do {effect.Effect}"),
        CallStep call => (PictureKind.Call, $"call {call.Flow}" + (call.At is null ? "" : $" at {call.At}")),
        WhenStep branch => (PictureKind.When, $"when {branch.Subject}"),
        WaitStep { For: { } time } => (PictureKind.Wait, $"wait {time.TotalMinutes:0} min"),
        WaitStep => (PictureKind.Wait, "wait for a message"),
        _ => (PictureKind.End, "end"),
    };

    private static IReadOnlyList<string> Said(CompiledFlow flow, Step step)
    {
        var prompts = step switch
        {
            AskStep ask => ask.SaysBefore.Append(ask.Prompt),
            SayStep say => say.Prompts,
            _ => [],
        };
        var words = string.Join(' ', prompts.Select(p => flow.WordingsOf(p) is var w ? (w.Own ?? w.Spanish)?.Prompt.Text : null).OfType<string>());
        return Wrap(words);
    }

    private static List<string> Wrap(string text)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', '\n').Where(w => w.Length > 0).Select(Cut))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > LineLength)
            {
                lines.Add(line);
                line = "";
                if (lines.Count == MostLines)
                {
                    lines[^1] += " …";
                    return lines;
                }
            }
            line = line.Length == 0 ? word : line + " " + word;
        }
        if (line.Length > 0)
        {
            lines.Add(line);
        }
        return lines;
    }

    private static string Cut(string word) => word.Length <= LineLength ? word : word[..(LineLength - 1)] + "…";

    private static string Snake(QuestionKind kind) => kind == QuestionKind.YesNo ? "yes_no" : kind.ToString().ToLowerInvariant();
}
