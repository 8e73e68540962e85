using OutreachBot.Effects;

namespace OutreachBot.Tips;

/// <summary><c>keep_away</c>: "who must not know" was answered or skipped; whoever was alerted before loses the tip now, sent or not, and it goes to those of its place.</summary>
internal sealed class KeepAwayEffect(ITipStore tips, Naming naming, TipIntake intake) : IEffectHandler
{
    public string Effect => "keep_away";

    public EffectResult Handle(EffectRequest request)
    {
        if (TipLinks.Raised(request, tips) is not { } raised)
        {
            return EffectResult.Of("ok");
        }
        var telling = Telling.Of(request);
        // Whom alone: what else she has told isn't kept before she sends it.
        var named = telling.Words with { Story = null, Media = [], Place = null };
        var words = SealedTip.TryRead(request.Link(TipLinks.Told))?.FollowedBy(named) ?? named;
        naming.KeepFrom(request.Unit, raised, raised.Municipality ?? telling.Municipality, words);
        // Now that it is known who may not, those of the place may: she may never come to send the rest.
        if (telling is not { Municipality: null, Department: null } && tips.Find(request.Unit, raised.Id) is { Municipality: null } placeless)
        {
            intake.LearnPlace(request.Unit, placeless, telling);
        }
        return EffectResult.Of("ok").Linking(TipLinks.Told, words.ToText());
    }
}
