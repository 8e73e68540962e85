namespace OutreachBot.Places.Reading;

/// <summary>A name found in a text.</summary>
/// <param name="Start">First word that matters; an article before it is not counted.</param>
/// <param name="End">One after the last.</param>
/// <param name="Cost">How far the spelling is off; see <see cref="WordMatch"/>.</param>
internal readonly record struct NameHit(NameEntry Entry, int Start, int End, double Cost, CaseEnding? Ending);

/// <summary>All names as a tree of words, so that a text is read once from each of its words.</summary>
internal sealed class NameIndex
{
    /// <summary>A word cut by its writer, "San Pedro Sac", costs as much as a spelling by sound.</summary>
    private const double CutCost = WordIndex.SoundCost;

    /// <summary>Small words between the words of a name that are passed over ("Puerto de los Barrios").</summary>
    private const int SmallWordsPassed = 2;

    private const int LeastAfterArticle = 4;

    private readonly WordIndex _words;
    private readonly Node _root = new();
    private readonly Dictionary<string, NameEntry> _entries = new(StringComparer.Ordinal);
    private readonly IReadOnlySet<string> _everyday;
    private readonly IReadOnlySet<string> _things;
    private readonly IReadOnlySet<string> _surnames;
    private readonly IReadOnlySet<string> _givenNames;

    public NameIndex(PlaceFacts facts)
    {
        _words = new WordIndex(facts.OrdinaryWords);
        _things = facts.NamesakesOf("thing");
        _everyday = facts.NamesakesOf("everyday").Union(_things).ToHashSet(StringComparer.Ordinal);
        _surnames = facts.NamesakesOf("surname");
        _givenNames = facts.NamesakesOf("given");
    }

    public NameEntry? Find(string text) => _entries.GetValueOrDefault(text);

    /// <summary>Whether a word alone would rather mean something else, or somebody.</summary>
    public bool IsNamesake(string word) => _everyday.Contains(word) || _givenNames.Contains(word) || _surnames.Contains(word);

    /// <summary>Adds a name with its meaning, and the same written as one word.</summary>
    public void Add(string name, NameSense sense)
    {
        var all = PlaceText.Read(name).Words.Select(w => w.Text).ToList();
        var kept = all.Where(w => !SmallWords.Contains(w)).ToList();
        if (kept.Count == 0)
        {
            return;
        }
        AddWords(kept, sense, article: all.Count > 1 && kept.Count == 1 && SmallWords.IsArticle(all[0]));
        if (all.Count > 1)
        {
            AddWords([string.Concat(all)], sense, article: false);
        }
        if (kept.Count > 1)
        {
            AddWords([string.Concat(kept)], sense, article: false);
        }
    }

    /// <summary>Adds a name given as the words that matter.</summary>
    public void AddWords(IReadOnlyList<string> words, NameSense sense, bool article)
    {
        var text = string.Join(' ', words);
        if (!_entries.TryGetValue(text, out var entry))
        {
            var ids = words.Select(_words.Add).ToList();
            entry = new NameEntry(text, ids)
            {
                Everyday = _everyday.Contains(text),
                Thing = _things.Contains(text),
                Surname = _surnames.Contains(text),
                GivenName = _givenNames.Contains(text),
            };
            _entries.Add(text, entry);
            var node = _root;
            for (var i = 0; i < ids.Count; i++)
            {
                node = node.Grow(ids[i], words[i]);
            }
            node.Entry = entry;
        }
        entry.Means(sense, article);
    }

    /// <summary>All names in a text, overlapping ones too.</summary>
    public List<NameHit> Find(PlaceText text)
    {
        var hits = new List<NameHit>();
        var matches = new List<WordMatch>[text.Words.Count];
        for (var i = 0; i < matches.Length; i++)
        {
            matches[i] = [];
            if (!SmallWords.Contains(text.Words[i].Text))
            {
                _words.Match(text.Words[i].Text, matches[i]);
                MatchWithoutArticle(text.Words[i].Text, matches[i]);
            }
        }
        for (var i = 0; i < matches.Length; i++)
        {
            Walk(text, matches, new Step(_root, i, i, 0, null), hits);
            JoinTwo(text, i, hits);
        }
        return hits;
    }

    // "San Francisco elalto"
    private void MatchWithoutArticle(string word, List<WordMatch> matches)
    {
        var article = word.StartsWith("las", StringComparison.Ordinal) || word.StartsWith("los", StringComparison.Ordinal) ? 3
            : word.StartsWith("la", StringComparison.Ordinal) || word.StartsWith("el", StringComparison.Ordinal) ? 2
            : 0;
        if (article > 0 && word.Length - article >= LeastAfterArticle && _words.Find(word[article..]) is { } id && !matches.Exists(m => m.Id == id))
        {
            matches.Add(new WordMatch(id, CutCost, null));
        }
    }

    private readonly record struct Step(Node Node, int Start, int Next, double Cost, CaseEnding? Ending);

    private void Walk(PlaceText text, List<WordMatch>[] matches, Step at, List<NameHit> hits)
    {
        var next = at.Next;
        if (next > at.Start)
        {
            for (var passed = 0; passed < SmallWordsPassed && next < matches.Length && SmallWords.Contains(text.Words[next].Text)
                && !text.Words[next].AfterBreak; passed++)
            {
                next++;
            }
        }
        if (next >= matches.Length || (next > at.Start && text.Words[next].AfterBreak))
        {
            return;
        }
        foreach (var match in matches[next])
        {
            if (at.Node.Children?.GetValueOrDefault(match.Id) is { } child)
            {
                Enter(text, matches, new Step(child.Node, at.Start, next + 1, at.Cost + match.Cost, match.Ending), hits);
            }
        }
        if (next > at.Start && text.Words[next] is { Text.Length: >= 3 } cut && !SmallWords.Contains(cut.Text))
        {
            EnterCut(text, matches, at with { Next = next }, cut.Text, hits);
            EnterSlip(text, matches, at with { Next = next }, cut.Text, hits);
        }
    }

    private void Enter(PlaceText text, List<WordMatch>[] matches, Step step, List<NameHit> hits)
    {
        if (step.Node.Entry is { } entry)
        {
            hits.Add(new NameHit(entry, step.Start, step.Next, step.Cost, step.Ending));
        }
        if (step.Node.Children is not null)
        {
            Walk(text, matches, step, hits);
        }
    }

    private void EnterCut(PlaceText text, List<WordMatch>[] matches, Step at, string cut, List<NameHit> hits)
    {
        foreach (var child in at.Node.Children?.Values ?? Enumerable.Empty<Branch>())
        {
            if (child.Word.Length > cut.Length && child.Word.StartsWith(cut, StringComparison.Ordinal))
            {
                Enter(text, matches, new Step(child.Node, at.Start, at.Next + 1, at.Cost + CutCost, null), hits);
            }
        }
    }

    // "San Pedo La Laguna": within a name there are few words to choose among, so that even an ordinary one may be a slip.
    private void EnterSlip(PlaceText text, List<WordMatch>[] matches, Step at, string slip, List<NameHit> hits)
    {
        if (at.Node.Children is null || at.Node.Children.Values.Any(c => c.Word == slip))
        {
            return;
        }
        foreach (var child in at.Node.Children.Values)
        {
            if (_words.IsSlip(slip, child.Word) && !matches[at.Next].Exists(m => at.Node.Children.GetValueOrDefault(m.Id) == child))
            {
                Enter(text, matches, new Step(child.Node, at.Start, at.Next + 1, at.Cost + 1, null), hits);
            }
        }
    }

    // "Challa Pata", "Moro Moro": a name of one word, or written as one, that came as two.
    private void JoinTwo(PlaceText text, int i, List<NameHit> hits)
    {
        if (i + 1 < text.Words.Count && !text.Words[i + 1].AfterBreak && !SmallWords.Contains(text.Words[i].Text)
            && _words.Find(text.Words[i].Text + text.Words[i + 1].Text) is { } id
            && _root.Children?.GetValueOrDefault(id) is { Node.Entry: { } entry })
        {
            hits.Add(new NameHit(entry, i, i + 2, 0, null));
        }
    }

    private sealed record Branch(string Word, Node Node);

    private sealed class Node
    {
        public Dictionary<int, Branch>? Children { get; private set; }

        public NameEntry? Entry { get; set; }

        public Node Grow(int word, string text)
        {
            Children ??= [];
            if (!Children.TryGetValue(word, out var child))
            {
                Children.Add(word, child = new Branch(text, new Node()));
            }
            return child.Node;
        }
    }
}
