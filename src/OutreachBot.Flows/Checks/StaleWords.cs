using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Checks;

/// <summary>
/// <c>stale_words</c>: the Spanish has changed since words were made from it, so they count as draft;
/// <c>no_source</c>: nobody noted from which Spanish they were made, so nobody would notice.
/// </summary>
internal sealed class StaleWords : ICheck
{
    public IEnumerable<Diagnostic> Find(CheckedBook book)
    {
        foreach (var (words, spanish, language) in TranslatedWords.Of(book.Book))
        {
            var hash = SourceHash.Of(spanish);
            if (words.Lapsed is not null)
            {
                yield return new Diagnostic("stale_words", Severity.Warning, words.Spot,
                    $"The Spanish of prompt '{words.Name}' has changed since its words in {language} were made: they count as draft",
                    $"Look them over against the Spanish, then write `source: \"{hash}\"`, or bring them in with `translations import`.");
            }
            else if (words.Source is null)
            {
                yield return new Diagnostic("no_source", Severity.Warning, words.Spot,
                    $"Prompt '{words.Name}' doesn't say from which Spanish it was made: a change would go unnoticed",
                    $"Write `source: \"{hash}\"`.");
            }
        }
    }
}
