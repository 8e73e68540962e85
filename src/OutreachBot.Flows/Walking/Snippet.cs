using OutreachBot.Flows.Chats;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Walking;

/// <summary>Writes the conversation that shows a fault as a transcript, with what is answered now; <c>flows test</c> replays it.</summary>
internal static class Snippet
{
    public static string Of(FlowBook book, Finding finding)
    {
        var lines = new List<string>();
        foreach (var node in finding.From.Way().Skip(1))
        {
            Add(lines, node.By!, node.Through);
        }
        if (finding.Move is { } move)
        {
            Add(lines, move, finding.Passage);
        }
        if (lines.Count == 0)
        {
            lines.Add("> hola");
        }
        var text = string.Join('\n', [$"# {finding.Diagnostic.Code}: {finding.Diagnostic.Problem}.", .. finding.World.Conditions(), .. WalkPlaces.LinesFor(lines), .. lines]);
        var file = ChatFile.Parse("walk.chat", text + "\n");
        return file.Diagnostics.Count > 0 ? text : ChatRunner.Run(book, file).Accepted() ?? text;
    }

    private static void Add(List<string> lines, Move move, Passage? through)
    {
        lines.Add(move.Line);
        foreach (var carried in through?.Effects ?? [])
        {
            var known = EffectCatalogue.TryFind(carried.Call.Name, out var kind) && !kind.Undone.Contains(carried.Outcome, StringComparer.Ordinal);
            lines.Add("! " + ExpectedEffect.Show(carried.Call, carried.Outcome, known ? carried.Gives : new Dictionary<string, string>(), []));
        }
    }
}
