using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Languages.Identification;
using OutreachBot.Flows.Languages.Identification.Training;

namespace OutreachBot.Flows.Tests.Languages.Identification;

/// <summary>The training text parted by source: what is tested on is of no source that was trained on.</summary>
/// <remarks>
/// The lines of a language stand by source; a source is told by the share of its language's lines before it. Q'eqchi' and
/// Q'anjob'al have one source of sentences: of them every tenth line is held out. A line that is the same but for marks
/// never stands on both sides.
/// </remarks>
internal sealed record HeldOutText(IReadOnlyList<TrainingLine> Train, IReadOnlyList<TrainingLine> Test)
{
    // AmericasNLP and Flores (es, qu, ay), the treebank (quc), MayanV (mam).
    private static readonly Dictionary<string, (double From, double To)> Held = new(StringComparer.Ordinal)
    {
        ["es"] = (0.798, 0.923),
        ["qu"] = (0.365, 0.597),
        ["ay"] = (0.340, 0.598),
        ["quc"] = (0.327, 0.497),
        ["mam"] = (0.373, 0.748),
    };

    public static HeldOutText Read(string path)
    {
        var (lines, faults) = TrainingText.Read(File.ReadAllBytes(path), "train.tsv");
        Assert.Empty(faults);
        var test = new List<TrainingLine>();
        var train = new List<TrainingLine>();
        foreach (var language in lines.GroupBy(l => l.Language))
        {
            var all = language.ToList();
            for (var i = 0; i < all.Count; i++)
            {
                var held = Held.TryGetValue(language.Key.ToString(), out var span) ? i >= span.From * all.Count && i < span.To * all.Count : i % 10 == 0;
                (held ? test : train).Add(all[i]);
            }
        }
        var keys = test.Select(l => SpellingViews.BareOf(l.Text)).ToHashSet(StringComparer.Ordinal);
        return new HeldOutText([.. train.Where(l => !keys.Contains(SpellingViews.BareOf(l.Text)))], test);
    }

    /// <summary>Stretches of whole words between two lengths; none that is mostly Spanish under another language's name.</summary>
    public IReadOnlyList<TrainingLine> Pieces(LanguageTag language, int shortest, int longest, int count)
    {
        var dice = new Dice(11);
        var borrowings = new Borrowings(Train.Concat(Test).Where(l => l.Language == LanguageTag.Spanish).Select(l => l.Text));
        var lines = Test.Where(l => l.Language == language).ToList();
        var found = new Dictionary<string, TrainingLine>(StringComparer.Ordinal);
        for (var tries = 0; tries < 20 * count && found.Count < count; tries++)
        {
            var words = dice.OneOf(lines).Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var from = dice.Below(words.Length);
            var limit = shortest + dice.Below(longest - shortest + 1);
            var piece = words[from];
            for (var i = from + 1; i < words.Length && piece.Length + 1 + words[i].Length <= limit; i++)
            {
                piece += " " + words[i];
            }
            if (piece.Length >= Math.Max(3, shortest) && piece.Length <= longest && borrowings.Share(piece, language) <= 0.45)
            {
                found.TryAdd(piece, new TrainingLine(language, piece));
            }
        }
        return [.. found.Values];
    }
}
