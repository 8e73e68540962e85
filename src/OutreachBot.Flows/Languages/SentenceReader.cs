using System.Collections.Frozen;
using System.Text.RegularExpressions;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Languages;

/// <summary>Reads longer messages for the little that may be read out of them: an end that is asked for, danger, a story.</summary>
internal sealed class SentenceReader
{
    // A story may well contain "no me escriban"; a few words to the bot don't contain a story.
    private const int LongestToTheBot = 15;

    private static readonly FrozenSet<string> Suffered = FrozenSet.Create(StringComparer.Ordinal, "me", "nos", "la", "lo", "las", "los", "le", "les");

    private static readonly FrozenSet<string> Done = FrozenSet.Create(StringComparer.Ordinal,
        "vendio", "vendieron", "venden", "vende", "pega", "pegan", "pego", "pegaron", "obliga", "obligan", "obligaron", "encerro", "encerraron", "encierra", "encierran",
        "llevaron", "llevo", "engano", "enganaron", "amenaza", "amenazan", "amenazo", "amenazaron", "violo", "violaron", "golpea", "golpean", "golpeo", "maltrata", "maltratan",
        "robaron", "regalaron", "regalo", "explotan", "explota", "toca", "tocan", "persigue", "persiguen");

    private static readonly string[] ToTheBot = ["escrib", "mand", "envi", "mensaje", "molest", "lista", "llamen", "contact", "numero", "baja"];

    private static readonly FrozenSet<string> Negators =
        FrozenSet.Create(StringComparer.Ordinal, "no", "sin", "nadie", "nunca", "tampoco", "ni", "ningun", "ninguna");

    // What may stand between a negator and the word it takes back: "no hay ningún peligro".
    private static readonly FrozenSet<string> Between = FrozenSet.Create(StringComparer.Ordinal,
        "hay", "habia", "haya", "estoy", "esta", "estamos", "estan", "este", "corre", "corro", "corren", "corremos", "en", "creo", "que", "es", "era",
        "un", "una", "ya", "me", "siento", "tengo", "mas", "de", "tanto", "mucho", "muy", "parece", "sea", "algun", "alguna", "ese", "esa", "el", "la");

    private static readonly FrozenSet<string> Questions = FrozenSet.Create(StringComparer.Ordinal,
        "que", "quien", "quienes", "como", "donde", "cuando", "cuanto", "cual", "porque", "ustedes", "usted", "es", "son");

    // What is done to people in such cases, by its beginnings; a way somewhere is told without.
    private static readonly Regex Deeds = new(
        @"\b(no (la|lo|le|les|las|los|me|nos) (deja|dejan|paga|pagan|pago|pagaron|dan|da)|(la|lo|las|los|le|les|me|nos) (tienen|tiene|hacen|hace|quitaron|quitan|quiere|quieren)|encerrad\w+|trabajando|explotan\w*|sin pag\w+|se (la|lo|las|los) (llev|quier)\w*|obligad\w+|amenazad\w+|golpead\w+|desaparec\w+|ofrec\w+|abus\w+|vend(en|ida|idas|ieron))\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    private readonly WordReader _words;
    private readonly PhraseSet _courtesy;
    private readonly PhraseSet _besideStops;
    private readonly PhraseSet _stops;
    private readonly PhraseSet _dangers;

    public SentenceReader(Keywords keywords, WordReader words)
    {
        _words = words;
        _courtesy = new PhraseSet(keywords.BesideAWord);
        _besideStops = new PhraseSet(keywords.BesideAWord.Concat(keywords.StopBeside));
        _stops = new PhraseSet(keywords.PoliteStops);
        _dangers = new PhraseSet(keywords.DangerSigns.Concat(keywords.Words.Where(SaysDanger).Select(w => w.Word)));
    }

    /// <summary>The whole message, or in a short one a sentence that speaks to the bot.</summary>
    public bool PoliteStop(string text)
    {
        var key = Collation.Key(text);
        if (key.Length == 0)
        {
            return false;
        }
        return OnlyStop(key)
            || (key.AsSpan().Count(' ') < LongestToTheBot
                && Sentences.Clauses(text).Any(s => Array.Exists(ToTheBot, t => s.Contains(t, StringComparison.Ordinal)) && OnlyStop(s)));
    }

    public bool DangerInside(string text)
    {
        foreach (var sentence in Sentences.Clauses(text))
        {
            var words = sentence.Split(' ');
            for (var at = 0; at < words.Length; at++)
            {
                if (_dangers.LengthAt(words, at) is > 0 and var length && !TakenBack(words, at) && !IsAnErrand(words, at, length))
                {
                    return true;
                }
            }
        }
        return false;
    }

    public bool ReadsLikeStory(string text)
    {
        var key = Collation.Key(text);
        if (key.Length == 0 || text.Contains("www.", StringComparison.OrdinalIgnoreCase) || text.Contains("://", StringComparison.Ordinal))
        {
            return false;
        }
        var told = _courtesy.Strip(key);
        var words = told.AsSpan().Count(' ') + 1;
        // Quechua and Aymara say in three words what Spanish says in seven.
        var long_ = words >= 5 || (words >= 3 && (told.Length >= 25 || TellsOfHarm(told)));
        return long_ && !AsksOfTheLine(text, told, words) && !PoliteStop(text)
            && LanguageTag.WithFlows.All(l => _words.Concept(text, l) is null);
    }

    /// <summary>Asked where, a way is told in as many words as a story: what is done to somebody tells them apart.</summary>
    public bool TellsOfSomebody(string text)
    {
        var told = Collation.Key(text);
        // "Se la llevaron a Lima" answers where.
        return told.AsSpan().Count(' ') >= 6
            && ReadsLikeStory(text)
            && (TellsOfHarm(told) || DangerInside(text) || Deeds.IsMatch(told));
    }

    // "Mi mama me vendio": few words, and no answer to anything.
    private static bool TellsOfHarm(string told)
    {
        var words = told.Split(' ');
        for (var at = 1; at < words.Length; at++)
        {
            if (Done.Contains(words[at]) && Suffered.Contains(words[at - 1]))
            {
                return true;
            }
        }
        return false;
    }

    private static bool AsksOfTheLine(string text, string told, int words)
    {
        var first = told.Split(' ', 2)[0];
        return words <= 8 && (text.TrimEnd().EndsWith('?') || Questions.Contains(first));
    }

    private bool OnlyStop(string key)
    {
        var words = key.Split(' ');
        var found = false;
        for (var at = 0; at < words.Length;)
        {
            var stop = _stops.LengthAt(words, at);
            var length = Math.Max(stop, _besideStops.LengthAt(words, at));
            if (length == 0)
            {
                return false;
            }
            found |= stop == length;
            at += length;
        }
        return found;
    }

    private static bool TakenBack(string[] words, int at)
    {
        for (var before = at - 1; before >= 0; before--)
        {
            if (Negators.Contains(words[before]))
            {
                return true;
            }
            if (!Between.Contains(words[before]))
            {
                return false;
            }
        }
        return false;
    }

    // "ayúdame a cargar leña" is no cry.
    private static bool IsAnErrand(string[] words, int at, int length) =>
        words[at].StartsWith("ayud", StringComparison.Ordinal) && at + length < words.Length && words[at + length] is "a" or "con";

    private static bool SaysDanger(Keyword word) =>
        (word.AnswersAs ?? word.Concept) == "danger"
        && word.Use == KeywordUse.Plain
        && word.Confidence > Confidence.Low
        && Collation.Key(word.Word).Length >= WordIndex.ShortWord;
}
