using OutreachBot.Effects;
using OutreachBot.Sounds;

namespace OutreachBot.Conversations;

/// <summary><c>choose_word</c>: whether a word is good to cover the thread with, and whether she who chooses it knows the one before it. It is kept by the engine, in her session.</summary>
internal sealed class ChooseWordEffect(IFlowBook flows, IOrdinaryWords ordinary) : IEffectHandler
{
    public string Effect => "choose_word";

    public EffectResult Handle(EffectRequest request)
    {
        var judged = new OwnWordRules(flows.Current, ordinary, request.Context.Places).Judge(request.Text("word") ?? "", request.Context.Country);
        return EffectResult.Of(judged == "ok" && !KnowsOld(request) ? "old" : judged);
    }

    private static bool KnowsOld(EffectRequest request) =>
        request.Session.Cover is not { Word: not null } cover || cover.IsWordTwice(request.Text("old") ?? "");
}
