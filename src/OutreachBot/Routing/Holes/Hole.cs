using OutreachBot.Flows.Languages;
using OutreachBot.Places;

namespace OutreachBot.Routing.Holes;

/// <summary>A municipality in which somebody is missing.</summary>
/// <param name="Candidates">How many could be asked, by tier, whatever the kind and the language; nobody of a tier: it is not in here.</param>
/// <param name="Now">The tier that a tip would go to at this moment: who is off duty or has her hands full left out. Null: to nobody.</param>
/// <param name="NobodyNear">For each language of the country the kinds that nobody of the municipality or next to it handles in it.</param>
internal sealed record Hole(
    Municipality Municipality,
    IReadOnlyDictionary<Tier, int> Candidates,
    Tier? Now,
    IReadOnlyDictionary<LanguageTag, IReadOnlyList<string>> NobodyNear)
{
    /// <summary>The nearest tier with anybody; null: there is nobody at all.</summary>
    public Tier? Nearest => Candidates.Count == 0 ? null : Candidates.Keys.Min();

    /// <summary>Somebody stands for it, or for a community of it.</summary>
    public bool HasItsOwn => Nearest <= Tier.Municipality;

    /// <summary>Kinds that nobody near handles in any of the languages that count.</summary>
    public IReadOnlyList<string> KindsMissing(IReadOnlyCollection<LanguageTag> languages) =>
        [.. NobodyNear.GetValueOrDefault(languages.First(), []).Where(k => languages.All(l => NobodyNear.GetValueOrDefault(l, []).Contains(k, StringComparer.Ordinal)))];
}
