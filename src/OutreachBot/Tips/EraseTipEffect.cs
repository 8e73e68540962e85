using OutreachBot.Effects;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Receipts;

namespace OutreachBot.Tips;

/// <summary><c>erase_tip</c>: BORRAR and a code. One answer, whether or not there was anything.</summary>
internal sealed class EraseTipEffect(ITipStore tips, IReceiptCodes codes, TipRemoval removal, GuessPace guesses) : IEffectHandler
{
    public string Effect => "erase_tip";

    public EffectResult Handle(EffectRequest request)
    {
        var code = codes.Read(request.Text("code") ?? "").Code;
        // Hashed also when it can't be a code: the one answer takes one time.
        var hash = codes.HashOf(code ?? ReceiptCode.Draw());
        if (code is null || guesses.MustWait(request.Person, request.Unit.Now))
        {
            return EffectResult.Of("ok");
        }
        if (tips.FindByCode(request.Unit, hash) is { } id && tips.Find(request.Unit, id) is { } tip)
        {
            removal.Withdraw(request.Unit, tip);
        }
        else
        {
            guesses.Failed(request.Unit, request.Person);
        }
        return EffectResult.Of("ok");
    }
}
