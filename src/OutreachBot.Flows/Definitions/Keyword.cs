using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Definitions;

/// <summary>How sure it is that a word means what it stands for.</summary>
public enum Confidence
{
    /// <summary>One doubtful source: recognised, never said.</summary>
    Low,

    /// <summary>One good source.</summary>
    Medium,

    /// <summary>Two sources, or a sentence with its translation; and all Spanish.</summary>
    High,
}

/// <summary>Limits to where a word counts; a clash with another word, another language or a place's name makes them needed.</summary>
[Flags]
public enum KeywordUse
{
    Plain = 0,

    /// <summary>Never with a typo, however long it is.</summary>
    Exact = 1,

    /// <summary>Only when its language is the person's.</summary>
    StoredOnly = 2,

    /// <summary>Only when the bot has just offered it: too much hangs on it for so doubtful a word.</summary>
    OfferedOnly = 4,
}

/// <summary>One word that the line understands, from <c>flows/shared/keywords.yaml</c>.</summary>
/// <param name="Concept">What it means: <c>yes</c>, <c>danger</c>, <c>language_name:qu</c>, or a concept of a flow's own.</param>
/// <param name="Word">As it is written; matching folds case, accents and apostrophes.</param>
/// <param name="AnswersAs">The concept it is answered as, where that is another: <c>socorro</c> means help and is answered as danger.</param>
/// <param name="Source">Where the word is attested; null for Spanish.</param>
/// <param name="NotIn">Languages in which it is another word.</param>
public sealed record Keyword(
    string Concept,
    LanguageTag Language,
    string Word,
    string? AnswersAs,
    Confidence Confidence,
    string? Source,
    KeywordUse Use,
    IReadOnlyList<LanguageTag> NotIn,
    SourceSpot Spot);
