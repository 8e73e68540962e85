using OutreachBot.Effects;
using OutreachBot.Privacy;
using OutreachBot.Tips;

namespace OutreachBot.Alerts;

/// <summary><c>close_case</c>: the case ends with an outcome; the reporter is let know that something waits, if she agreed.</summary>
internal sealed class CloseCaseEffect(HeldAlerts held, ITipStore tips, KeptFrom keptFrom, ISeals seals, CaseClosing closing) : IEffectHandler
{
    public string Effect => "close_case";

    public EffectResult Handle(EffectRequest request)
    {
        if (held.Of(request) is not { } alert
            || tips.Find(request.Unit, alert.Tip) is not { IsOver: false } tip
            || CaseOutcomes.Parse(request.Text("outcome")) is not { } outcome)
        {
            return EffectResult.Of("gone");
        }
        if (request.Text("note") is { } note)
        {
            var words = SealedTip.Of(SealedPart.ClosingNote, tips.SealsOf(request.Unit, tip.Id).Count, tip.Language, note);
            tips.AddSeal(request.Unit, tip.Id, seals.Seal(request.Unit, words.ToJson(), keptFrom.Of(request.Unit, tip.Id)));
        }
        closing.Close(request.Unit, tip, outcome);
        return EffectResult.Of("ok");
    }
}
