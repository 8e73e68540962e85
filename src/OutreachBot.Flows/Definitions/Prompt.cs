namespace OutreachBot.Flows.Definitions;

/// <summary>How far a wording has come.</summary>
public enum ReviewStatus
{
    Draft,
    Translated,
    CommunityReviewed,
    Approved,
}

/// <summary>Who looked a wording over, and on which day.</summary>
/// <param name="By">Names as the translator wrote them; a group may stand for its members.</param>
public sealed record Review(string By, DateOnly On);

/// <summary>What is said in one language for one prompt.</summary>
/// <param name="Status">How far it has come, as it counts: words whose Spanish has changed since are a draft again.</param>
/// <param name="Source"><see cref="SourceHash"/> of the Spanish it was made from; null where nobody noted it, and for Spanish.</param>
/// <param name="Options">A choice's labels by option key.</param>
/// <param name="Also">More words for an option, by option key.</param>
public sealed record Prompt(
    string Name,
    string Text,
    string? Hint,
    string? WhatsAppText,
    IReadOnlyDictionary<string, string> Options,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Also,
    string? Audio,
    ReviewStatus Status,
    string? Source,
    SourceSpot Spot)
{
    /// <summary>Written <c>claims: told</c>: it says that somebody has been told, and may be said only where that is so.</summary>
    public bool ClaimsTold { get; init; }

    /// <summary>Written <c>say_first: true</c>: its sound goes before its words.</summary>
    public bool SayFirst { get; init; }

    /// <summary>Where its words are attested; no word of an indigenous language is invented.</summary>
    public string? From { get; init; }

    public Review? Review { get; init; }

    /// <summary>The status in the file, where the Spanish has changed since; null: the Spanish is as it was.</summary>
    public ReviewStatus? Lapsed { get; init; }

    /// <summary>The status as the file has it.</summary>
    public ReviewStatus WrittenStatus => Lapsed ?? Status;
}
