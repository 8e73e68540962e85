using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Running;

/// <summary>Reads the name of a language out of a message.</summary>
internal static class LanguageWords
{
    /// <summary>Before a language's tag, the concept of its names.</summary>
    public const string Prefix = "language_name:";

    public static LanguageTag? Named(WordReader words, string text, LanguageTag speaks) =>
        text.Length is > 0 and <= 40
        && words.Concept(text, speaks) is { } concept
        && concept.StartsWith(Prefix, StringComparison.Ordinal)
        && LanguageTag.TryParse(concept[Prefix.Length..], out var language)
            ? language
            : null;
}
