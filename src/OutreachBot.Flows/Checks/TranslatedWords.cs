using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Checks;

/// <summary>Words of another language beside the Spanish they stand for.</summary>
internal static class TranslatedWords
{
    public static IEnumerable<(Prompt Words, Prompt Spanish, LanguageTag Language)> Of(FlowBook book)
    {
        var layers = book.Flows.Values.OrderBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => f.Layers.ToDictionary(l => l.Key, l => l.Value.Prompts))
            .Append(book.SharedPrompts.ToDictionary(l => l.Key, l => l.Value));
        foreach (var byLanguage in layers)
        {
            if (!byLanguage.TryGetValue(LanguageTag.Spanish, out var spanish))
            {
                continue;
            }
            foreach (var (language, prompts) in byLanguage.Where(l => l.Key != LanguageTag.Spanish))
            {
                foreach (var words in prompts.Values.Where(w => spanish.ContainsKey(w.Name)))
                {
                    yield return (words, spanish[words.Name], language);
                }
            }
        }
    }
}
