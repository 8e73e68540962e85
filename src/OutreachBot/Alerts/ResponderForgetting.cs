using OutreachBot.Effects;

namespace OutreachBot.Alerts;

/// <summary>A responder who leaves, or wants no messages, holds nothing up.</summary>
internal sealed class ResponderForgetting(IAlertStore alerts, CaseReturn cases) : IForgetsPerson
{
    /// <summary>Her cases go to others first.</summary>
    public void Forget(EffectRequest request) => GiveBack(request, _ => true);

    /// <summary>She can't be told of what she was offered; what she has, she keeps.</summary>
    public void LetGoOfNumbers(EffectRequest request) => GiveBack(request, alert => !alert.IsHeld);

    private void GiveBack(EffectRequest request, Func<Alert, bool> which)
    {
        if (request.Responder is not { } responder)
        {
            return;
        }
        foreach (var alert in alerts.OpenOf(request.Unit, responder.Id).Where(which))
        {
            cases.GiveBack(request.Unit, alert);
        }
    }
}
