using OutreachBot.Flows.Languages;
using OutreachBot.Places;
using OutreachBot.Responders;

namespace OutreachBot.Routing.Holes;

/// <summary>Asks the router, for each municipality, who would be there for a tip; pure.</summary>
/// <remarks>What it says of a tier is what the router says: it asks it of every kind in every language of the country.</remarks>
/// <param name="kinds">Those a tip may have.</param>
internal sealed class HoleSearch(Gazetteer gazetteer, IRouter router, IReadOnlyList<string> kinds)
{
    private static readonly HashSet<ResponderId> Nobody = [];
    private static readonly Dictionary<ResponderId, int> NoCases = [];

    public static IReadOnlyList<LanguageTag> LanguagesOf(string country) => [.. LanguageTag.All.Where(l => LanguagePriors.IsSpokenIn(country, l))];

    /// <param name="open">Their open alerts and cases.</param>
    /// <returns>How each municipality stands, holes or not, in the order of their ids.</returns>
    public IEnumerable<Hole> Look(IReadOnlyList<Responder> people, IReadOnlyDictionary<ResponderId, int> open, DateTimeOffset now)
    {
        foreach (var municipality in gazetteer.Municipalities.OrderBy(m => m.Id, StringComparer.Ordinal))
        {
            yield return Look(municipality, people, open, now);
        }
    }

    private Hole Look(Municipality municipality, IReadOnlyList<Responder> people, IReadOnlyDictionary<ResponderId, int> open, DateTimeOffset now)
    {
        var question = QuestionOf(municipality, now);
        var covering = Covering(question, people);
        var tiers = new Dictionary<ResponderId, Tier>();
        var missing = new Dictionary<LanguageTag, IReadOnlyList<string>>();
        Tier? atOnce = null;
        foreach (var language in LanguagesOf(municipality.Country))
        {
            var nobody = new List<string>();
            foreach (var kind in kinds)
            {
                var candidates = router.Rank(question with { Language = language, Kind = kind }, covering, NoCases).Candidates;
                foreach (var candidate in candidates)
                {
                    tiers[candidate.Responder.Id] = candidate.Tier ?? Tier.Coordinator;
                }
                if (!candidates.Any(c => c.Tier <= Tier.Neighbour))
                {
                    nobody.Add(kind);
                }
                var first = router.Rank(question with { Language = language, Kind = kind }, covering, open).Candidates
                    .FirstOrDefault(c => c.Tier == Tier.Coordinator || DutyTimes.IsOnDuty(c.Responder, now))?.Tier;
                atOnce = first is { } tier && (atOnce is null || tier < atOnce) ? tier : atOnce;
            }
            if (nobody.Count > 0)
            {
                missing.Add(language, nobody);
            }
        }
        return new Hole(municipality, tiers.Values.GroupBy(t => t).ToDictionary(t => t.Key, t => t.Count()), atOnce, missing);
    }

    // Most people are elsewhere: they are left out before forty questions are asked of each.
    private List<Responder> Covering(RoutingQuestion question, IReadOnlyList<Responder> people)
    {
        var ranking = router.Rank(question, people, NoCases);
        return [.. ranking.Candidates.Concat(ranking.Excluded).Where(c => c.Tier is not null).Select(c => c.Responder)];
    }

    private static RoutingQuestion QuestionOf(Municipality municipality, DateTimeOffset now) => new(
        municipality.Id, municipality.Department, municipality.Country, Scoring.UnknownKind, Urgency.Normal, LanguageTag.Spanish,
        Nobody, CoordinatorOnly: false, OfficialsAllowed: false, FromProvider: false, Nobody, now);
}
