using System.Text.RegularExpressions;

namespace OutreachBot.Routing.KeepAway;

/// <summary>Initials written one by one are one word: <c>G.A.M.</c>, <c>F. E. L. C. V.</c>, <c>f e l c v</c>.</summary>
internal static partial class Initials
{
    public static string Joined(string text) =>
        Apart().Replace(text, initials => string.Concat(initials.Value.Where(char.IsLetter)));

    // Two are enough with a stop between them; without one "y o" and the like are words.
    [GeneratedRegex(@"(?<![\p{L}\p{N}])\p{L}(?:(?:\.\s?|-)\p{L}(?![\p{L}\p{N}])|(?:\s\p{L}(?![\p{L}\p{N}])){2,})+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Apart();
}
