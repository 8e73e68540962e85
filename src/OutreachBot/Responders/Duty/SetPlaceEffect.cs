using OutreachBot.Effects;
using OutreachBot.Places;

namespace OutreachBot.Responders.Duty;

/// <summary>Where she is now: what is near her weighs more.</summary>
internal sealed class SetPlaceEffect(IResponders responders, Gazetteer gazetteer) : IEffectHandler
{
    public string Effect => "set_place";

    public EffectResult Handle(EffectRequest request)
    {
        if (request.Responder is not { } responder || gazetteer.Find(request.Text("where")) is not { } municipality)
        {
            return EffectResult.Of("no_place");
        }
        responders.Save(request.Unit, responder with { Place = municipality.Id });
        return EffectResult.Giving("ok", ("municipality", gazetteer.Label(municipality.Id)));
    }
}
