using OutreachBot.Effects;
using OutreachBot.Responders;
using OutreachBot.Tips;

namespace OutreachBot.Alerts;

/// <summary><c>find_offices</c>: where a coordinator may refer her case to, the fittest first; a defender asks a coordinator instead.</summary>
internal sealed class FindOfficesEffect(HeldAlerts held, ITipStore tips, IAlertStore alerts, CandidateSearch search) : IEffectHandler
{
    /// <summary>More don't fit one message.</summary>
    private const int Shown = 3;

    private const int LongestName = 30;

    public string Effect => "find_offices";

    public EffectResult Handle(EffectRequest request)
    {
        if (held.Of(request) is not { } alert || tips.Find(request.Unit, alert.Tip) is not { IsOver: false } tip)
        {
            return EffectResult.Of("gone");
        }
        if (request.Responder!.Role != ResponderRole.Coordinator)
        {
            return EffectResult.Of("coordinator");
        }
        var waiting = alerts.OfTip(request.Unit, tip.Id)
            .Where(a => a.State is AlertState.Conflicted or AlertState.Offered || a.IsHeld)
            .Select(a => a.Responder).ToHashSet();
        var offices = search.FindOffices(request.Unit, tip, waiting).Take(Shown).Select(c => c.Responder).ToList();
        return offices.Count == 0
            ? EffectResult.Of("nobody")
            : EffectResult.Giving(
                "some",
                ("offices", string.Join(' ', offices.Select((o, at) => $"{at + 1} {NameOf(o)}"))),
                ("office_ids", string.Join(' ', offices.Select(o => o.Id))));
    }

    private static string NameOf(Responder office)
    {
        var name = string.IsNullOrWhiteSpace(office.Institution) ? office.Name : office.Institution;
        return name.Length <= LongestName ? name : name[..LongestName].TrimEnd();
    }
}
