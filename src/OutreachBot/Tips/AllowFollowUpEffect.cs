using OutreachBot.Effects;

namespace OutreachBot.Tips;

/// <summary><c>allow_follow_up</c>: she may be asked back; her number is kept for this tip.</summary>
internal sealed class AllowFollowUpEffect(ITipStore tips, ICaseStore cases) : IEffectHandler
{
    public string Effect => "allow_follow_up";

    public EffectResult Handle(EffectRequest request)
    {
        if (request.Address is not { } address
            || TipLinks.Current(request) is not { } id
            || tips.Find(request.Unit, id) is not { IsOver: false })
        {
            return EffectResult.Of("no_tip");
        }
        cases.KeepContact(request.Unit, id, new Contact(address, request.Text("hours")));
        return EffectResult.Of("ok").Linking(TipLinks.Case(id), "1");
    }
}
