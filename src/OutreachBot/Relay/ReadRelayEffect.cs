using OutreachBot.Effects;
using OutreachBot.Tips;

namespace OutreachBot.Relay;

/// <summary><c>read_relay</c>: the next words from the other end of the case. They are deleted as they are read.</summary>
internal sealed class ReadRelayEffect(ICaseStore cases, CaseEnds ends, IAlerting alerting) : IEffectHandler
{
    public string Effect => "read_relay";

    public EffectResult Handle(EffectRequest request)
    {
        if (ends.Of(request) is not { } here)
        {
            return ends.OverFor(request) is { } over ? Ended(request, over) : EffectResult.Of("nothing");
        }
        if (cases.Take(request.Unit, here.Tip.Id, here.End) is not { } words)
        {
            return EffectResult.Of("nothing");
        }
        request.Unit.LeaveNoTrace();
        var read = EffectResult.Giving("message", ("message", words));
        if (here.End == RelayEnd.Responder)
        {
            alerting.NewsWasRead(request.Unit, here.Tip);
            return read;
        }
        // What she answers belongs to the case she was just asked about.
        return read.Linking(TipLinks.Opened, TipLinks.Open(request, here.Tip.Id));
    }

    // She may still read how it went; that it is hers isn't kept any longer.
    private static EffectResult Ended(EffectRequest request, TipId tip) =>
        EffectResult.Of("ended").Linking(TipLinks.Case(tip), null).Linking(TipLinks.Opened, TipLinks.Open(request, tip));
}
