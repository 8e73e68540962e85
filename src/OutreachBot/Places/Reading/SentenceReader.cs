namespace OutreachBot.Places.Reading;

/// <summary>From a sentence to a place: names, what surrounds them, how far to trust them, and the decision.</summary>
internal sealed class SentenceReader
{
    private readonly NameIndex _names;
    private readonly Surroundings _surroundings;
    private readonly PlaceJudge _judge;

    public SentenceReader(PlaceFacts facts, MunicipalityTable table)
    {
        _names = NameBook.Write(facts);
        _surroundings = new Surroundings(facts.NamesakesOf("given"));
        _judge = new PlaceJudge(table);
    }

    public Verdict Read(string text, string? country)
    {
        var words = PlaceText.Read(text);
        return _judge.Decide(words, Mentions(words), country);
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
            if (_surroundings.Read(words, mention, found) is { } read && TrustJudge.Of(words, read, others) is var trust and not Trust.None)
            {
                kept.Add(read with { Trust = trust });
            }
        }
        // Beside a name that is spelt right, a word that only resembles one is a word.
        if (kept.Exists(m => m.Cost < 1 && m.Trust == Trust.Sure))
        {
            kept.RemoveAll(m => m.Cost >= 1 && m.Role == PlaceRole.None);
        }
        return kept;
    }
}
