using System.Collections.Frozen;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Languages;

/// <summary>The keywords by the forms in which they are compared.</summary>
internal sealed class WordIndex
{
    private readonly Dictionary<string, Keyword[]> _byKey;
    private readonly Dictionary<string, Keyword[]> _byJoined;
    private readonly Dictionary<string, Keyword[]> _byOnce;
    private readonly Dictionary<string, Dictionary<string, Keyword[]>> _byLoose;
    private readonly FrozenSet<(LanguageTag Language, string Key)> _apart;
    private readonly SlipIndex<Keyword> _nearKey;
    private readonly SlipIndex<Keyword> _nearOnce;

    public WordIndex(Keywords keywords)
    {
        var words = keywords.Words.Select(w => (Word: w, Key: Collation.Key(w.Word))).ToArray();
        _byKey = Group(words, w => w.Key);
        _byJoined = Group(words.Where(w => w.Key.Length >= ShortWord), w => Joined(w.Key));
        _byOnce = Group(words, w => Collation.Loose(w.Key, LanguageTag.Spanish));
        _byLoose = LanguageTag.All.Where(l => l != LanguageTag.Spanish).ToDictionary(
            l => l.ToString(),
            l => Group(words.Where(w => w.Word.Language == l && w.Key.Length >= ShortWord), w => Collation.Loose(w.Key, l)),
            StringComparer.Ordinal);
        var mistyped = words.Where(w => !w.Word.Use.HasFlag(KeywordUse.Exact)).ToArray();
        _nearKey = new SlipIndex<Keyword>(mistyped.Select(w => (w.Key, w.Word)));
        _nearOnce = new SlipIndex<Keyword>(mistyped.Select(w => (Collation.Loose(w.Key, LanguageTag.Spanish), w.Word)));
        _apart = keywords.Apart.Select(a => (a.Language, Collation.Key(a.Word))).ToFrozenSet();
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

    /// <summary>It is a word of the person's language, or a Spanish one, that only looks like one of ours.</summary>
    public bool IsApart(string word, LanguageTag language) =>
        _apart.Contains((language, word)) || _apart.Contains((LanguageTag.Spanish, word));

    /// <summary>Those that are one slip away, as written, however short the text is.</summary>
    public IEnumerable<Keyword> NextTo(string key, LanguageTag language) => Near(_nearKey, key, language);

    /// <summary>Those that are one slip away, as written.</summary>
    public IEnumerable<Keyword> OneSlipFrom(string key, LanguageTag language) => key.Length < ShortWord ? [] : NextTo(key, language);

    /// <summary>Those that are one slip away besides repeated letters: "graciasss", "grasiass".</summary>
    public IEnumerable<Keyword> OneSlipFromOnce(string key, LanguageTag language) =>
        Collation.Loose(key, LanguageTag.Spanish) is { Length: >= ShortWord } once
            ? Near(_nearOnce, once, language)
            : [];

    private IEnumerable<Keyword> Near(SlipIndex<Keyword> index, string text, LanguageTag language) =>
        index.Near(text).Where(n => Counts(text, n.Form, language)).Select(n => n.Value);

    /// <summary>The word that differs enough, and no word of its own.</summary>
    private bool Counts(string text, string form, LanguageTag language)
    {
        if (text.AsSpan().Count(' ') != form.AsSpan().Count(' '))
        {
            return false;
        }
        var slip = text.AsSpan().CommonPrefixLength(form);
        return WordAt(form, slip).Length >= ShortWord && !IsApart(WordAt(text, slip), language);
    }

    private static string WordAt(string text, int at)
    {
        var from = at == 0 ? 0 : text.LastIndexOf(' ', Math.Min(at, text.Length) - 1) + 1;
        var to = text.IndexOf(' ', from);
        return to < 0 ? text[from..] : text[from..to];
    }

    private static string Joined(string key) => key.Replace(" ", "", StringComparison.Ordinal);

    private static Dictionary<string, Keyword[]> Group(IEnumerable<(Keyword Word, string Key)> words, Func<(Keyword Word, string Key), string> form) =>
        words.GroupBy(form, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(w => w.Word).ToArray(), StringComparer.Ordinal);
}
