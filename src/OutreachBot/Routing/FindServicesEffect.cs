using OutreachBot.Addresses;
using OutreachBot.Effects;
using OutreachBot.Flows.Languages;
using OutreachBot.Places;
using OutreachBot.Responders;

namespace OutreachBot.Routing;

/// <summary>Whether somebody is there for a place, now or later; never who.</summary>
internal sealed class FindServicesEffect(IRouter router, IResponders responders, Gazetteer gazetteer) : IEffectHandler
{
    private static readonly HashSet<ResponderId> Nobody = [];
    private static readonly Dictionary<ResponderId, int> NoCases = [];

    public string Effect => "find_services";

    public EffectResult Handle(EffectRequest request)
    {
        if (gazetteer.Find(request.Text("where")) is not { } municipality)
        {
            return EffectResult.Of("no_place");
        }
        var question = new RoutingQuestion(
            municipality.Id, municipality.Department, municipality.Country, Scoring.UnknownKind, Urgency.Normal,
            request.Session.Language ?? LanguageTag.Spanish, Nobody, CoordinatorOnly: false, OfficialsAllowed: false,
            FromProvider: request.Channel != Channel.Simulator, Nobody, request.Unit.Now);
        var near = router.Rank(question, responders.All(request.Unit), NoCases).Candidates
            .Where(c => c.Tier != Tier.Coordinator).Select(c => c.Responder).ToList();
        var outcome = near.Exists(r => DutyTimes.IsOnDuty(r, request.Unit.Now) && DutyTimes.IsDutyTime(r, request.Unit.Now)) ? "on_duty"
            : near.Count > 0 ? "later"
            : "nobody";
        return EffectResult.Giving(outcome, ("municipality", gazetteer.Label(municipality.Id)));
    }
}
