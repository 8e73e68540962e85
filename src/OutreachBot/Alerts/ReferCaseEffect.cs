using System.Globalization;
using OutreachBot.Effects;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Alerts;

/// <summary><c>refer_case</c>: a defender asks a coordinator to refer the case; a coordinator refers it to an office.</summary>
/// <remarks>Whoever has the case keeps it until the other accepts.</remarks>
internal sealed class ReferCaseEffect(HeldAlerts held, ITipStore tips, IAlertStore alerts, CandidateSearch search, Dispatch dispatch)
    : IEffectHandler
{
    public string Effect => "refer_case";

    public EffectResult Handle(EffectRequest request)
    {
        if (held.Of(request) is not { } alert || tips.Find(request.Unit, alert.Tip) is not { IsOver: false } tip)
        {
            return EffectResult.Of("gone");
        }
        if (To(request.Unit, tip, request.Responder!, Chosen(request)) is not { } next)
        {
            return EffectResult.Of("nobody");
        }
        if (request.Responder!.Role == ResponderRole.Coordinator)
        {
            var discretion = tips.DiscretionOf(request.Unit, tip.Id);
            tips.Save(request.Unit, tip.Id, discretion with { Consent = request.Text("consent"), ReferredBy = request.Responder.Id });
        }
        dispatch.Send(request.Unit, tip, next, AlertPart.Referral);
        return EffectResult.Of("ok");
    }

    private Candidate? To(UnitOfWork unit, Tip tip, Responder from, string? chosen)
    {
        var made = alerts.OfTip(unit, tip.Id);
        // Asked before and still waiting, in conflict, or the one who asks: none of these.
        var no = made.Where(a => a.State is AlertState.Conflicted or AlertState.Offered || a.IsHeld).Select(a => a.Responder).Append(from.Id).ToHashSet();
        return from.Role == ResponderRole.Coordinator
            ? search.FindOffices(unit, tip, no).FirstOrDefault(c => chosen is null || c.Responder.Id.ToString() == chosen)
            : search.Find(unit, tip, no).FirstOrDefault(c => c.Tier == Tier.Coordinator);
    }

    // Her digit means what stood on her screen, whoever has come on file since.
    private static string? Chosen(EffectRequest request) =>
        int.TryParse(request.Text("office"), CultureInfo.InvariantCulture, out var digit)
        && request.Text("among")?.Split(' ') is { } shown
            ? shown.ElementAtOrDefault(digit - 1) ?? ""
            : null;
}
