using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Languages;

/// <summary>All of <c>flows/shared/keywords.yaml</c>.</summary>
/// <param name="Words">The words, in the order written.</param>
/// <param name="Courtesy">What may stand beside a word without changing it: "por favor", "pues".</param>
/// <param name="Apart">Ordinary words that are one letter from a keyword and never a typo of it: "hasta" beside "basta".</param>
/// <param name="PoliteStops">Sentences to the bot that ask for an end: "ya no quiero".</param>
/// <param name="StopBeside">What may stand beside such a sentence: "nunca más", "a este número".</param>
/// <param name="Answers">What else answers a yes/no question.</param>
/// <param name="DangerSigns">What in a longer message says that somebody is in danger now, besides the words for danger.</param>
public sealed record Keywords(
    IReadOnlyList<Keyword> Words,
    IReadOnlyList<string> Courtesy,
    IReadOnlyList<ApartWord> Apart,
    IReadOnlyList<string> PoliteStops,
    IReadOnlyList<string> StopBeside,
    AnswerPhrases Answers,
    IReadOnlyList<string> DangerSigns)
{
    public static readonly Keywords None = new([], [], [], [], [], AnswerPhrases.None, []);

    /// <summary>All that may stand beside a word without changing it: the courtesy, and every language's words for please and thanks.</summary>
    public IEnumerable<string> BesideAWord => Courtesy.Concat(
        Words.Where(w => w.Concept is "please" or "thanks" && w.Use == KeywordUse.Plain && w.Confidence > Confidence.Low).Select(w => w.Word));

    /// <summary>The concepts that have words, each once.</summary>
    public IEnumerable<string> Concepts => Words.Select(w => w.Concept).Distinct(StringComparer.Ordinal);
}

/// <summary>A word of one language that is no keyword and must not be taken for one.</summary>
public readonly record struct ApartWord(LanguageTag Language, string Word);

/// <summary>Spanish answers to a yes/no question that are no keywords, for elsewhere they say other things.</summary>
/// <param name="Yes">As a sentence of a message.</param>
/// <param name="YesAlone">Only as the whole message: "va", "sale".</param>
/// <param name="No">As a sentence of a message.</param>
/// <param name="NoAlone">Only as the whole message: "nada".</param>
/// <param name="Unsure">Neither.</param>
/// <param name="Beside">What may stand around an answer: "la verdad", "fíjese que".</param>
public sealed record AnswerPhrases(
    IReadOnlyList<string> Yes,
    IReadOnlyList<string> YesAlone,
    IReadOnlyList<string> No,
    IReadOnlyList<string> NoAlone,
    IReadOnlyList<string> Unsure,
    IReadOnlyList<string> Beside)
{
    public static readonly AnswerPhrases None = new([], [], [], [], [], []);
}
