namespace OutreachBot.Places.Reading;

/// <summary>Chooses, among the names that a text may hold, those that don't overlap and explain the most of it.</summary>
internal static class MentionFinder
{
    /// <summary>Readings of the same words that cost so much more than the best are dropped.</summary>
    private const double CostMargin = 0.45;

    public static List<Mention> Choose(List<NameHit> hits)
    {
        var chosen = new List<Mention>();
        foreach (var span in hits.GroupBy(h => (h.Start, h.End)).OrderByDescending(Worth).ThenBy(s => s.Key.Start))
        {
            if (!chosen.Exists(m => span.Key.Start < m.End && m.Start < span.Key.End))
            {
                chosen.Add(Merge([.. span]));
            }
        }
        chosen.Sort((a, b) => a.Start.CompareTo(b.Start));
        return chosen;
    }

    // A longer name explains more; an error in it takes a part of that away.
    private static double Worth(IEnumerable<NameHit> span) => span.Max(h => (h.End - h.Start) - (0.6 * h.Cost));

    private static Mention Merge(List<NameHit> hits)
    {
        var best = hits.MinBy(h => h.Cost);
        var senses = hits
            .Where(h => h.Cost <= best.Cost + CostMargin)
            .SelectMany(h => h.Entry.Senses)
            .GroupBy(s => (s.Kind, s.Id))
            .Select(same => same.MinBy(s => s.Rank)!)
            .ToList();
        return new Mention(best.Entry, best.Start, best.End, senses, best.Cost) { Ending = best.Ending };
    }
}
