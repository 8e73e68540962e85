using System.Collections.Frozen;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Languages;

/// <summary>An answer to a yes/no question.</summary>
public enum YesNo
{
    Yes,
    No,

    /// <summary>She says that she doesn't know.</summary>
    Unsure,
}

/// <summary>Reads a yes, a no, or "I don't know" where the whole answer, or its first sentence, is one.</summary>
/// <remarks>
/// "no" and "si" inside a sentence prove nothing: "no la dejan salir" is no no, and "si no vuelve" is an if. Longer
/// phrases are read first, so that a negative ("todavía no", "manam munanichu") wins over the positive inside it.
/// </remarks>
internal sealed class YesNoReader
{
    private static readonly char[] Ends = ['.', ',', ';', ':', '!', '?', '¡', '¿', '\n', '(', ')'];

    // No answer is longer; a story is not searched.
    private const int MostWords = 12;

    // The longest phrase we know has five words.
    private const int LongestPhrase = 6;

    private static readonly FrozenSet<string> Laughter = FrozenSet.Create(StringComparer.Ordinal, "ja", "je", "ji", "jo", "ha", "he");

    private readonly Dictionary<LanguageTag, (PhraseSet Yes, PhraseSet No, PhraseSet Unsure)> _phrases = [];
    private readonly PhraseSet _courtesy;
    private readonly PhraseSet _beside;
    private readonly PhraseSet _yesAlone;
    private readonly PhraseSet _noAlone;

    public YesNoReader(Keywords keywords)
    {
        var answers = keywords.Answers;
        _courtesy = new PhraseSet(keywords.BesideAWord.Select(Form));
        _beside = new PhraseSet(keywords.BesideAWord.Concat(answers.Beside).Select(Form));
        _yesAlone = new PhraseSet(answers.YesAlone.Select(Form));
        _noAlone = new PhraseSet(answers.NoAlone.Select(Form));
        foreach (var language in LanguageTag.All)
        {
            _phrases[language] = (
                Phrases(keywords, language, answers.Yes, "yes"),
                Phrases(keywords, language, answers.No, "no", "no_want"),
                Phrases(keywords, language, answers.Unsure, "unsure"));
        }
    }

    public YesNo? Read(string text, LanguageTag language)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sign = AnswerSigns.Read(text, out var signed);
        var words = InWords(text, language, out var saysNothing);
        return !signed || (words is not null && words == sign) ? words : saysNothing ? sign : null;
    }

    /// <param name="saysNothing">There are no words, or only courtesy: an emoji may speak.</param>
    private YesNo? InWords(string text, LanguageTag language, out bool saysNothing)
    {
        var sentences = text.Split(Ends, StringSplitOptions.RemoveEmptyEntries).Select(s => s.Trim()).Where(s => Collation.Key(s).Length > 0).ToList();
        var form = Form(text);
        saysNothing = form.Length == 0 || _courtesy.Strip(form).Length == 0;
        if (sentences.Count == 0 || IsLaughter(form))
        {
            return null;
        }
        return Whole(form, language)
            ?? (_yesAlone.Contains(form) ? YesNo.Yes : (YesNo?)null)
            ?? (_noAlone.Contains(form) ? YesNo.No : (YesNo?)null)
            ?? First(sentences, language);
    }

    /// <summary>"je je": the same again and again, while one alone is a yes of K'iche'.</summary>
    private static bool IsLaughter(string form) => form.Split(' ') is { Length: > 1 } words && Array.TrueForAll(words, Laughter.Contains);

    /// <summary>What the first sentence that isn't courtesy says, unless the next one takes it back.</summary>
    private YesNo? First(List<string> sentences, LanguageTag language)
    {
        var said = sentences.Find(s => _courtesy.Strip(Form(s)).Length > 0);
        if (said is null)
        {
            return null;
        }
        var first = Whole(Form(said), language) ?? Accented(said);
        var next = sentences.SkipWhile(s => s != said).Skip(1).FirstOrDefault();
        return next is not null && Whole(Form(next), language) is { } second && second != first ? null : first;
    }

    /// <summary>With its accent "sí" is never an if, whatever follows.</summary>
    private static YesNo? Accented(string sentence) =>
        sentence.StartsWith("sí ", StringComparison.OrdinalIgnoreCase) ? YesNo.Yes : null;

    /// <summary>A sentence made of such phrases and courtesy only.</summary>
    private YesNo? Whole(string key, LanguageTag language)
    {
        var (yes, no, unsure) = _phrases[language];
        if (yes.Contains(key))
        {
            return YesNo.Yes;
        }
        var words = key.Split(' ');
        return words.Length > MostWords ? null : Read(words, 0, default, yes, no, unsure) switch
        {
            { Unsure: true } => YesNo.Unsure,
            { Yes: true, No: false } => YesNo.Yes,
            { Yes: false, No: true } => YesNo.No,
            _ => null,
        };
    }

    /// <summary>Takes phrases off from <paramref name="at"/> on, the longest first; null where that doesn't come out.</summary>
    private (bool Yes, bool No, bool Unsure)? Read(
        string[] words, int at, (bool Yes, bool No, bool Unsure) found, PhraseSet yes, PhraseSet no, PhraseSet unsure)
    {
        if (at == words.Length)
        {
            return found;
        }
        for (var length = Math.Min(LongestPhrase, words.Length - at); length > 0; length--)
        {
            var phrase = string.Join(' ', words, at, length);
            // "ya" is a yes when it is all she says, and courtesy beside another word.
            var (isYes, isNo, isUnsure) = _courtesy.Contains(phrase) ? default : (yes.Contains(phrase), no.Contains(phrase), unsure.Contains(phrase));
            if ((isYes || isNo || isUnsure || _beside.Contains(phrase))
                && Read(words, at + length, (found.Yes || isYes, found.No || isNo, found.Unsure || isUnsure), yes, no, unsure) is { } whole)
            {
                return whole;
            }
        }
        return null;
    }

    private static PhraseSet Phrases(Keywords keywords, LanguageTag language, IReadOnlyList<string> answers, params string[] concepts) =>
        new(answers.Select(Form).Concat(keywords.Words
            .Where(w => concepts.Contains(w.AnswersAs ?? w.Concept)
                && (w.Language == language || (!w.Use.HasFlag(KeywordUse.StoredOnly) && !w.NotIn.Contains(language))))
            .Select(w => Form(w.Word))));

    private static string Form(string text) => Collation.Loose(Collation.Key(text), LanguageTag.Spanish);
}
