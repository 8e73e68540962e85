using OutreachBot.Places;
using OutreachBot.Responders;

namespace OutreachBot.Routing;

/// <summary>Filters, tiers, scores; pure.</summary>
/// <remarks>
/// Who must not learn of a tip is taken out before anything is ranked, and nothing that is weighed depends on them: with and
/// without a conflicted person on file the others stand in the same order with the same points.
/// </remarks>
internal sealed class Router(Gazetteer gazetteer) : IRouter
{
    public Ranking Rank(RoutingQuestion question, IReadOnlyList<Responder> responders, IReadOnlyDictionary<ResponderId, int> openCases)
    {
        var coverage = Coverage.Of(question, gazetteer);
        var scores = new Scoring(question, coverage, gazetteer, openCases);
        var candidates = new List<Candidate>();
        var excluded = new List<Candidate>();
        foreach (var responder in responders)
        {
            var tier = responder.Role == ResponderRole.Coordinator ? Tier.Coordinator : coverage.TierOf(responder, gazetteer);
            if (WhyNot(question, coverage, responder, tier, openCases.GetValueOrDefault(responder.Id)) is { } reason)
            {
                excluded.Add(new Candidate(responder, tier, Scoring.None, reason));
            }
            else
            {
                candidates.Add(new Candidate(responder, tier, scores.Of(responder), Excluded: null));
            }
        }
        return new Ranking(
            [
                .. candidates
                    .OrderBy(c => c.Tier)
                    .ThenBy(c => IsOfAnotherPlace(c, coverage))
                    .ThenByDescending(c => c.Score.Total)
                    .ThenBy(c => c.Responder.LastAlertedAt ?? DateTimeOffset.MinValue)
                    .ThenBy(c => c.Responder.Id.ToString(), StringComparer.Ordinal),
            ],
            [.. excluded.OrderBy(c => c.Responder.Id.ToString(), StringComparer.Ordinal)]);
    }

    // A coordinator of the other country is asked when there is none of this one.
    private bool IsOfAnotherPlace(Candidate candidate, Coverage coverage) =>
        candidate.Tier == Tier.Coordinator && coverage.TierOf(candidate.Responder, gazetteer) is null;

    // The conflict comes first: nothing else that is true of her is looked at.
    private static string? WhyNot(RoutingQuestion question, Coverage coverage, Responder responder, Tier? tier, int open) =>
        question.KeepAway.Contains(responder.Id) || question.Marks.Fit(responder) ? Exclusion.KeptAway
        : responder.OptedOut ? Exclusion.OptedOut
        : responder.Suspended ? Exclusion.Suspended
        : responder.IsSample && question.FromProvider ? Exclusion.Sample
        : question.Tried.Contains(responder.Id) ? Exclusion.Tried
        // A coordinator is the last there is: she finds who has the language and the craft, where no candidate has.
        : responder.Role == ResponderRole.Coordinator ? null
        : question.CoordinatorOnly || coverage.IsUnknown ? Exclusion.CoordinatorOnly
        : responder.Role == ResponderRole.Official && (question.Marks.InstitutionSaid || !question.OfficialsAllowed) ? Exclusion.Official
        : tier is null ? Exclusion.Area
        : !IsCompetent(responder, question.Kind) ? Exclusion.Competence
        : !responder.Languages.Contains(question.Language) ? Exclusion.Language
        : OwnLimits.WhyNot(question, responder, open);

    private static bool IsCompetent(Responder responder, string kind) =>
        responder.Competences.Count == 0 || kind == Scoring.UnknownKind || responder.Competences.Contains(kind, StringComparer.Ordinal);
}
