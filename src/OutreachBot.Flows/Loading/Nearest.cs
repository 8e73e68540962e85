namespace OutreachBot.Flows.Loading;

/// <summary>Finds what an author probably meant.</summary>
internal static class Nearest
{
    /// <summary>The known word nearest to a misspelt one, or null where none is near.</summary>
    public static string? To(string word, IEnumerable<string> known)
    {
        string? best = null;
        var least = Math.Max(1, word.Length / 2);
        foreach (var candidate in known)
        {
            var distance = Distance(word, candidate);
            if (distance <= least && distance < candidate.Length)
            {
                best = candidate;
                least = distance - 1;
            }
        }
        return best;
    }

    /// <summary>A mend sentence: the nearest known word, or all of them where they are few.</summary>
    public static string Mend(string word, IReadOnlyCollection<string> known)
    {
        if (To(word, known) is { } near)
        {
            return $"Did you mean '{near}'?";
        }
        return known.Count is 0 or > 14 ? "Remove it, or look it up in docs/flow-language.md." : $"Known here: {string.Join(", ", known)}.";
    }

    /// <summary>Edits between two words; a swap of neighbours is one.</summary>
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 8 || a.Length > 64 || b.Length > 64)
        {
            return int.MaxValue;
        }
        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var now = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                now[j] = Math.Min(Math.Min(now[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
                }
            }
            (before, last, now) = (last, now, before);
        }
        return last[b.Length];
    }
}
