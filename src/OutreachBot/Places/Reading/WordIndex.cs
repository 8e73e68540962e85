using F23.StringSimilarity;

namespace OutreachBot.Places.Reading;

/// <summary>A word of names that a written word may be.</summary>
/// <param name="Id">The word's number in the index.</param>
/// <param name="Cost">0 as written; <see cref="WordIndex.SoundCost"/> alike in sound; 1 an error.</param>
/// <param name="Ending">A case ending that was taken off, or null.</param>
internal readonly record struct WordMatch(int Id, double Cost, CaseEnding? Ending);

/// <summary>All words that names are made of, found as written, by sound, or with an error or two.</summary>
/// <remarks>
/// Errors are found by deletions: two words at distance n share a form with at most n letters left out of each. Words
/// of 5 to 8 sounds may have one error, longer ones two; shorter ones none, for they are too near to one another.
/// </remarks>
internal sealed class WordIndex
{
    public const double SoundCost = 0.3;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _sounds = [];
    private readonly Dictionary<string, List<int>> _bySound = new(StringComparer.Ordinal);
    private readonly Lazy<Deletions> _deletions;
    private readonly OptimalStringAlignment _distance = new();
    private readonly IReadOnlySet<string> _ordinary;

    /// <param name="ordinary">Words that are never taken for a misspelt name.</param>
    public WordIndex(IReadOnlySet<string> ordinary)
    {
        _ordinary = ordinary;

        // Made when the first misspelt word comes, from the words that are there by then.
        _deletions = new Lazy<Deletions>(() => new Deletions(_bySound.Values.Select(alike => (_sounds[alike[0]], alike[0])), ErrorsAllowed));
    }

    /// <summary>Adds a word, folded; the same word has one number.</summary>
    public int Add(string word)
    {
        if (_ids.TryGetValue(word, out var known))
        {
            return known;
        }
        var id = _ids.Count;
        var sound = SoundKey.Of(word);
        _ids.Add(word, id);
        _sounds.Add(sound);
        if (!_bySound.TryGetValue(sound, out var alike))
        {
            _bySound.Add(sound, alike = []);
        }
        alike.Add(id);
        return id;
    }

    public int? Find(string word) => _ids.TryGetValue(word, out var id) ? id : null;

    /// <summary>Adds to <paramref name="matches"/> what the word may be, the best readings only.</summary>
    public void Match(string word, List<WordMatch> matches)
    {
        if (_ids.TryGetValue(word, out var id))
        {
            matches.Add(new WordMatch(id, 0, null));
            return;
        }
        if (_ordinary.Contains(word) || !char.IsAsciiLetter(word[0]))
        {
            return;
        }
        var sound = SoundKey.Of(word);
        if (sound.Length >= 3 && _bySound.TryGetValue(sound, out var alike))
        {
            matches.AddRange(alike.Select(a => new WordMatch(a, SoundCost, null)));
            return;
        }
        if (MatchWithoutEnding(word, matches))
        {
            return;
        }
        MatchWithErrors(sound, matches);
    }

    private bool MatchWithoutEnding(string word, List<WordMatch> matches)
    {
        foreach (var ending in CaseEnding.All)
        {
            if (word.Length < ending.Letters.Length + 4 || !word.EndsWith(ending.Letters, StringComparison.Ordinal))
            {
                continue;
            }
            var stem = word[..^ending.Letters.Length];
            if (_ids.TryGetValue(stem, out var id))
            {
                matches.Add(new WordMatch(id, SoundCost, ending));
                return true;
            }
            if (_bySound.TryGetValue(SoundKey.Of(stem), out var alike))
            {
                matches.AddRange(alike.Select(a => new WordMatch(a, SoundCost, ending)));
                return true;
            }
        }
        return false;
    }

    private void MatchWithErrors(string sound, List<WordMatch> matches)
    {
        var allowed = ErrorsAllowed(sound.Length);
        if (allowed == 0)
        {
            return;
        }
        var best = allowed;
        var near = new List<(int Id, int Errors)>();
        foreach (var id in _deletions.Value.Near(sound, allowed))
        {
            var errors = (int)_distance.Distance(sound, _sounds[id]);
            if (errors <= Math.Min(best, ErrorsAllowed(_sounds[id].Length)))
            {
                best = errors;
                near.Add((id, errors));
            }
        }
        foreach (var (id, errors) in near)
        {
            if (errors == best)
            {
                matches.AddRange(_bySound[_sounds[id]].Select(alike => new WordMatch(alike, errors, null)));
            }
        }
    }

    private static int ErrorsAllowed(int sounds) => sounds switch { < 5 => 0, < 9 => 1, _ => 2 };
}
