using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Translating;

/// <summary>One wording to translate: what a translator sees in a row.</summary>
/// <param name="Flow">The flow's folder, or <c>shared</c>.</param>
/// <param name="Source">The Spanish.</param>
/// <param name="Target">The words there are; null: none yet.</param>
/// <param name="Status">Of the whole prompt, as it counts; null where there are no words.</param>
/// <param name="IsStale">The Spanish has changed since the words were made.</param>
/// <param name="SourceHash">Of the prompt's Spanish as it stands now.</param>
/// <param name="From">Where the words are attested, or who translated them.</param>
/// <param name="Note">For the translator, in Spanish: room, placeholders, where it is said.</param>
public sealed record TranslationUnit(
    string Flow,
    string Prompt,
    PromptPart Part,
    string Source,
    string? Target,
    ReviewStatus? Status,
    bool IsStale,
    string SourceHash,
    string? From,
    Review? Review,
    string Note)
{
    /// <summary>Names the unit in every format: <c>report.where.text</c>.</summary>
    public string Key => $"{Flow}.{Prompt}.{Part}";
}
