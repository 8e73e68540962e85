using OutreachBot.Effects;
using OutreachBot.Places;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary><c>find_defender</c>: a coordinator has read a case and gives it to whom the router finds near it.</summary>
/// <remarks>
/// She has read whom to keep away, so the case is no longer for coordinators alone; whoever was named, or declared a conflict, stays
/// away from it as before. Where nobody may be asked it stays hers, and as it was but for its place.
/// </remarks>
internal sealed class FindDefenderEffect(
    HeldAlerts held, ITipStore tips, IAlertStore alerts, IHandOverStore copies, Gazetteer gazetteer, CandidateSearch search, CaseReturn cases)
    : IEffectHandler
{
    /// <summary>BO-01.</summary>
    private const int DepartmentLength = 5;

    public string Effect => "find_defender";

    public EffectResult Handle(EffectRequest request)
    {
        var unit = request.Unit;
        if (request.Responder is not { Role: ResponderRole.Coordinator }
            || held.Of(request) is not { } alert
            || tips.Find(unit, alert.Tip) is not { IsOver: false } tip)
        {
            return EffectResult.Of("gone");
        }
        if (request.Text("where") is { } where)
        {
            tip = Placed(unit, tip, where);
        }
        if (tip.Municipality is null && tip.Department is null)
        {
            return EffectResult.Of("place");
        }
        var before = tips.DiscretionOf(unit, tip.Id);
        tips.Save(unit, tip.Id, before with { CoordinatorOnly = false, OneTooMany = false });
        if (!IsAnybodyThere(unit, tip))
        {
            tips.Save(unit, tip.Id, before);
            return EffectResult.Of("nobody");
        }
        return EffectResult.Of(cases.GiveBack(unit, alert) ? "ok" : "gone");
    }

    private Tip Placed(UnitOfWork unit, Tip tip, string where)
    {
        var municipality = gazetteer.Find(where);
        if (municipality is null && where.Length != DepartmentLength)
        {
            return tip;
        }
        var placed = tip with { Municipality = municipality?.Id, Department = municipality is null ? where : null, Country = where[..2] };
        tips.Save(unit, placed);
        if (copies.Find(unit, tip.Id) is { } copy)
        {
            copies.Save(unit, tip.Id, copy with { Municipality = where });
        }
        return placed;
    }

    // The same whom an offer leaves out.
    private bool IsAnybodyThere(UnitOfWork unit, Tip tip)
    {
        var tried = alerts.OfTip(unit, tip.Id).Where(a => a.State != AlertState.Taken).Select(a => a.Responder).ToHashSet();
        return search.Find(unit, tip, tried).Any(c => c.Tier != Tier.Coordinator);
    }
}
