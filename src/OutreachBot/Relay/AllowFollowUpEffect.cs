using OutreachBot.Effects;
using OutreachBot.Tips;

namespace OutreachBot.Relay;

/// <summary><c>allow_follow_up</c>: she may be asked back; her number is kept for this tip.</summary>
internal sealed class AllowFollowUpEffect(ITipStore tips, ICaseStore cases, CaseTalk talk, RelayNews news) : IEffectHandler
{
    public string Effect => "allow_follow_up";

    public EffectResult Handle(EffectRequest request)
    {
        if (request.Address is not { } address
            || TipLinks.Current(request) is not { } id
            || tips.Find(request.Unit, id) is not { IsOver: false } tip)
        {
            return EffectResult.Of("no_tip");
        }
        var told = cases.ContactOf(request.Unit, id)?.ToldAt;
        cases.KeepContact(request.Unit, id, new Contact(address, request.Text("hours")) { ToldAt = told, Quiet = TipLinks.IsQuiet(request.Session) });
        talk.Resume(request.Unit, id);
        // Asked before she agreed, and nobody could tell her.
        if (cases.Waits(request.Unit, id, RelayEnd.Reporter))
        {
            news.WordsWait(request.Unit, tip, RelayEnd.Reporter, isFirst: false);
        }
        return EffectResult.Of("ok").Linking(TipLinks.Case(id), "1");
    }
}
