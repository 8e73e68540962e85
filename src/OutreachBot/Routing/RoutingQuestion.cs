using OutreachBot.Flows.Languages;
using OutreachBot.Responders;
using OutreachBot.Routing.KeepAway;

namespace OutreachBot.Routing;

public enum Urgency
{
    Normal,
    High,
    Urgent,
}

public enum Tier
{
    Community,
    Municipality,
    Neighbour,
    Department,
    National,
    Coordinator,
}

/// <summary>All that may decide who gets an alert.</summary>
/// <param name="Municipality">Place id, or null when unknown: then the coordinator.</param>
/// <param name="Department">Known where only that is.</param>
/// <param name="Kind">A kind of ROUTING; <c>unknown</c> fits any competence.</param>
/// <param name="KeepAway">Responders named, and those of a named institution or community.</param>
/// <param name="CoordinatorOnly">The words of whom to keep away name nobody on file: no local candidate until a coordinator has read them.</param>
/// <param name="OfficialsAllowed">Danger now with consent or a child, or the reporter's choice.</param>
/// <param name="FromProvider">Came through a provider: never routed to a sample.</param>
/// <param name="Tried">Who had it and did not take it.</param>
public sealed record RoutingQuestion(
    string? Municipality,
    string? Department,
    string? Country,
    string Kind,
    Urgency Urgency,
    LanguageTag Language,
    IReadOnlySet<ResponderId> KeepAway,
    bool CoordinatorOnly,
    bool OfficialsAllowed,
    bool FromProvider,
    IReadOnlySet<ResponderId> Tried,
    DateTimeOffset Now)
{
    /// <summary>The id of the village or quarter it is in; null when unknown, as it is without imported places.</summary>
    public string? Community { get; init; }

    /// <summary>What those kept away are known by beside their ids.</summary>
    public KeptMarks Marks { get; init; } = KeptMarks.None;
}

/// <summary>The points of a candidate within her tier, by reason; the sum is the score.</summary>
public sealed record ScoreParts(int Language, int Experience, int Distance, int Availability, int Load)
{
    public int Total => Language + Experience + Distance + Availability + Load;
}

/// <summary>A responder weighed for a tip.</summary>
/// <param name="Excluded">Why not, in one word of the contract; null for a candidate.</param>
public sealed record Candidate(Responder Responder, Tier? Tier, ScoreParts Score, string? Excluded);

/// <summary>Everybody, weighed: candidates best first, then who is excluded and why.</summary>
public sealed record Ranking(IReadOnlyList<Candidate> Candidates, IReadOnlyList<Candidate> Excluded);

/// <summary>Ranks; pure.</summary>
public interface IRouter
{
    /// <param name="openCases">Open alerts and cases by responder, for the load points.</param>
    Ranking Rank(RoutingQuestion question, IReadOnlyList<Responder> responders, IReadOnlyDictionary<ResponderId, int> openCases);
}
