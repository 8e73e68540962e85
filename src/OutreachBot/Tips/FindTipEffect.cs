using OutreachBot.Effects;
using OutreachBot.Privacy;

namespace OutreachBot.Tips;

/// <summary><c>find_tip</c>: opens a tip by the code of its receipt, for this conversation.</summary>
internal sealed class FindTipEffect(ITipStore tips, IReceiptCodes codes, ICaseStore cases, IAlerting alerting, IGuessPace guesses)
    : IEffectHandler
{
    public string Effect => "find_tip";

    public EffectResult Handle(EffectRequest request)
    {
        // The check digit tells nothing that a guesser can't reckon herself.
        if (codes.Read(request.Text("code") ?? "").Code is not { } code)
        {
            return EffectResult.Of("typo");
        }
        if (guesses.MustWait(request.Person, request.Unit.Now))
        {
            return EffectResult.Of("wait");
        }
        // The same work for an unknown code: timing must not tell whether it exists.
        var hash = codes.HashOf(code);
        var id = tips.FindByCode(request.Unit, hash) ?? TipId.Draw();
        if (tips.Find(request.Unit, id) is not { } tip || !Fits(tip, request.Text("where")))
        {
            guesses.Failed(request.Unit, request.Person);
            return EffectResult.Of("not_found");
        }
        return EffectResult
            .Giving(
                "found",
                ("status", TipStatus.Of(tip, alerting.IsAttended(request.Unit, tip))),
                ("question_waits", cases.Waits(request.Unit, id, RelayEnd.Reporter) ? "yes" : "no"))
            .Linking(TipLinks.Opened, TipLinks.Open(request, id));
    }

    // None known: any answer passes. Where one is, no answer is a wrong one.
    private static bool Fits(Tip tip, string? where) => tip.Municipality is null || tip.Municipality == where;
}
