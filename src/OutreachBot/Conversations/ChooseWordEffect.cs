using OutreachBot.Effects;
using OutreachBot.Sounds;

namespace OutreachBot.Conversations;

/// <summary><c>choose_word</c>: whether a word is good to cover the thread with. It is kept by the engine, in her session.</summary>
internal sealed class ChooseWordEffect(IFlowBook flows, IOrdinaryWords ordinary) : IEffectHandler
{
    public string Effect => "choose_word";

    public EffectResult Handle(EffectRequest request) =>
        EffectResult.Of(new OwnWordRules(flows.Current, ordinary, request.Context.Places).Judge(request.Text("word") ?? "", request.Context.Country));
}
