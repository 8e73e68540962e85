namespace OutreachBot.Flows.Languages;

/// <summary>What language a text is written in.</summary>
/// <param name="Language">The language, where that is certain enough to act on; null: abstains.</param>
/// <param name="Guess">The likeliest, certain or not.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record LanguageReading(LanguageTag? Language, LanguageTag Guess, double Confidence);

/// <summary>Says which of some languages a text is written in; pure.</summary>
public interface ILanguageIdentifier
{
    /// <param name="text">Cleaned text.</param>
    /// <param name="among">The languages that can come up; not empty.</param>
    LanguageReading Identify(string text, IReadOnlyList<LanguageTag> among);
}
