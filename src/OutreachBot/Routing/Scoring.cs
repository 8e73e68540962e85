using OutreachBot.Flows.Languages;
using OutreachBot.Places;
using OutreachBot.Responders;

namespace OutreachBot.Routing;

/// <summary>Points within a tier: language 30, experience 25, distance 20, availability 15, load 10.</summary>
internal sealed class Scoring(
    RoutingQuestion question, Coverage coverage, Gazetteer gazetteer, IReadOnlyDictionary<ResponderId, int> openCases)
{
    public const string UnknownKind = "unknown";

    public static readonly ScoreParts None = new(0, 0, 0, 0, 0);

    private const int PointsOfAnOpenCase = 2;

    // Metres, and the points of whoever is nearer.
    private static readonly (double Metres, int Points)[] Bands = [(5_000, 20), (20_000, 16), (50_000, 12), (100_000, 8), (200_000, 4)];

    public ScoreParts Of(Responder responder) => new(
        LanguagePoints(responder), ExperiencePoints(responder), DistancePoints(responder), AvailabilityPoints(responder), LoadPoints(responder));

    // Her first language is the one she lives in. A coordinator may have none of it: she then needs Spanish to find who has.
    private int LanguagePoints(Responder responder) =>
        responder.Languages.Count > 0 && responder.Languages[0] == question.Language ? 30
        : responder.Languages.Contains(question.Language) ? 26
        : responder.Languages.Contains(LanguageTag.Spanish) ? 8
        : 0;

    private int ExperiencePoints(Responder responder) =>
        responder.Competences.Contains(question.Kind, StringComparer.Ordinal) ? 25 : responder.Competences.Count == 0 ? 15 : 10;

    private int DistancePoints(Responder responder)
    {
        if (coverage.MetresFrom(responder, gazetteer) is not { } metres)
        {
            return 0;
        }
        foreach (var (most, points) in Bands)
        {
            if (metres <= most)
            {
                return points;
            }
        }
        return 0;
    }

    private int AvailabilityPoints(Responder responder) =>
        !DutyTimes.IsOnDuty(responder, question.Now) ? 0
        : question.Urgency == Urgency.Urgent || DutyTimes.IsDutyTime(responder, question.Now) ? 15
        : 8;

    private int LoadPoints(Responder responder) =>
        Math.Max(0, 10 - (PointsOfAnOpenCase * openCases.GetValueOrDefault(responder.Id)));
}
