using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary>Finds who may be offered a tip next, best first.</summary>
internal sealed class CandidateSearch(Routing.IRouter router, IResponders responders, IAlertStore alerts, ITipStore tips)
{
    /// <summary>More than this nobody can answer. It binds no coordinator: she is the last there is, and the doctor notes it long before.</summary>
    private const int MostOpen = 500;

    /// <summary>What the codes of one person have room for, with many to spare.</summary>
    private const int MostForCodes = 8_000;

    /// <param name="tried">Who is not to be asked now.</param>
    public IReadOnlyList<Candidate> Find(UnitOfWork unit, Tip tip, IReadOnlySet<ResponderId> tried)
    {
        var standings = alerts.Standings(unit);
        var question = QuestionOf(unit, tip, tried);
        var people = responders.All(unit).Where(r => !r.Covered).Select(r => WithStanding(r, standings)).ToList();
        var load = standings.ToDictionary(s => s.Key, s => s.Value.Open);
        return [.. router.Rank(question, people, load).Candidates
            .Where(c => MayBeAsked(c, tip.Urgency, unit.Now) && load.GetValueOrDefault(c.Responder.Id) < MostOf(c, tip.Urgency))];
    }

    /// <summary>The offices a coordinator may refer the tip to.</summary>
    public IReadOnlyList<Candidate> FindOffices(UnitOfWork unit, Tip tip, IReadOnlySet<ResponderId> tried)
    {
        // She has read the words: offices may be asked, but not one that they mean.
        var question = QuestionOf(unit, tip, tried);
        question = question with { OfficialsAllowed = true, CoordinatorOnly = false, Marks = question.Marks with { InstitutionSaid = false } };
        var officials = responders.All(unit).Where(r => r is { Role: ResponderRole.Official, Covered: false }).ToList();
        return router.Rank(question, officials, new Dictionary<ResponderId, int>()).Candidates;
    }

    private RoutingQuestion QuestionOf(UnitOfWork unit, Tip tip, IReadOnlySet<ResponderId> tried)
    {
        var discretion = tips.DiscretionOf(unit, tip.Id);
        return new RoutingQuestion(
            tip.Municipality, tip.Department, tip.Country, tip.Kind, tip.Urgency, tip.Language, discretion.KeepAway,
            discretion.CoordinatorOnly || discretion.OneTooMany, discretion.OfficialsAllowed, tip.FromProvider, tried, unit.Now)
        {
            Marks = discretion.Marks,
            Community = discretion.Community,
        };
    }

    // Off duty only what is urgent rings; but a coordinator is the last there is, and keeps what nobody took.
    private static bool MayBeAsked(Candidate candidate, Urgency urgency, DateTimeOffset now) =>
        DutyTimes.IsOnDuty(candidate.Responder, now) || urgency == Urgency.Urgent || candidate.Tier == Tier.Coordinator;

    private static int MostOf(Candidate candidate, Urgency urgency) =>
        urgency == Urgency.Urgent || candidate.Tier == Tier.Coordinator ? MostForCodes : MostOpen;

    private static Responder WithStanding(Responder responder, IReadOnlyDictionary<ResponderId, Standing> standings) =>
        standings.TryGetValue(responder.Id, out var standing)
            ? responder with { LastAlertedAt = standing.LastAlertedAt }
            : responder;
}
