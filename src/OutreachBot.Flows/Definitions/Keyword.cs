using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Definitions;

/// <summary>How sure it is that a word means what it stands for.</summary>
public enum Confidence
{
    Low,
    Medium,
    High,
}

/// <summary>One word that the line understands, from <c>flows/shared/keywords.yaml</c>.</summary>
/// <param name="Concept">What it means: <c>yes</c>, <c>danger</c>, <c>language_name:qu</c>, or a concept of a flow's own.</param>
/// <param name="Word">As it is written; matching folds case, accents and apostrophes.</param>
/// <param name="AnswersAs">The concept it is answered as, where that is another: <c>socorro</c> means help and is answered as danger.</param>
/// <param name="Source">Where the word is attested; null for Spanish.</param>
public sealed record Keyword(
    string Concept, LanguageTag Language, string Word, string? AnswersAs, Confidence Confidence, string? Source, SourceSpot Spot);
