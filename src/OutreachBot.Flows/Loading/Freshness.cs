using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Loading;

/// <summary>Sends words back to draft whose Spanish has changed since they were made.</summary>
internal static class Freshness
{
    public static Dictionary<LanguageTag, LanguageLayer> Judge(IReadOnlyDictionary<LanguageTag, LanguageLayer> layers)
    {
        var spanish = layers.GetValueOrDefault(LanguageTag.Spanish)?.Prompts;
        return layers.ToDictionary(l => l.Key, l => spanish is null || l.Key == LanguageTag.Spanish ? l.Value : Judge(l.Value, spanish));
    }

    private static LanguageLayer Judge(LanguageLayer layer, IReadOnlyDictionary<string, Prompt> spanish) => layer with
    {
        Prompts = layer.Prompts.ToDictionary(p => p.Key, p => Judge(p.Value, spanish.GetValueOrDefault(p.Key)), StringComparer.Ordinal),
    };

    private static Prompt Judge(Prompt words, Prompt? spanish) =>
        words.Source is null || spanish is null || words.Source == SourceHash.Of(spanish)
            ? words
            : words with { Status = ReviewStatus.Draft, Lapsed = words.Status };
}
