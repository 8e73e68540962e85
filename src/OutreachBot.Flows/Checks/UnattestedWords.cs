using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Checks;

/// <summary>
/// <c>unattested</c>: words of another language than Spanish that are past draft, and nobody says where they come from;
/// <c>unreviewed</c>: they are marked as reviewed, and nobody says by whom.
/// </summary>
internal sealed class UnattestedWords : ICheck
{
    public IEnumerable<Diagnostic> Find(CheckedBook book)
    {
        foreach (var (words, language) in WordsOnSms.All(book.Book).Where(w => w.Language != LanguageTag.Spanish))
        {
            if (words.WrittenStatus >= ReviewStatus.CommunityReviewed && words.Review is null)
            {
                yield return new Diagnostic("unreviewed", Severity.Error, words.Spot,
                    $"Prompt '{words.Name}' is marked as reviewed in {language}, and by nobody",
                    "Write `reviewed_by: Name` and `reviewed_on: 2026-11-24`, or set it back to `status: translated`.");
            }
            else if (words.WrittenStatus > ReviewStatus.Draft && words.From is null && words.Review is null)
            {
                yield return new Diagnostic("unattested", Severity.Error, words.Spot,
                    $"Prompt '{words.Name}' is past draft in {language}, and nothing says where its words come from",
                    "Write `from:` (who translated it, or where it is attested), or set it back to `status: draft`.");
            }
        }
    }
}
