namespace OutreachBot.Flows.Languages;

/// <summary>What is known before a text is read: the languages that can come up, and which of them are likelier here.</summary>
/// <param name="Among">Not empty.</param>
/// <param name="Stored">The language that the person was last answered in; null: not known.</param>
/// <param name="Country">BO, GT or null. A prior, no fence: people move.</param>
public sealed record LanguagePriors(IReadOnlyList<LanguageTag> Among, LanguageTag? Stored = null, string? Country = null)
{
    // Three messages in four go on in the language of the one before, as far as a line like this can assume.
    private const double SameAsBefore = 3;

    // Of a hundred who write from Bolivia, some speak a language of Guatemala; not more.
    private const double OfElsewhere = 0.02;

    private static readonly LanguageTag[] Bolivia = [LanguageTag.Spanish, LanguageTag.Quechua, LanguageTag.Aymara];

    private static readonly LanguageTag[] Guatemala =
        [LanguageTag.Spanish, LanguageTag.Kiche, LanguageTag.Mam, LanguageTag.Qeqchi, LanguageTag.Qanjobal];

    /// <summary>The countries of the line in which a language is spoken.</summary>
    /// <returns>BO, GT or both.</returns>
    public static IEnumerable<string> HomesOf(LanguageTag language) =>
        new[] { ("BO", Bolivia), ("GT", Guatemala) }.Where(home => home.Item2.Contains(language)).Select(home => home.Item1);

    /// <summary>How likely a language is beside the others; 1 where nothing is known.</summary>
    public double Weight(LanguageTag language) => (IsSpokenIn(Country, language) ? 1 : OfElsewhere) * (language == Stored ? SameAsBefore : 1);

    /// <summary>Whether a language is one of a country's; of an unknown country, all are.</summary>
    public static bool IsSpokenIn(string? country, LanguageTag language) => country switch
    {
        "BO" => Bolivia.Contains(language),
        "GT" => Guatemala.Contains(language),
        _ => true,
    };
}
