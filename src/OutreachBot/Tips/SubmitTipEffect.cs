using Microsoft.Extensions.Options;
using OutreachBot.Effects;
using OutreachBot.Privacy;
using OutreachBot.Settings;

namespace OutreachBot.Tips;

/// <summary><c>submit_tip</c>: the whole tip, sealed and routed; she gets the code of her receipt.</summary>
internal sealed class SubmitTipEffect(
    ITipStore tips, TipIntake intake, IReceiptCodes codes, ITipSurge surge, IAlerting alerting, IOptions<LimitsOptions> limits)
    : IEffectHandler
{
    public string Effect => "submit_tip";

    public EffectResult Handle(EffectRequest request)
    {
        var telling = Telling.Of(request);
        var raised = TipLinks.Raised(request, tips);
        var beyond = raised is null ? TipLinks.CountToday(request) - limits.Value.TipsPerPersonPerDay : -1;
        var toldBefore = raised is null ? null : SealedTip.TryRead(request.Link(TipLinks.Told));
        var tip = intake.Submit(
            request.Unit, telling, raised, toldBefore,
            (told, discretion) => beyond < 0 && raised is null && surge.Holds(request, told, discretion) ? TipReach.Surge : ReachOf(beyond));
        if (tips.DiscretionOf(request.Unit, tip.Id) is { OfSurge: true } held && !tip.IsOfNoPlace && surge.IsNews(request, tip, held))
        {
            alerting.TellOfSurge(request.Unit, tip);
        }
        var (code, hash) = codes.Draw();
        tips.KeepCode(request.Unit, tip.Id, hash);
        // The same answer whether or not it was one too many: who floods would count by it what others tell, and who holds her
        // phone what she told today.
        return EffectResult.Giving(tip.Municipality is null ? "no_place" : "ok", ("code", code.Grouped))
            .Linking(TipLinks.UnderWay, TipLinks.Open(request, tip.Id))
            .Linking(TipLinks.Told, null)
            .Linking(TipLinks.Today, TipLinks.WithOneMoreToday(request));
    }

    // What is too much for a day is kept like the rest, and a coordinator sees it. She is told of the first, and of a danger, at
    // once; after that no phone rings for it on the spot, or one flooder could hold up everybody's.
    private static TipReach ReachOf(int beyond) => beyond switch
    {
        < 0 => TipReach.All,
        0 => TipReach.Coordinator,
        _ => TipReach.Later,
    };
}
