using OutreachBot.Agenda;
using OutreachBot.Effects;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Receipts;
using OutreachBot.Transactions;

namespace OutreachBot.Tips;

/// <summary><c>erase_tip</c>: BORRAR and a code. One answer, whether or not there was anything.</summary>
internal sealed class EraseTipEffect(ITipStore tips, IReceiptCodes codes, IAgenda agenda, IGuessPace guesses) : IEffectHandler
{
    public string Effect => "erase_tip";

    // The one answer takes one time: a hash, a search and a line in the agenda, whatever was written. What a right code
    // leads to is done when the answer has left.
    public EffectResult Handle(EffectRequest request)
    {
        var code = codes.Read(request.Text("code") ?? "").Code;
        var found = tips.FindByCode(request.Unit, codes.HashOf(code ?? ReceiptCode.Draw()));
        var counts = code is not null && !guesses.MustWait(request.Person, request.Unit.Now);
        if (counts && found is null)
        {
            guesses.Failed(request.Unit, request.Person);
        }
        agenda.Plan(request.Unit, request.Unit.Now, TipWithdrawal.AgendaKind, (counts && found is { } id ? id : TipId.Draw()).ToString());
        return EffectResult.Of("ok");
    }
}

/// <summary>Withdraws the tip that BORRAR and its code were for, after the answer. An id that is nobody's stands for a wrong code.</summary>
internal sealed class TipWithdrawal(ITipStore tips, TipRemoval removal) : IAgendaHandler
{
    public const string AgendaKind = "withdraw_tip";

    public string Kind => AgendaKind;

    public void Handle(UnitOfWork unit, string subject)
    {
        if (TipId.TryParse(subject, out var id) && tips.Find(unit, id) is { } tip)
        {
            removal.Withdraw(unit, tip);
        }
    }
}
