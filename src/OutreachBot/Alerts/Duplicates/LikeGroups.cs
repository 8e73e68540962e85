using OutreachBot.Tips;

namespace OutreachBot.Alerts.Duplicates;

/// <summary>Tips that hang together by likeness.</summary>
/// <param name="Tips">At least two, the oldest first.</param>
/// <param name="Pairs">Those of them that are alike.</param>
public sealed record LikeGroup(IReadOnlyList<Tip> Tips, IReadOnlyList<LikePair> Pairs);

/// <summary>Brings tips that may be one matter together. Pure: what is not among the tips has no part in what comes out.</summary>
public static class LikeGroups
{
    /// <summary>More is no event that several people saw, but a big place, or a flood.</summary>
    public const int MostTips = 12;

    /// <param name="between">Null: not alike, or decided already.</param>
    /// <returns>In the order of their oldest tips.</returns>
    public static IReadOnlyList<LikeGroup> Of(IReadOnlyList<Tip> tips, Func<Tip, Tip, Likeness?> between)
    {
        var ordered = tips.OrderBy(t => t.Hour).ThenBy(t => t.Id.ToString(), StringComparer.Ordinal).ToList();
        var leads = Enumerable.Range(0, ordered.Count).ToArray();
        var pairs = new List<(int At, LikePair Pair)>();
        for (var one = 0; one < ordered.Count; one++)
        {
            for (var other = one + 1; other < ordered.Count && ordered[other].Hour - ordered[one].Hour <= Likeness.Longest; other++)
            {
                if (between(ordered[one], ordered[other]) is { } likeness)
                {
                    pairs.Add((one, LikePair.Of(ordered[one].Id, ordered[other].Id, likeness)));
                    leads[Lead(leads, other)] = Lead(leads, one);
                }
            }
        }
        return
        [
            .. Enumerable.Range(0, ordered.Count)
                .GroupBy(at => Lead(leads, at))
                .Where(g => g.Skip(1).Any())
                .Select(g => new LikeGroup(
                    [.. g.Select(at => ordered[at])],
                    [.. pairs.Where(p => Lead(leads, p.At) == g.Key).Select(p => p.Pair)])),
        ];
    }

    private static int Lead(int[] leads, int at)
    {
        while (leads[at] != at)
        {
            at = leads[at];
        }
        return at;
    }
}
