using System.Runtime.CompilerServices;
using OutreachBot.Flows.Running;
using OutreachBot.Places;

namespace OutreachBot.Tests.Places;

/// <summary>Sentences with the place that is meant, and how the gazetteer did on them.</summary>
internal sealed class MentionList
{
    private readonly List<(string Text, string? Country, string Meant)> _rows;

    private MentionList(List<(string, string?, string)> rows) => _rows = rows;

    public int Count => _rows.Count;

    public static MentionList Read(string file, [CallerFilePath] string here = "") => new(
    [
        .. File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, file))
            .Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => l.Split('\t'))
            .Select(r => (r[0], r[1] == "-" ? null : r[1], r[2])),
    ]);

    /// <returns>Shares of all, and the rows that failed.</returns>
    public (double Right, double Wrong, IReadOnlyList<string> Failed) Try(Gazetteer gazetteer)
    {
        var right = 0;
        var wrong = 0;
        var failed = new List<string>();
        foreach (var (text, country, meant) in _rows)
        {
            var reading = gazetteer.Read(text, country);
            if (IsRight(reading, meant))
            {
                right++;
                continue;
            }
            var isWrong = reading.Kind == PlaceReadingKind.Resolved;
            wrong += isWrong ? 1 : 0;
            failed.Add($"{(isWrong ? "wrong" : "missed")}: {text} ({country}): {reading.Kind} {string.Join(' ', reading.Candidates.Select(c => c.Id))}, not {meant}");
        }
        return ((double)right / _rows.Count, (double)wrong / _rows.Count, failed);
    }

    private static bool IsRight(PlaceReading reading, string meant) => meant switch
    {
        "none" => reading.Kind == PlaceReadingKind.None,
        "outside" => reading.Kind == PlaceReadingKind.Outside,
        ['?', ..] => reading.Kind == PlaceReadingKind.Ask
            && meant[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries).All(id => reading.Candidates.Any(c => c.Id == id)),
        _ => reading.Municipality?.Id == meant,
    };
}
