using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Languages;

/// <summary>All of <c>flows/shared/keywords.yaml</c>.</summary>
/// <param name="Words">The words, in the order written.</param>
/// <param name="Courtesy">What may stand beside a word without changing it: "por favor", "pues".</param>
/// <param name="Apart">Ordinary words that are one letter from a keyword and never a typo of it: "hasta" beside "basta".</param>
/// <param name="PoliteStops">Sentences to the bot that ask for an end: "ya no quiero".</param>
/// <param name="DangerSigns">What in a longer message says that somebody is in danger now, besides the words for danger.</param>
public sealed record Keywords(
    IReadOnlyList<Keyword> Words,
    IReadOnlyList<string> Courtesy,
    IReadOnlyList<ApartWord> Apart,
    IReadOnlyList<string> PoliteStops,
    IReadOnlyList<string> DangerSigns)
{
    public static readonly Keywords None = new([], [], [], [], []);

    /// <summary>The concepts that have words, each once.</summary>
    public IEnumerable<string> Concepts => Words.Select(w => w.Concept).Distinct(StringComparer.Ordinal);
}

/// <summary>A word of one language that is no keyword and must not be taken for one.</summary>
public readonly record struct ApartWord(LanguageTag Language, string Word);
