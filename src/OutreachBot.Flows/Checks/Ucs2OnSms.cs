using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Checks;

/// <summary><c>ucs2_on_sms</c>: a character that GSM-7 doesn't have and that no table folds; on SMS it would be lost, or cost a whole segment.</summary>
internal sealed class Ucs2OnSms : ICheck
{
    public IEnumerable<Diagnostic> Find(CheckedBook book)
    {
        foreach (var (prompt, language) in WordsOnSms.All(book.Book))
        {
            foreach (var (name, text) in WordsOnSms.Of(prompt))
            {
                var odd = SmsFold.FirstLost(text, language) ?? SmsText.FirstNonGsm(SmsFold.Fold(text, language));
                if (odd is { } lost)
                {
                    yield return new Diagnostic("ucs2_on_sms", Severity.Error, prompt.Spot,
                        $"{name} of prompt '{prompt.Name}' has '{lost.Character}' in column {lost.Column}, which SMS can't carry in GSM-7 and folding can't spell",
                        "Write it in other letters, or give those words to `whatsapp` only.");
                }
            }
        }
    }
}
