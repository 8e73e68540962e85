using OutreachBot.Effects;
using OutreachBot.Tips;

namespace OutreachBot.Relay;

/// <summary><c>relay</c>: words, voice and pictures to the other end of the case, without numbers.</summary>
internal sealed class RelayEffect(ICaseStore cases, CaseEnds ends, CaseTalk talk, ITipMedia media, RelayNews news) : IEffectHandler
{
    public string Effect => "relay";

    public EffectResult Handle(EffectRequest request)
    {
        var words = request.Text("message");
        var attached = Telling.MediaOf(request.Call.With.GetValueOrDefault("message"));
        if (ends.Talking(request) is not { } here || (words is null && attached.Count == 0))
        {
            return EffectResult.Of("closed");
        }
        // Who ended it and asks anew has begun it again.
        talk.Resume(request.Unit, here.Tip.Id);
        var to = here.End == RelayEnd.Reporter ? RelayEnd.Responder : RelayEnd.Reporter;
        if (words is not null)
        {
            Leave(request, here.Tip, to, new RelayItem.Words(words));
        }
        // These are left among the words once they are here and stripped.
        if (!media.Pass(request.Unit, here.Tip.Id, to, attached) && words is null)
        {
            Leave(request, here.Tip, to, new RelayItem.Lost());
        }
        if (here.End == RelayEnd.Reporter)
        {
            return EffectResult.Of("ok").Linking(AnswerLink.Name, AnswerLink.From(request.Unit.Now));
        }
        // Whoever asks learns that nothing tells the reporter of it, and not that her thread is covered.
        return EffectResult.Of(cases.ContactOf(request.Unit, here.Tip.Id) switch
        {
            null => "waits",
            { Quiet: true } => "kept",
            _ => "ok",
        });
    }

    private void Leave(EffectRequest request, Tip tip, RelayEnd to, RelayItem item)
    {
        var isFirst = !cases.Waits(request.Unit, tip.Id, to);
        cases.Leave(request.Unit, tip.Id, to, item.Write());
        news.WordsWait(request.Unit, tip, to, isFirst);
    }
}
