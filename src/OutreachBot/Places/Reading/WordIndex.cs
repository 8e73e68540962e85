using F23.StringSimilarity;

namespace OutreachBot.Places.Reading;

/// <summary>A word of names that a written word may be.</summary>
/// <param name="Id">The word's number in the index.</param>
/// <param name="Cost">0 as written; <see cref="WordIndex.SoundCost"/> alike in sound; 1 an error.</param>
/// <param name="Ending">A case ending that was taken off, or null.</param>
internal readonly record struct WordMatch(int Id, double Cost, CaseEnding? Ending);

/// <summary>All words that names are made of, found as written, by sound, or with an error or two.</summary>
/// <remarks>
/// Errors are counted in the letters and in the sounds, whichever are fewer: a slip of the finger changes one letter, and
/// may change two sounds. Words of up to 8 letters may have one error, longer ones two; very short ones none.
/// </remarks>
internal sealed class WordIndex
{
    public const double SoundCost = 0.3;

    /// <summary>Letters that must be left of a word without its case ending: "Punapi" might be anything.</summary>
    private const int LeastStem = 5;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly List<string> _sounds = [];
    private readonly Dictionary<string, List<int>> _bySound = new(StringComparer.Ordinal);
    private readonly Lazy<Deletions> _slips;
    private readonly Lazy<Deletions> _soundSlips;
    private readonly OptimalStringAlignment _distance = new();
    private readonly IReadOnlySet<string> _ordinary;

    /// <param name="ordinary">Words that are never taken for a misspelt name.</param>
    public WordIndex(IReadOnlySet<string> ordinary)
    {
        _ordinary = ordinary;

        // Made when the first misspelt word comes, from the words that are there by then.
        _slips = new Lazy<Deletions>(() => new Deletions(_ids.Where(w => char.IsAsciiLetter(w.Key[0])).Select(w => (w.Key, w.Value)), ErrorsInLetters));
        _soundSlips = new Lazy<Deletions>(() => new Deletions(_ids.Values.Where(id => char.IsAsciiLetter(_texts[id][0])).Select(id => (_sounds[id], id)), ErrorsInSounds));
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
        _texts.Add(word);
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
        MatchWithErrors(word, sound, matches);
    }

    private bool MatchWithoutEnding(string word, List<WordMatch> matches)
    {
        foreach (var ending in CaseEnding.All)
        {
            if (word.Length < ending.Letters.Length + LeastStem || !word.EndsWith(ending.Letters, StringComparison.Ordinal))
            {
                continue;
            }
            var stem = word[..^ending.Letters.Length];
            if (_ids.TryGetValue(stem, out var id))
            {
                matches.Add(new WordMatch(id, SoundCost, ending));
                return true;
            }
            if (stem.Length > LeastStem && _bySound.TryGetValue(SoundKey.Of(stem), out var alike))
            {
                matches.AddRange(alike.Select(a => new WordMatch(a, SoundCost, ending)));
                return true;
            }
        }
        return false;
    }

    private void MatchWithErrors(string word, string sound, List<WordMatch> matches)
    {
        var near = _slips.Value.Near(word, ErrorsInLetters(word.Length));
        near.UnionWith(_soundSlips.Value.Near(sound, ErrorsInSounds(sound.Length)));
        var best = 2;
        foreach (var id in near)
        {
            if (ErrorsBetween(word, sound, id) is not { } errors || errors > best)
            {
                continue;
            }
            if (errors < best)
            {
                best = errors;
                matches.Clear();
            }
            matches.Add(new WordMatch(id, errors, null));
        }
    }

    /// <summary>Whether a word is another with one letter wrong, missing, doubled or swapped.</summary>
    public bool IsSlip(string word, string of) =>
        Math.Abs(word.Length - of.Length) <= 1 && Math.Min(word.Length, of.Length) >= 4 && _distance.Distance(word, of) <= 1;

    // What was found shares a form; how far it is must be measured.
    private int? ErrorsBetween(string word, string sound, int id)
    {
        var inLetters = (int)_distance.Distance(word, _texts[id]);
        var inSounds = (int)_distance.Distance(sound, _sounds[id]);
        var letters = inLetters <= Math.Min(ErrorsInLetters(word.Length), ErrorsInLetters(_texts[id].Length)) ? inLetters : int.MaxValue;
        var sounds = inSounds <= Math.Min(ErrorsInSounds(sound.Length), ErrorsInSounds(_sounds[id].Length)) ? Math.Max(inSounds, 1) : int.MaxValue;
        return Math.Min(letters, sounds) is var errors and < int.MaxValue ? errors : null;
    }

    private static int ErrorsInLetters(int letters) => letters switch { < 4 => 0, < 9 => 1, _ => 2 };

    private static int ErrorsInSounds(int sounds) => sounds switch { < 5 => 0, < 9 => 1, _ => 2 };
}
