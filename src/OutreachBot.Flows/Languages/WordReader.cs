using System.Collections.Frozen;
using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Languages;

/// <summary>By which way of comparing a word was found; each costs false matches, docs/languages.md has the table.</summary>
public enum MatchedBy
{
    /// <summary>As it stands, whatever its case, marks and apostrophes.</summary>
    Writing,

    /// <summary>With other spaces: "k iche", "buenosdias".</summary>
    Spaces,

    /// <summary>With letters held down: "siii".</summary>
    Repeats,

    /// <summary>In another spelling of its language.</summary>
    Spelling,

    /// <summary>Over one slip of a finger.</summary>
    Slip,
}

/// <summary>What a message means when all of it is one of the line's words.</summary>
/// <param name="Word">The word that was matched.</param>
public sealed record WordMatch(Keyword Word, MatchedBy By)
{
    /// <summary>It was matched over a typo or another spelling.</summary>
    public bool Guessed => By is MatchedBy.Spelling or MatchedBy.Slip;

    public string Concept => Word.Concept;

    /// <summary>What the line answers it as.</summary>
    public string AnswersAs => Word.AnswersAs ?? Word.Concept;
}

/// <summary>Reads the line's words out of messages; built once, pure, safe to share.</summary>
/// <remarks>
/// A word counts as the whole message, with courtesy and punctuation at most. Spanish words count in every language.
/// A word of another language counts where the two live in one country; one that means something else elsewhere only
/// where its language is the person's. Under five letters nothing is guessed.
/// </remarks>
public sealed class WordReader
{
    // Longer than any word with its courtesy; a story is not searched for typos.
    private const int LongestMatched = 80;

    private static readonly FrozenDictionary<string, LanguageTag[]> Neighbours = LanguageTag.All.ToFrozenDictionary(
        l => l.ToString(), NeighboursOf, StringComparer.Ordinal);

    // How much a courtesy says where nothing else is said; whom one addresses comes behind, a greeting and a thank-you are two things.
    private const int Please = 0, Address = 1, Thanks = 2;

    private readonly WordIndex _index;
    private readonly PhraseSet _courtesy;
    private readonly PhraseSet _everyCourtesy;

    public WordReader(Keywords keywords)
    {
        ArgumentNullException.ThrowIfNull(keywords);
        _index = new WordIndex(keywords);
        _courtesy = new PhraseSet(keywords.Courtesy);
        _everyCourtesy = new PhraseSet(keywords.BesideAWord);
        YesOrNo = new YesNoReader(keywords);
        Longer = new SentenceReader(keywords, this);
    }

    internal YesNoReader YesOrNo { get; }

    internal SentenceReader Longer { get; }

    /// <summary>The concept of the whole message; null when it is something else, or several things.</summary>
    /// <remarks>Nothing is erased on a guess: a mistyped or doubtful word for it is left to a question.</remarks>
    public string? Concept(string text, LanguageTag language) =>
        Recognise(text, language) is { } match && !match.Word.Use.HasFlag(KeywordUse.OfferedOnly) && !(match.Guessed && match.Concept == "erase")
            ? match.Concept
            : null;

    /// <summary>As <see cref="Concept"/>, with the word, and with words so doubtful that they count only after an offer.</summary>
    /// <param name="text">Cleaned text.</param>
    /// <param name="language">The person's.</param>
    public WordMatch? Recognise(string text, LanguageTag language)
    {
        var key = Collation.Key(text);
        if (key.Length is 0 or > LongestMatched)
        {
            return null;
        }
        return Match(key, text, language)
            ?? Beside(_courtesy, key, text, language)
            ?? Beside(_everyCourtesy, key, text, language)
            ?? OnlyCourtesy(key, text, language)
            ?? SaidAgainAndAgain(key, text, language);
    }

    /// <summary>The whole message is a cry: a word for danger, or one that is answered as such (auxilio, socorro, ayúdeme).</summary>
    public bool Danger(string text, LanguageTag language) => Recognise(text, language)?.AnswersAs == "danger";

    /// <summary>A word with something behind it: "BORRAR 123-456", "TALLER 23 mujeres".</summary>
    /// <param name="rest">What stands behind it, as written.</param>
    public string? Leading(string text, LanguageTag language, out string rest)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = text.AsSpan().TrimStart();
        var end = start.IndexOfAny(" \n:,.");
        rest = end < 0 ? "" : start[end..].Trim(" \n:,.").ToString();
        if (rest.Length == 0)
        {
            return null;
        }
        var key = Collation.Key(start[..end].ToString());
        return (Unique(_index.WithKey(key), text, language, MatchedBy.Writing)
            ?? Unique(_index.Once(key), text, language, MatchedBy.Repeats))?.Concept;
    }

    /// <summary>Yes, no or unsure; null when it is neither for certain.</summary>
    public YesNo? YesNo(string text, LanguageTag language) =>
        YesOrNo.Read(text, language) ?? Recognise(text, language) switch
        {
            { By: MatchedBy.Slip or MatchedBy.Spelling, AnswersAs: "yes" } => Languages.YesNo.Yes,
            { By: MatchedBy.Slip or MatchedBy.Spelling, AnswersAs: "no" } => Languages.YesNo.No,
            _ => null,
        };

    /// <summary>A sentence to the bot that asks for an end: "ya no quiero, gracias". Never part of a story.</summary>
    public bool PoliteStop(string text) => Longer.PoliteStop(text);

    /// <summary>A longer message says that somebody is in danger now.</summary>
    public bool DangerInside(string text) => Longer.DangerInside(text);

    /// <summary>It tells something: no word of the line, no greeting, no question about the line.</summary>
    public bool ReadsLikeStory(string text) => Longer.ReadsLikeStory(text);

    /// <summary>It tells what somebody does or suffers, and not only how to get somewhere. Spanish; nothing of other languages is told apart.</summary>
    public bool TellsOfSomebody(string text) => Longer.TellsOfSomebody(text);

    /// <summary>The number the whole message is: digits, keycaps, Spanish words.</summary>
    public int? Number(string text, LanguageTag language) => NumberReader.Read(text, _courtesy, language);

    /// <summary>Which option of a picker the whole message names by its letter: "b)", "la b"; 1 for a.</summary>
    public static int? Letter(string text) => NumberReader.Letter(text);

    /// <summary>The only number in a message: "fueron 23 personas"; null where there is none, or more than one.</summary>
    public static int? NumberInside(string text) => NumberReader.Inside(text);

    private WordMatch? Beside(PhraseSet courtesy, string key, string text, LanguageTag language) =>
        courtesy.Strip(key) is { Length: > 0 } bare && bare != key ? Match(bare, text, language) : null;

    private WordMatch? Match(string key, string text, LanguageTag language) =>
        Unique(_index.WithKey(key), text, language, MatchedBy.Writing)
        ?? (_index.IsApart(key, language) ? null : Spelt(key, text, language));

    private WordMatch? Spelt(string key, string text, LanguageTag language) =>
        Unique(_index.WithLetters(key), text, language, MatchedBy.Spaces)
        ?? Repeating(key, text, language)
        ?? Guess(key, text, language);

    /// <summary>"siii", unless what looks like a letter held down is one slip away from another word.</summary>
    private WordMatch? Repeating(string key, string text, LanguageTag language) =>
        UnlessNear(key, text, language, Unique(_index.Once(key), text, language, MatchedBy.Repeats));

    private WordMatch? Guess(string key, string text, LanguageTag language)
    {
        // A word that is one elsewhere ("mana") is never a typo of another ("manan").
        if (_index.WithKey(key).Length > 0 || _index.Once(key).Length > 0)
        {
            return null;
        }
        return _index.Sounding(key, language) is { Length: > 0 } sounding
            ? UnlessNear(key, text, language, Unique(sounding, text, language, MatchedBy.Spelling))
            : Nearest(key, language);
    }

    private WordMatch? UnlessNear(string key, string text, LanguageTag language, WordMatch? match) =>
        match is not null && _index.NextTo(key, language).Any(w => w.Concept != match.Concept && Counts(w, text, language)) ? null : match;

    /// <summary>Her own language's and Spanish words only, for a typo in one language is a word in another.</summary>
    private WordMatch? Nearest(string key, LanguageTag language)
    {
        var near = Own(_index.OneSlipFrom(key, language), language);
        if (near.Count == 0 && !_index.OneSlipFrom(key, language).Any())
        {
            near = Own(_index.OneSlipFromOnce(key, language), language);
        }
        return near.Count > 0 && near.TrueForAll(w => w.Concept == near[0].Concept) ? new WordMatch(near[0], MatchedBy.Slip) : null;
    }

    private static List<Keyword> Own(IEnumerable<Keyword> words, LanguageTag language) =>
        [.. words.Where(w => w.Language == language || (w.Language == LanguageTag.Spanish && !IsInTheWay(w, language)))];

    /// <summary>A short Spanish word is too near to words of another language ("chica", "chika"); only what she may need at once is guessed.</summary>
    private static bool IsInTheWay(Keyword spanish, LanguageTag language) =>
        language != LanguageTag.Spanish && spanish.Word.Length <= WordIndex.ShortWord && spanish.Concept is not ("help" or "danger" or "stop");

    /// <summary>The person's own language first, then Spanish, then her neighbours'; of each, one concept or none.</summary>
    private static WordMatch? Unique(Keyword[] words, string text, LanguageTag language, MatchedBy by)
    {
        if (words.Length == 0)
        {
            return null;
        }
        var counting = words.Where(w => Counts(w, text, language)).ToList();
        var nearest = counting.FindAll(w => w.Language == language) is { Count: > 0 } own ? own
            : counting.FindAll(w => w.Language == LanguageTag.Spanish) is { Count: > 0 } spanish ? spanish
            : counting;
        return nearest.Count > 0 && nearest.TrueForAll(w => w.Concept == nearest[0].Concept) ? new WordMatch(nearest[0], by) : null;
    }

    private static bool Counts(Keyword word, string text, LanguageTag language)
    {
        if (word.Language == language)
        {
            return true;
        }
        // Where she did send the ñ, a clash that comes of losing it is none: niña is no fire.
        var clashes = word.NotIn.Contains(language) && !(word.Word.Contains('ñ') && text.Contains('ñ', StringComparison.OrdinalIgnoreCase));
        return !clashes
            && !word.Use.HasFlag(KeywordUse.StoredOnly)
            && (word.Language == LanguageTag.Spanish || Neighbours[language.ToString()].Contains(word.Language));
    }

    /// <summary>Whether words of two languages can be written by one person of the line: Spanish anywhere, others in one country.</summary>
    internal static bool CanMeet(LanguageTag one, LanguageTag other) =>
        one == LanguageTag.Spanish || other == LanguageTag.Spanish || Neighbours[one.ToString()].Contains(other);

    private static LanguageTag[] NeighboursOf(LanguageTag language)
    {
        LanguageTag[] bolivia = [LanguageTag.Quechua, LanguageTag.Aymara];
        LanguageTag[] guatemala = [LanguageTag.Kiche, LanguageTag.Mam, LanguageTag.Qeqchi, LanguageTag.Qanjobal];
        return language == LanguageTag.Spanish ? [.. bolivia, .. guatemala] : bolivia.Contains(language) ? bolivia : guatemala;
    }

    /// <summary>"hola, por favor", "bueno pues", "gracias señorita": of words that are courtesy beside others, the one that says something.</summary>
    private WordMatch? OnlyCourtesy(string key, string text, LanguageTag language)
    {
        var said = _courtesy.Phrases(key).Select(p => Match(p, text, language)).OfType<WordMatch>().ToList();
        var most = said.MaxBy(Weight);
        var twoThings = said.Exists(m => Weight(m) == Weight(most!) && m.Concept != most!.Concept);
        return twoThings || (most is not null && Weight(most) == Thanks && Weight(said[0]) == Address) ? null : most;
    }

    private static int Weight(WordMatch match) => match.Concept switch { "please" => Please, "woman" or "girl" => Address, "thanks" or "hello" => Thanks, _ => Thanks + 1 };

    /// <summary>"no no no" and "si si"; not "je je", which is laughter.</summary>
    private WordMatch? SaidAgainAndAgain(string key, string text, LanguageTag language)
    {
        var words = key.Split(' ');
        return words.Length > 1 && Array.TrueForAll(words, w => w == words[0])
            && Match(words[0], text, language) is { } match && !match.Word.Use.HasFlag(KeywordUse.StoredOnly)
            ? match
            : null;
    }
}
