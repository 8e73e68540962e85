using System.Collections.Frozen;

namespace OutreachBot.Places.Reading;

/// <summary>Articles and prepositions: names are compared without them, for people leave them out or put them in.</summary>
internal static class SmallWords
{
    private static readonly FrozenSet<string> All =
        new[] { "de", "del", "la", "las", "los", "el", "y", "e", "o", "u", "al", "lo", "en", "a" }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string word) => All.Contains(word);

    /// <summary>Whether the word sets two things side by side.</summary>
    public static bool Joins(string word) => word is "y" or "e" or "o" or "u";

    public static bool IsArticle(string word) => word is "la" or "las" or "los" or "el";

    /// <summary>Whether the word is an article or ends with one: "al", "del".</summary>
    public static bool HoldsArticle(string word) => IsArticle(word) || word is "al" or "del";
}
