using System.Collections.Frozen;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Languages;

/// <summary>The keywords by the forms in which they are compared.</summary>
internal sealed class WordIndex
{
    private readonly FrozenDictionary<string, Keyword[]> _byKey;
    private readonly FrozenDictionary<string, Keyword[]> _byJoined;
    private readonly FrozenDictionary<string, Keyword[]> _byOnce;
    private readonly FrozenDictionary<string, FrozenDictionary<string, Keyword[]>> _byLoose;
    private readonly FrozenSet<(LanguageTag Language, string Key)> _apart;
    private readonly Near[] _near;

    public WordIndex(Keywords keywords)
    {
        var words = keywords.Words.Select(w => (Word: w, Key: Collation.Key(w.Word))).ToArray();
        _byKey = Group(words, w => w.Key);
        _byJoined = Group(words.Where(w => w.Key.Length >= ShortWord), w => Joined(w.Key));
        _byOnce = Group(words, w => Collation.Loose(w.Key, LanguageTag.Spanish));
        _byLoose = LanguageTag.All.Where(l => l != LanguageTag.Spanish).ToFrozenDictionary(
            l => l.ToString(),
            l => Group(words.Where(w => w.Word.Language == l && w.Key.Length >= ShortWord), w => Collation.Loose(w.Key, l)),
            StringComparer.Ordinal);
        _near = [.. words.Where(w => !w.Word.Use.HasFlag(KeywordUse.Exact)).Select(w => new Near(w.Word, w.Key, Collation.Loose(w.Key, LanguageTag.Spanish)))];
        _apart = keywords.Apart.Select(a => (a.Language, Collation.Loose(Collation.Key(a.Word), LanguageTag.Spanish))).ToFrozenSet();
    }

    /// <summary>Words shorter than this match exactly, never with a typo.</summary>
    public const int ShortWord = 5;

    public Keyword[] WithKey(string key) => _byKey.GetValueOrDefault(key, []);

    /// <summary>The same letters with other spaces: "k iche", "buenosdias".</summary>
    public Keyword[] WithLetters(string key) => key.Length < ShortWord ? [] : _byJoined.GetValueOrDefault(Joined(key), []);

    /// <summary>The same but for repeated letters: "siii".</summary>
    public Keyword[] Once(string key) => _byOnce.GetValueOrDefault(Collation.Loose(key, LanguageTag.Spanish), []);

    /// <summary>The same sounds in another spelling of the language.</summary>
    public Keyword[] Sounding(string key, LanguageTag language) =>
        key.Length >= ShortWord && _byLoose.TryGetValue(language.ToString(), out var words)
            ? words.GetValueOrDefault(Collation.Loose(key, language), [])
            : [];

    /// <summary>Those that are one slip away; none where the text is a word of its own in one of the languages.</summary>
    /// <returns>The nearest first: as written, then with letters repeated and one slip besides ("graciasss" for "grasiass").</returns>
    public IEnumerable<IEnumerable<Keyword>> OneSlipFrom(string key, LanguageTag language)
    {
        var once = Collation.Loose(key, LanguageTag.Spanish);
        if (once.Length < ShortWord - 1 || _apart.Contains((language, once)) || _apart.Contains((LanguageTag.Spanish, once)))
        {
            return [[]];
        }
        return [_near.Where(n => IsNear(key, n.Key)).Select(n => n.Word), _near.Where(n => IsNear(once, n.Once)).Select(n => n.Word)];
    }

    /// <summary>One word differs by one slip, and it is long enough; all others are equal.</summary>
    private static bool IsNear(string text, string form)
    {
        if (!Typos.AtMostOne(text, form))
        {
            return false;
        }
        var start = text.AsSpan().CommonPrefixLength(form);
        // The differing word begins after the last space before the slip, in both.
        var from = start == 0 ? 0 : form.LastIndexOf(' ', Math.Min(start, form.Length) - 1) + 1;
        var to = form.IndexOf(' ', from);
        return (to < 0 ? form.Length : to) - from >= ShortWord
            && text.AsSpan().Count(' ') == form.AsSpan().Count(' ');
    }

    private static string Joined(string key) => key.Replace(" ", "", StringComparison.Ordinal);

    private static FrozenDictionary<string, Keyword[]> Group(IEnumerable<(Keyword Word, string Key)> words, Func<(Keyword Word, string Key), string> form) =>
        words.GroupBy(form, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Select(w => w.Word).ToArray(), StringComparer.Ordinal);

    private readonly record struct Near(Keyword Word, string Key, string Once);
}
