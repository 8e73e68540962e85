using System.Text;

namespace OutreachBot.Flows.Chats;

/// <summary>What came of a transcript.</summary>
public sealed record ChatResult(ChatFile File, IReadOnlyList<ChatRun> Runs)
{
    public bool Passed => File.Diagnostics.Count == 0 && Runs.All(r => r.Turns.All(Agrees));

    /// <summary>What differs, for people: the stimulus, what was expected (-) and what was seen (+). Empty when all agrees.</summary>
    public string Difference()
    {
        var text = new StringBuilder();
        foreach (var diagnostic in File.Diagnostics)
        {
            text.Append(diagnostic).Append('\n');
        }
        foreach (var run in Runs)
        {
            foreach (var turn in run.Turns.Where(t => !Agrees(t)))
            {
                text.Append(File.Path).Append(':').Append(turn.Turn.Line).Append(" (").Append(run.Language).Append(", ")
                    .Append(run.Channel.ToString().ToLowerInvariant()).Append(")\n");
                text.Append("  ").Append(File.Lines[turn.Turn.Line - 1].Trim()).Append('\n');
                AppendDifference(text, turn);
            }
        }
        return text.ToString();
    }

    /// <summary>The file with what was seen in place of what was expected; lines that agree stay as they are written.</summary>
    /// <returns>Null where its languages or channels differ among themselves, so that no one text fits: a person has to look.</returns>
    public string? Accepted()
    {
        if (File.Diagnostics.Count > 0 || Runs.Count == 0)
        {
            return null;
        }
        var versions = Runs.Select(r => ChatRewriter.Rewrite(File, r)).Distinct(StringComparer.Ordinal).ToList();
        return versions is [var one] ? one : null;
    }

    internal static bool Agrees(SeenTurn seen)
    {
        var says = seen.Says.ToList();
        var effects = seen.Effects.ToList();
        return says.Count == seen.Turn.Says.Count
            && effects.Count == seen.Turn.Effects.Count
            && says.Zip(seen.Turn.Says).All(p => p.Second.Matches(p.First))
            && effects.Zip(seen.Turn.Effects).All(p => p.Second.Matches(p.First.Call));
    }

    private void AppendDifference(StringBuilder text, SeenTurn seen)
    {
        var expected = seen.Turn.Effects.Select(e => e.Line).Concat(seen.Turn.Says.SelectMany(s => Enumerable.Range(s.Line, s.Length)));
        foreach (var line in expected.Order())
        {
            text.Append("- ").Append(File.Lines[line - 1].Trim()).Append('\n');
        }
        foreach (var output in seen.Outputs)
        {
            text.Append("+ ").Append(ChatRewriter.Show(output, ChatRewriter.ByName(File), null).Replace("\n", "\n+ ", StringComparison.Ordinal)).Append('\n');
        }
        if (seen.Outputs.Count == 0)
        {
            text.Append("+ (nothing)\n");
        }
    }
}
