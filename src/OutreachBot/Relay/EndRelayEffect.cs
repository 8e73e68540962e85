using OutreachBot.Effects;
using OutreachBot.Tips;

namespace OutreachBot.Relay;

/// <summary><c>end_relay</c>: either end wants no more of it. What waits goes; with the reporter's word, the number kept to ask back too.</summary>
internal sealed class EndRelayEffect(CaseEnds ends, CaseTalk talk) : IEffectHandler
{
    public string Effect => "end_relay";

    public EffectResult Handle(EffectRequest request)
    {
        var here = ends.Of(request);
        if (here is { End: RelayEnd.Responder })
        {
            talk.End(request.Unit, here.Tip.Id, RelayEnd.Responder);
        }
        return request.Call.Run.Length > 0 ? EffectResult.Of("ok") : EndAll(request, here);
    }

    // "We don't write to you any more" is true of every case of hers, over or not.
    private EffectResult EndAll(EffectRequest request, CaseEnd? here)
    {
        var result = EffectResult.Of("ok");
        HashSet<TipId> hers = [.. TipLinks.Cases(request.Session)];
        if (here is not null)
        {
            hers.Add(here.Tip.Id);
        }
        foreach (var id in hers)
        {
            talk.End(request.Unit, id, RelayEnd.Reporter);
            result = result.Linking(TipLinks.Case(id), null);
        }
        return result;
    }
}
