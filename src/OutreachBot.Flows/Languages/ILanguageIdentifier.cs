namespace OutreachBot.Flows.Languages;

/// <summary>What language a text is written in.</summary>
/// <param name="Language">The language, where that is certain enough to act on; null: abstains.</param>
/// <param name="Guess">The likeliest, certain or not.</param>
/// <param name="Confidence">0 to 1; 0 where there is nothing to go by.</param>
/// <param name="Beside">In a mixed message the other language of it; null: it is all of one.</param>
public sealed record LanguageReading(LanguageTag? Language, LanguageTag Guess, double Confidence, LanguageTag? Beside = null);

/// <summary>Says which of some languages a text is written in; pure.</summary>
public interface ILanguageIdentifier
{
    /// <param name="text">Any text; cleaned or not.</param>
    /// <param name="priors">The languages that can come up, and what is known of the person.</param>
    LanguageReading Identify(string text, LanguagePriors priors);
}
