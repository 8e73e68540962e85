using OutreachBot.Effects;
using OutreachBot.Privacy;

namespace OutreachBot.Tips;

/// <summary><c>add_to_tip</c>: more words, in a seal of their own; whoever has the case learns that something came.</summary>
internal sealed class AddToTipEffect(ITipStore tips, KeptFrom keptFrom, ISeals seals, ITipMedia media, IAlerting alerting) : IEffectHandler
{
    public string Effect => "add_to_tip";

    public EffectResult Handle(EffectRequest request)
    {
        if (TipLinks.Current(request) is not { } id || tips.Find(request.Unit, id) is not { IsOver: false } tip)
        {
            return EffectResult.Of("none");
        }
        var words = SealedTip.Of(SealedPart.Added, tips.SealsOf(request.Unit, id).Count, tip.Language, request.Text("story")) with
        {
            Media = Telling.MediaOf(request.Call.With.GetValueOrDefault("story")),
        };
        tips.AddSeal(request.Unit, id, seals.Seal(request.Unit, words.ToJson(), keptFrom.Of(request.Unit, id)));
        media.GiveTo(request.Unit, id, words.Media);
        alerting.TellOfNews(request.Unit, tip);
        return EffectResult.Of("ok");
    }
}
