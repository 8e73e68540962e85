using System.Collections.Frozen;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Compiling;

/// <summary>The words by which the options of a choice are understood: labels, other words, keys; in her language and in Spanish.</summary>
internal sealed class ChoiceWords
{
    private readonly FrozenDictionary<string, int> _whole;
    private readonly (string[] Words, int Option)[] _phrases;

    public ChoiceWords(AskStep ask, Wordings wordings)
    {
        Keys = [.. ask.Options.Select(o => o.Key)];
        var whole = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var option = 0; option < Keys.Count; option++)
        {
            foreach (var text in Texts(Keys[option], wordings))
            {
                var key = Collation.Key(text);
                if (key.Length > 0)
                {
                    whole.TryAdd(key, option);
                }
            }
        }
        _whole = whole.ToFrozenDictionary(StringComparer.Ordinal);
        _phrases = [.. whole.Select(w => (w.Key.Split(' '), w.Value))];
    }

    public IReadOnlyList<string> Keys { get; }

    /// <summary>Whether a message is an option's label, or one of its words, as a whole.</summary>
    public bool Names(string key) => _whole.ContainsKey(key);

    /// <summary>The option a message names, by its whole label or by the only label whose words it holds; -1: none, or several.</summary>
    /// <param name="key">The message in the form of <see cref="Collation.Key"/>.</param>
    public int Find(string key)
    {
        if (_whole.TryGetValue(key, out var exact))
        {
            return exact;
        }
        var words = key.Split(' ');
        if (words.Length > LongestAnswer)
        {
            return -1;
        }
        var found = -1;
        foreach (var (phrase, option) in _phrases)
        {
            if (option != found && Array.TrueForAll(phrase, w => w.Length > 2 && words.Contains(w)))
            {
                if (found >= 0)
                {
                    return -1;
                }
                found = option;
            }
        }
        return found;
    }

    /// <summary>Whether a few words hold one of an option's own, longer than an article: beside its digit that is enough.</summary>
    /// <param name="key">As for <see cref="Find"/>.</param>
    public bool Shares(int option, string key)
    {
        var words = key.Split(' ');
        return words.Length <= LongestAnswer
            && _phrases.Any(p => p.Option == option && Array.Exists(p.Words, w => words.Contains(w) && (w.Length > 2 || p.Words.Length == 1)));
    }

    /// <summary>A longer message tells something; a label in it proves nothing.</summary>
    private const int LongestAnswer = 5;

    private static IEnumerable<string> Texts(string option, Wordings wordings)
    {
        foreach (var wording in wordings.All())
        {
            yield return wording.Label(option);
            foreach (var also in wording.Prompt.Also.GetValueOrDefault(option, []))
            {
                yield return also;
            }
        }
        yield return option;
    }
}
