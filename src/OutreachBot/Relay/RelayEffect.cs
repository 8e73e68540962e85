using OutreachBot.Effects;
using OutreachBot.Tips;

namespace OutreachBot.Relay;

/// <summary><c>relay</c>: words to the other end of the case, without numbers.</summary>
internal sealed class RelayEffect(ICaseStore cases, CaseEnds ends, RelayNews news) : IEffectHandler
{
    public string Effect => "relay";

    public EffectResult Handle(EffectRequest request)
    {
        if (ends.Of(request) is not { } here || request.Text("message") is not { } words)
        {
            return EffectResult.Of("closed");
        }
        var to = here.End == RelayEnd.Reporter ? RelayEnd.Responder : RelayEnd.Reporter;
        // Told once of what waits, however much it is: nobody is sent a message for every message.
        var isFirst = !cases.Waits(request.Unit, here.Tip.Id, to);
        cases.Leave(request.Unit, here.Tip.Id, to, words);
        if (isFirst)
        {
            news.WordsWait(request.Unit, here.Tip, to);
        }
        return EffectResult.Of("ok");
    }
}
