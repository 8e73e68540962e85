using System.Collections.Frozen;

namespace OutreachBot.Flows.Languages;

/// <summary>Phrases looked up word by word in a key (see <see cref="Collation.Key"/>).</summary>
internal sealed class PhraseSet
{
    private readonly FrozenSet<string> _phrases;
    private readonly int _longest;

    public PhraseSet(IEnumerable<string> phrases)
    {
        _phrases = phrases.Select(Collation.Key).Where(k => k.Length > 0).ToFrozenSet(StringComparer.Ordinal);
        _longest = _phrases.Count == 0 ? 0 : _phrases.Max(Words);
    }

    public bool Contains(string key) => _phrases.Contains(key);

    /// <summary>How many words from <paramref name="at"/> on are one phrase, the longest; 0: none.</summary>
    public int LengthAt(string[] words, int at)
    {
        for (var length = Math.Min(_longest, words.Length - at); length > 0; length--)
        {
            if (_phrases.Contains(string.Join(' ', words, at, length)))
            {
                return length;
            }
        }
        return 0;
    }

    /// <summary>The key without phrases at its two ends; empty where there is nothing else.</summary>
    public string Strip(string key)
    {
        var words = key.Split(' ');
        var start = 0;
        while (start < words.Length && LengthAt(words, start) is > 0 and var length)
        {
            start += length;
        }
        var end = words.Length;
        while (end > start && LengthBefore(words, start, end) is > 0 and var length)
        {
            end -= length;
        }
        return start >= end ? "" : string.Join(' ', words, start, end - start);
    }

    /// <summary>The phrases that a key is made of, the longest first at each place; none where anything else stands in it.</summary>
    public IReadOnlyList<string> Phrases(string key)
    {
        var words = key.Split(' ');
        var phrases = new List<string>();
        for (var at = 0; at < words.Length;)
        {
            var length = LengthAt(words, at);
            if (length == 0)
            {
                return [];
            }
            phrases.Add(string.Join(' ', words, at, length));
            at += length;
        }
        return phrases;
    }

    private int LengthBefore(string[] words, int start, int end)
    {
        for (var length = Math.Min(_longest, end - start); length > 0; length--)
        {
            if (_phrases.Contains(string.Join(' ', words, end - length, length)))
            {
                return length;
            }
        }
        return 0;
    }

    private static int Words(string key) => key.AsSpan().Count(' ') + 1;
}
