using OutreachBot.Effects;

namespace OutreachBot.Tips;

/// <summary><c>describe_tip</c>: of what kind a tip is, said after its receipt; what its responder reads on accepting names it.</summary>
internal sealed class DescribeTipEffect(ITipStore tips, IHandOverStore copies) : IEffectHandler
{
    public string Effect => "describe_tip";

    public EffectResult Handle(EffectRequest request)
    {
        if (TipLinks.Current(request) is not { } id || tips.Find(request.Unit, id) is not { IsOver: false } tip)
        {
            return EffectResult.Of("none");
        }
        var kind = TipKinds.Known(request.Text("kind"));
        tips.Save(request.Unit, tip with { Kind = kind });
        // A copy that was read and destroyed isn't brought back.
        if (copies.Find(request.Unit, id) is { } copy)
        {
            copies.Save(request.Unit, id, copy with { Kind = kind });
        }
        return EffectResult.Of("ok");
    }
}
