namespace OutreachBot.Flows.Languages.Identification.Training;

/// <summary>Finds the words that several languages use in earnest.</summary>
internal static class SharedVocabulary
{
    // Once is a slip or a quotation.
    private const int LeastTimes = 2;

    // A language that has a word a tenth as often as another still has it.
    private const double LeastShare = 0.1;

    public static SharedWords Of(IReadOnlyList<TrainingLine> lines, OwnText own, Borrowings borrowings)
    {
        var counts = new Dictionary<string, int[]>(StringComparer.Ordinal);
        var totals = new double[LanguageModel.Other];
        foreach (var line in lines.Concat(own.Spanish.Select(t => new TrainingLine(LanguageTag.Spanish, t))))
        {
            var place = PlaceOf(line.Language);
            foreach (var word in SpellingViews.BareOf(borrowings.Without(line.Text, line.Language)).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!counts.TryGetValue(word, out var count))
                {
                    counts[word] = count = new int[LanguageModel.Other];
                }
                count[place]++;
                totals[place]++;
            }
        }
        var shared = counts
            .Select(c => (Hash: SharedWords.Hash(c.Key), Languages: LanguagesOf(c.Value, totals)))
            .Where(c => (c.Languages & (c.Languages - 1)) != 0)
            .GroupBy(c => c.Hash, c => c.Languages)
            .Select(g => (Hash: g.Key, Languages: (byte)g.Aggregate(0, (all, one) => all | one)))
            .OrderBy(c => c.Hash)
            .ToArray();
        return new SharedWords([.. shared.Select(s => s.Hash)], [.. shared.Select(s => s.Languages)]);
    }

    private static int LanguagesOf(int[] count, double[] totals)
    {
        var most = 0.0;
        for (var i = 0; i < count.Length; i++)
        {
            most = Math.Max(most, count[i] / Math.Max(totals[i], 1));
        }
        var bits = 0;
        for (var i = 0; i < count.Length; i++)
        {
            bits |= count[i] >= LeastTimes && count[i] / totals[i] >= LeastShare * most ? 1 << i : 0;
        }
        return bits;
    }

    private static int PlaceOf(LanguageTag language)
    {
        var place = 0;
        while (LanguageTag.All[place] != language)
        {
            place++;
        }
        return place;
    }
}
