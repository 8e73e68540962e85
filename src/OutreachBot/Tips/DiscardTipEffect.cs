using OutreachBot.Effects;

namespace OutreachBot.Tips;

/// <summary><c>discard_tip</c>: what was told and not submitted is forgotten, a raised tip with it.</summary>
internal sealed class DiscardTipEffect(ITipStore tips, TipRemoval removal) : IEffectHandler
{
    public string Effect => "discard_tip";

    public EffectResult Handle(EffectRequest request)
    {
        if (TipLinks.Raised(request, tips) is { } raised)
        {
            removal.Withdraw(request.Unit, raised);
        }
        return EffectResult.Of("ok").Linking(TipLinks.UnderWay, null).Linking(TipLinks.Told, null);
    }
}
