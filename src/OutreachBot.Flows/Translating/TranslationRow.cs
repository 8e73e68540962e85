using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Translating;

/// <summary>One row, entry or unit of a translator's file, as text, before anything is believed.</summary>
/// <param name="Place">Where it stands, for people: <c>line 14</c>, <c>row 3</c>.</param>
/// <param name="Status">As the file says it, in the words of <see cref="StatusWords"/>; empty: nothing is said.</param>
/// <param name="SourceHash">Of the Spanish the file was made from; empty where a tool has dropped it.</param>
public sealed record TranslationRow(
    string Place,
    string Key,
    string Source,
    string Target,
    string Status,
    string SourceHash,
    string From,
    string Reviewer,
    string ReviewedOn);

/// <summary>What is wrong in a translator's file, said so that she can mend it.</summary>
/// <param name="Place">Line, row or unit.</param>
/// <param name="Column">Which part of it; null: all.</param>
/// <param name="Problem">Without a full stop.</param>
/// <param name="Mend">One sentence.</param>
public sealed record RowFault(string Place, string? Column, string Problem, string Mend)
{
    public override string ToString() => Column is null ? $"{Place}: {Problem}. {Mend}" : $"{Place}, {Column}: {Problem}. {Mend}";
}

/// <summary>A translator's file, read.</summary>
/// <param name="Language">Null where it can't be told; then there is a fault.</param>
/// <param name="Faults">What can't be read; with any the rows may be incomplete.</param>
public sealed record TranslationFile(LanguageTag? Language, IReadOnlyList<TranslationRow> Rows, IReadOnlyList<RowFault> Faults)
{
    internal static TranslationFile Unreadable(string place, string problem, string mend) => new(null, [], [new RowFault(place, null, problem, mend)]);
}

/// <summary>How review states are written in files and on the command line.</summary>
public static class StatusWords
{
    /// <summary>A draft whose Spanish has changed; only written, never asked for.</summary>
    public const string Stale = "stale";

    private static readonly Dictionary<string, ReviewStatus> Known = new(StringComparer.Ordinal)
    {
        ["draft"] = ReviewStatus.Draft,
        ["translated"] = ReviewStatus.Translated,
        ["community_reviewed"] = ReviewStatus.CommunityReviewed,
        ["approved"] = ReviewStatus.Approved,
    };

    public static IReadOnlyCollection<string> All => Known.Keys;

    public static string Of(ReviewStatus status) => Known.First(k => k.Value == status).Key;

    /// <summary>Reads one, however it is cased or spaced; stale words are a draft.</summary>
    public static bool TryRead(string text, out ReviewStatus status)
    {
        ArgumentNullException.ThrowIfNull(text);
        var word = text.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
        status = ReviewStatus.Draft;
        return word == Stale || Known.TryGetValue(word, out status);
    }
}
