namespace OutreachBot.Places.Reading;

/// <summary>From a sentence to a place: names, what surrounds them, how far to trust them, and the decision.</summary>
internal sealed class SentenceReader
{
    private readonly NameIndex _names;
    private readonly Surroundings _surroundings;
    private readonly PlaceJudge _judge;
    private readonly IReadOnlySet<string> _ordinary;

    public SentenceReader(PlaceFacts facts, MunicipalityTable table)
    {
        _names = NameBook.Write(facts);
        _surroundings = new Surroundings(facts.NamesakesOf("given"));
        _judge = new PlaceJudge(table);
        _ordinary = facts.OrdinaryWords;
    }

    /// <param name="villages">What has been imported of villages, or null.</param>
    public Verdict Read(string text, string? country, VillageReader? villages = null)
    {
        var words = PlaceText.Read(text);
        var larger = Mentions(words);
        if (villages is null)
        {
            return _judge.Decide(words, larger, country);
        }
        var small = villages.Find(words, larger);
        var all = larger.ToList();
        larger.RemoveAll(m => small.Exists(village => VillageReader.Explains(words, village, m, all)));
        return villages.Refine(words, small, larger, _judge.Decide(words, larger, country), country);
    }

    /// <summary>The departments that are named, where nothing nearer is; ids.</summary>
    public IReadOnlyList<string> ReadDepartments(string text, string? country)
    {
        var mentions = Mentions(PlaceText.Read(text)).Where(m => !m.IsAbroad).ToList();
        if (mentions.Exists(m => !m.Senses.Any(s => s.Kind is SenseKind.Department or SenseKind.Country)))
        {
            return [];
        }
        var named = mentions.SelectMany(m => m.Senses).Where(s => s.Kind == SenseKind.Department).Select(s => s.Id).Distinct().ToList();
        var near = named.Where(d => country is null || d.StartsWith(country, StringComparison.Ordinal)).ToList();
        return near.Count > 0 ? near : named;
    }

    private List<Mention> Mentions(PlaceText words)
    {
        var found = MentionFinder.Choose(_names.Find(words));
        if (found.Count == 0)
        {
            return found;
        }
        var others = TrustJudge.OtherWords(words, found);
        var kept = new List<Mention>(found.Count);
        foreach (var mention in found)
        {
            if (_surroundings.Read(words, mention, found) is { } read && TrustJudge.Of(words, read, others, IsHeldByNext(words, mention, found)) is var trust and not Trust.None)
            {
                kept.Add(read with { Trust = trust });
            }
        }
        // Beside a name that is spelt right, a word that only resembles one is a word; but in the department that is named it is the place.
        kept.RemoveAll(m => m.Cost >= 1 && m.Role == PlaceRole.None
            && kept.Exists(sure => sure.Cost < 1 && sure.Trust == Trust.Sure)
            && !kept.Exists(area => area.Start != m.Start && area.Senses.Any(a => m.Municipalities.Any(s => a.Holds(s.Id)))));
        var known = found.FindAll(m => m.Cost < 1 || kept.Exists(k => k.Start == m.Start));
        return kept.ConvertAll(m => m with { AfterUnknown = IsAfterUnknown(words, m, known) });
    }

    // "Trigal, Santa Cruz": the area right after it says that a place is meant.
    private static bool IsHeldByNext(PlaceText words, Mention mention, List<Mention> found)
    {
        var next = words.AfterSmallWords(mention.End);
        return found.Exists(area => area.Start == next && area.Senses.Any(a =>
            a.Kind is SenseKind.Department or SenseKind.Province && mention.Municipalities.Any(s => a.Holds(s.Id) && !area.Municipalities.Any(o => o.Id == s.Id))));
    }

    private bool IsAfterUnknown(PlaceText words, Mention mention, List<Mention> known)
    {
        var at = mention.Start - 1;
        while (at >= 0 && SmallWords.Contains(words.Words[at].Text))
        {
            at--;
        }
        if (at >= 0 && known.Find(m => m.Start <= at && at < m.End) is { } named)
        {
            // "San Juan, Oruro": one of the hundreds of that name, and not the city.
            return named.Entry.SaintAlone && !mention.Senses.Any(area => named.Municipalities.Any(s => area.Holds(s.Id)));
        }
        return at >= 0 && words.Words[at].Text is { Length: >= 4 } word && char.IsAsciiLetter(word[0])
            && !_ordinary.Contains(word) && !TrustJudge.IsFilling(word) && !Surroundings.IsCue(word);
    }
}
