using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Routing.KeepAway;

namespace OutreachBot.Tests.Adversaries.SwitchedOff;

/// <summary>The router, with its filter off: whom it must not ask is asked like anybody.</summary>
internal sealed class NobodyKeptAway(IRouter router) : IRouter
{
    public Ranking Rank(RoutingQuestion question, IReadOnlyList<Responder> responders, IReadOnlyDictionary<ResponderId, int> openCases) =>
        router.Rank(question with { KeepAway = new HashSet<ResponderId>(), Marks = KeptMarks.None, CoordinatorOnly = false }, responders, openCases);
}
