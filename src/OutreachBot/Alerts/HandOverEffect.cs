using OutreachBot.Effects;
using OutreachBot.Tips;

namespace OutreachBot.Alerts;

/// <summary><c>hand_over</c>: what whoever accepted needs to know.</summary>
internal sealed class HandOverEffect(HeldAlerts held, ITipStore tips, HandOvers handOvers, ICaseStore cases, IAlerting alerting, CaseWords words)
    : IEffectHandler
{
    public string Effect => "hand_over";

    public EffectResult Handle(EffectRequest request)
    {
        if (held.Of(request) is not { } alert
            || tips.Find(request.Unit, alert.Tip) is not { IsOver: false } tip)
        {
            return EffectResult.Of("gone");
        }
        var copy = handOvers.Read(request.Unit, tip);
        alerting.NewsWasRead(request.Unit, tip);
        return EffectResult.Giving(
            "ok",
            ("summary", words.Summary(copy, request.Responder!, tips.DiscretionOf(request.Unit, tip.Id).Consent, IsNotToBeRung(request, tip))),
            ("minor", copy.Minor ? "yes" : "no"),
            ("kept_away", copy.KeptAway ? "yes" : "no"));
    }

    private bool IsNotToBeRung(EffectRequest request, Tip tip) => cases.ContactOf(request.Unit, tip.Id) is { NoCall: true };
}
