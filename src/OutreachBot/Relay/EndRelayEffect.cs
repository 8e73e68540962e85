using OutreachBot.Effects;
using OutreachBot.Tips;

namespace OutreachBot.Relay;

/// <summary><c>end_relay</c>: either end wants no more of it. What waits goes, and the number kept to ask back.</summary>
internal sealed class EndRelayEffect(ICaseStore cases, CaseEnds ends) : IEffectHandler
{
    public string Effect => "end_relay";

    public EffectResult Handle(EffectRequest request)
    {
        if (ends.Of(request) is not { } here)
        {
            return EffectResult.Of("ok");
        }
        cases.Destroy(request.Unit, here.Tip.Id);
        request.Unit.LeaveNoTrace();
        var result = EffectResult.Of("ok");
        return here.End == RelayEnd.Reporter ? result.Linking(TipLinks.Case(here.Tip.Id), null) : result;
    }
}
