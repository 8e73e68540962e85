using OutreachBot.Effects;
using OutreachBot.Media;
using OutreachBot.Tips;

namespace OutreachBot.Relay;

/// <summary><c>read_relay</c>: the next thing from the other end of the case. Words are deleted as they are read.</summary>
internal sealed class ReadRelayEffect(ICaseStore cases, CaseEnds ends, MediaGiving giving, MediaRoads roads, IAlerting alerting) : IEffectHandler
{
    public string Effect => "read_relay";

    public EffectResult Handle(EffectRequest request)
    {
        if (ends.Of(request) is not { } here)
        {
            return ends.OverFor(request) is { } over ? Ended(request, over) : EffectResult.Of("nothing");
        }
        if (Next(request, here) is not { } item)
        {
            return EffectResult.Of("nothing");
        }
        request.Unit.LeaveNoTrace();
        var read = item switch
        {
            RelayItem.Words words => EffectResult.Giving("message", ("message", words.Text)),
            RelayItem.Voiced voiced => Show(request, here, voiced),
            _ => EffectResult.Of("lost"),
        };
        if (here.End == RelayEnd.Responder)
        {
            alerting.NewsWasRead(request.Unit, here.Tip);
            return read;
        }
        // What she answers belongs to the case she was just asked about.
        return read.Linking(TipLinks.Opened, TipLinks.Open(request, here.Tip.Id));
    }

    // What was set aside came first.
    private RelayItem? Next(EffectRequest request, CaseEnd here)
    {
        var written = (roads.CarriesHere(request) ? cases.TakeAside(request.Unit, here.Tip.Id, here.End) : null)
            ?? cases.Take(request.Unit, here.Tip.Id, here.End);
        return written is null ? null : RelayItem.Read(written);
    }

    private EffectResult Show(EffectRequest request, CaseEnd here, RelayItem.Voiced voiced)
    {
        if (roads.CarriesHere(request))
        {
            return giving.Give(request.Unit, voiced.Medium) is { } name
                ? EffectResult.Of("media") with { Media = [name] }
                : EffectResult.Of("lost");
        }
        if (roads.CarriesElsewhere(request))
        {
            cases.PutAside(request.Unit, here.Tip.Id, here.End, voiced.Write());
            return EffectResult.Of("elsewhere");
        }
        giving.Drop(request.Unit, voiced.Medium.Id);
        return EffectResult.Of("lost");
    }

    // She may still read how it went; that it is hers isn't kept any longer.
    private static EffectResult Ended(EffectRequest request, TipId tip) =>
        EffectResult.Of("ended").Linking(TipLinks.Case(tip), null).Linking(TipLinks.Opened, TipLinks.Open(request, tip));
}
