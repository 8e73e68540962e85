using System.Collections.Frozen;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Languages;

/// <summary>Goes by attested words and greetings, and the commonest words of Spanish; abstains on everything else.</summary>
/// <remarks>
/// Words that two of the languages share, or that are another word elsewhere, weigh nothing: one shared word never
/// switches a language. The n-gram model takes this place behind the same seam.
/// </remarks>
public sealed class KeywordIdentifier : ILanguageIdentifier
{
    // Function words; none of them is a word of the other languages (la, le, ma, in and others are, and stand not here).
    private static readonly FrozenSet<string> Spanish = FrozenSet.Create(StringComparer.Ordinal,
        "que", "de", "en", "mi", "por", "una", "con", "se", "es", "los", "las", "del", "al", "para", "como", "pero", "esta", "estoy",
        "tengo", "tiene", "quiero", "me", "un", "muy", "aqui", "donde", "quien", "cuando", "porque", "ayer", "hoy", "hija", "ella", "usted", "soy", "hay", "su");

    private readonly FrozenDictionary<string, LanguageTag> _telling;

    public KeywordIdentifier(Keywords keywords)
    {
        ArgumentNullException.ThrowIfNull(keywords);
        _telling = keywords.Words
            .Where(w => w.Use is KeywordUse.Plain or KeywordUse.Exact && w.NotIn.Count == 0 && w.Confidence > Confidence.Low)
            .Where(w => !w.Concept.StartsWith("language_name", StringComparison.Ordinal))
            .Select(w => (Key: Collation.Key(w.Word), w.Language))
            .Where(w => w.Key.Length >= WordIndex.ShortWord)
            .GroupBy(w => w.Key, StringComparer.Ordinal)
            .Where(g => g.Select(w => w.Language).Distinct().Count() == 1)
            .ToFrozenDictionary(g => g.Key, g => g.First().Language, StringComparer.Ordinal);
    }

    public LanguageReading Identify(string text, IReadOnlyList<LanguageTag> among)
    {
        ArgumentNullException.ThrowIfNull(among);
        var key = Collation.Key(text);
        var words = key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var votes = among.ToDictionary(l => l, l => (double)Votes(key, words, l));
        var best = votes.MaxBy(v => v.Value);
        var all = votes.Values.Sum();
        if (all == 0)
        {
            return new LanguageReading(null, among[0], 1.0 / among.Count);
        }
        var share = best.Value / all;
        return new LanguageReading(share > 0.7 ? best.Key : null, best.Key, share * best.Value / (best.Value + 0.5));
    }

    private int Votes(string key, string[] words, LanguageTag language)
    {
        var votes = _telling.TryGetValue(key, out var whole) && whole == language ? 2 : 0;
        for (var i = 0; i < words.Length; i++)
        {
            votes += _telling.TryGetValue(words[i], out var told) && told == language ? 1 : 0;
            votes += language == LanguageTag.Spanish && Spanish.Contains(words[i]) ? 1 : 0;
        }
        return votes;
    }
}
