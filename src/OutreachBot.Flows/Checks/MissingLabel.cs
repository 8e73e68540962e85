using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Checks;

/// <summary><c>missing_label</c>: an option without a label is shown by its key, which is English; <c>unknown_option</c>: a label for none.</summary>
internal sealed class MissingLabel : ICheck
{
    public IEnumerable<Diagnostic> Find(CheckedBook book)
    {
        foreach (var flow in book.Flows)
        {
            var asked = flow.States.Values.Select(s => s.Step).OfType<AskStep>().Where(a => a.Kind == QuestionKind.Choice)
                .GroupBy(a => a.Prompt, a => a.Options.Select(o => o.Key), StringComparer.Ordinal);
            foreach (var ask in asked)
            {
                // One prompt may serve two questions; each shows its own options.
                var options = ask.SelectMany(o => o).Distinct(StringComparer.Ordinal).ToList();
                foreach (var fault in Compare(options, flow.WordingsOf(ask.Key), flow.Language))
                {
                    yield return fault;
                }
            }
        }
    }

    private static IEnumerable<Diagnostic> Compare(List<string> options, Wordings wordings, LanguageTag language)
    {
        foreach (var wording in wordings.All())
        {
            var prompt = wording.Prompt;
            foreach (var option in options.Where(o => !prompt.Options.ContainsKey(o)))
            {
                yield return new Diagnostic("missing_label", Severity.Error, prompt.Spot,
                    $"Prompt '{prompt.Name}' has no label for the option '{option}'", $"Add `options: {{{option}: …}}`.");
            }
            if (wording.Language != language)
            {
                // A language's own shape may offer fewer: the Spanish that stands in for it has labels to spare.
                continue;
            }
            foreach (var option in prompt.Options.Keys.Concat(prompt.Also.Keys).Distinct(StringComparer.Ordinal).Where(o => !options.Contains(o)))
            {
                yield return new Diagnostic("unknown_option", Severity.Error, prompt.Spot,
                    $"Prompt '{prompt.Name}' has words for the option '{option}', and its question has none of that name",
                    $"The options are {string.Join(", ", options)}.");
            }
        }
    }
}
