using OutreachBot.Effects;

namespace OutreachBot.Tips;

/// <summary><c>withdraw_tip</c>: the tip that is open here is deleted.</summary>
internal sealed class WithdrawTipEffect(ITipStore tips, TipRemoval removal) : IEffectHandler
{
    public string Effect => "withdraw_tip";

    public EffectResult Handle(EffectRequest request)
    {
        if (TipLinks.Current(request) is not { } id)
        {
            return EffectResult.Of("ok");
        }
        if (tips.Find(request.Unit, id) is { } tip)
        {
            removal.Withdraw(request.Unit, tip);
        }
        return EffectResult.Of("ok")
            .Linking(TipLinks.Opened, null)
            .Linking(TipLinks.UnderWay, null)
            .Linking(TipLinks.Case(id), null);
    }
}
