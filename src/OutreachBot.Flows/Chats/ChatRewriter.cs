namespace OutreachBot.Flows.Chats;

/// <summary>Writes what was seen into a transcript.</summary>
internal static class ChatRewriter
{
    public static string Rewrite(ChatFile file, ChatRun run)
    {
        var lines = new List<string>();
        var expectations = file.Turns
            .SelectMany(t => t.Says.SelectMany(s => Enumerable.Range(s.Line, s.Length)).Concat(t.Effects.Select(e => e.Line)))
            .ToHashSet();
        var seen = run.Turns.ToDictionary(t => t.Turn.Line);
        for (var line = 1; line <= file.Lines.Count; line++)
        {
            if (!expectations.Contains(line))
            {
                lines.Add(file.Lines[line - 1]);
            }
            if (seen.TryGetValue(line, out var turn))
            {
                lines.AddRange(Outputs(file, turn));
            }
        }
        return string.Join('\n', lines);
    }

    /// <summary>Scripts for several languages or channels name prompts, and so do those that have begun to.</summary>
    public static bool ByName(ChatFile file) => file.Settings.IsMatrix || file.Turns.Any(t => t.Says.Any(s => s.NamesPrompts));

    public static string Show(SeenOutput output, bool byName, ExpectedEffect? like) => output switch
    {
        SeenSay say => "< " + ExpectedSay.Show(say.Say, byName),
        SeenEffect effect => "! " + ExpectedEffect.Show(
            effect.Call, effect.Outcome, (like ?? effect.Scripted)?.Gives ?? NoValues, (like ?? effect.Scripted)?.With.Keys ?? []),
        _ => "",
    };

    private static IEnumerable<string> Outputs(ChatFile file, SeenTurn turn)
    {
        var byName = ByName(file);
        var says = 0;
        var effects = 0;
        foreach (var output in turn.Outputs)
        {
            if (output is SeenSay said)
            {
                var expected = turn.Turn.Says.ElementAtOrDefault(says++);
                yield return expected is not null && expected.Matches(said.Say) && expected.NamesPrompts == byName
                    ? string.Join('\n', file.Lines.Skip(expected.Line - 1).Take(expected.Length))
                    : Show(output, byName, null);
            }
            else if (output is SeenEffect effect)
            {
                var expected = turn.Turn.Effects.ElementAtOrDefault(effects++);
                yield return expected is not null && expected.Matches(effect.Call)
                    ? file.Lines[expected.Line - 1]
                    : Show(output, byName, effect.Scripted);
            }
        }
    }

    private static readonly Dictionary<string, string> NoValues = new(StringComparer.Ordinal);
}
