using OutreachBot.Flows.Languages;

namespace OutreachBot.Responders;

/// <summary>Names and institutions as they are compared: small letters without marks or apostrophes, cut into words.</summary>
internal static class FoldedWords
{
    public static IEnumerable<string> Of(string text) =>
        new string([.. Letters.Compose(text).Where(c => !Letters.IsApostrophe(c)).Select(Fold)]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>All of them in one, in their alphabet's order: surname first or last is one name.</summary>
    public static string AsOne(string text) => string.Join(' ', Of(text).Order(StringComparer.Ordinal));

    private static char Fold(char character) =>
        char.ToLowerInvariant(Letters.WithoutMarks(character)) is var letter && char.IsAsciiLetterOrDigit(letter) ? letter : ' ';
}
