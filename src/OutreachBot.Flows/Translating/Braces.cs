using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Translating;

/// <summary>The placeholders of a wording, braces and all.</summary>
internal static class Braces
{
    /// <summary>Each once, in the order they are met: <c>{line}</c>.</summary>
    public static IReadOnlyList<string> In(string text) =>
        [.. Template.Parse(text, LanguageTag.Spanish).Placeholders.Select(p => $"{{{p}}}").Distinct(StringComparer.Ordinal)];

    /// <summary>The text cut at its placeholders: words and <c>{line}</c> by turns, none empty.</summary>
    public static IReadOnlyList<(string Text, bool IsPlaceholder)> Cut(string text)
    {
        var parts = new List<(string, bool)>();
        var from = 0;
        foreach (var name in Template.Parse(text, LanguageTag.Spanish).Placeholders)
        {
            var brace = $"{{{name}}}";
            var at = text.IndexOf(brace, from, StringComparison.Ordinal);
            if (at > from)
            {
                parts.Add((text[from..at], false));
            }
            parts.Add((brace, true));
            from = at + brace.Length;
        }
        if (from < text.Length)
        {
            parts.Add((text[from..], false));
        }
        return parts;
    }
}
