using OutreachBot.Effects;

namespace OutreachBot.Tips;

/// <summary><c>raise_alert</c>: somebody is told now, whatever is known so far. Never limited.</summary>
internal sealed class RaiseAlertEffect(ITipStore tips, TipIntake intake, NamedBefore named) : IEffectHandler
{
    public string Effect => "raise_alert";

    public EffectResult Handle(EffectRequest request)
    {
        var telling = Telling.Of(request);
        // One alert, however often she asks for it while it is under way.
        if (TipLinks.Raised(request, tips) is { } raised)
        {
            return EffectResult.Of(Outcome(intake.LearnPlace(request.Unit, raised, telling)));
        }
        // A danger after the receipt, in the same conversation, is that tip's: those who have it know the place and the story.
        if (TipLinks.Submitted(request, tips) is { } submitted)
        {
            return EffectResult.Of(Outcome(intake.Heighten(request.Unit, submitted, telling)));
        }
        var (tip, told) = intake.Raise(request.Unit, telling, named.Before(request, Discretion.NotAskedYet));
        return EffectResult.Of(Outcome(told))
            .Linking(TipLinks.UnderWay, tip.Id.ToString())
            .Linking(TipLinks.Told, telling.Words.ToText());
    }

    // "We have told someone" is said only when it is true.
    private static string Outcome(bool told) => told ? "told" : "not_told";
}
