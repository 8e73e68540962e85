namespace OutreachBot.Places.Reading;

/// <summary>Words by their forms with letters left out, so that words with few errors between them meet.</summary>
/// <remarks>Two words at distance n share a form in which each has at most n letters left out.</remarks>
internal sealed class Deletions
{
    private readonly int[] _forms;
    private readonly int[] _ids;

    /// <param name="errors">How many errors a word of a length may have: 0, 1 or 2.</param>
    public Deletions(IEnumerable<(string Word, int Id)> words, Func<int, int> errors)
    {
        var forms = new List<int>();
        var ids = new List<int>();
        foreach (var (word, id) in words)
        {
            Add(word, errors(word.Length), forms);
            while (ids.Count < forms.Count)
            {
                ids.Add(id);
            }
        }
        _forms = [.. forms];
        _ids = [.. ids];
        Array.Sort(_forms, _ids);
    }

    /// <summary>Words that may be within so many errors; to be measured.</summary>
    public HashSet<int> Near(string word, int errors)
    {
        var forms = new List<int>();
        Add(word, errors, forms);
        var near = new HashSet<int>();
        foreach (var form in forms)
        {
            for (var i = First(form); i < _forms.Length && _forms[i] == form; i++)
            {
                near.Add(_ids[i]);
            }
        }
        return near;
    }

    private int First(int form)
    {
        var (low, high) = (0, _forms.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _forms[middle] < form ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    private static void Add(string word, int errors, List<int> forms)
    {
        forms.Add(Hash(word, -1, -1));
        for (var first = 0; errors > 0 && first < word.Length; first++)
        {
            forms.Add(Hash(word, first, -1));
            for (var second = first + 1; errors > 1 && second < word.Length; second++)
            {
                forms.Add(Hash(word, first, second));
            }
        }
    }

    // FNV-1a, 32 bits: a clash only costs a comparison, for what is found is measured.
    private static int Hash(string word, int without, int alsoWithout)
    {
        var hash = 2166136261u;
        for (var i = 0; i < word.Length; i++)
        {
            if (i != without && i != alsoWithout)
            {
                hash = (hash ^ word[i]) * 16777619u;
            }
        }
        return unchecked((int)hash);
    }
}
