using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Checks;

/// <summary><c>missing_words</c>: prompts that a language doesn't have and that are said in Spanish there; a list, not an error.</summary>
internal sealed class MissingWords : ICheck
{
    private const int Named = 6;

    public IEnumerable<Diagnostic> Find(CheckedBook book)
    {
        foreach (var flow in book.Book.Flows.Values.Where(f => f.Layers.ContainsKey(LanguageTag.Spanish)))
        {
            var spanish = flow.Layers[LanguageTag.Spanish].Prompts;
            foreach (var layer in flow.Layers.Values.Where(l => l.Language != LanguageTag.Spanish))
            {
                var missing = spanish.Keys.Where(p => !layer.Prompts.ContainsKey(p)).ToList();
                if (missing.Count > 0)
                {
                    yield return new Diagnostic("missing_words", Severity.Warning, layer.Spot,
                        $"{missing.Count} of {spanish.Count} prompts have no words in {layer.Language}: {List(missing)}",
                        "They are said in Spanish, after a notice; add what is attested.");
                }
            }
        }
    }

    private static string List(List<string> names) =>
        string.Join(", ", names.Take(Named)) + (names.Count > Named ? " …" : "");
}
